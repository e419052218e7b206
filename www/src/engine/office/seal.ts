/** A passphrase for a draft, where the browser has no WebCrypto. */

export interface Sealer {
  /** What a passphrase comes to: a key of 32 bytes, and 32 more for the names of pieces. */
  derive(passphrase: string, salt: Uint8Array, rounds: number): Uint8Array;
  /** Nothing when the key or the nonce has not the length it should. */
  seal(key: Uint8Array, nonce: Uint8Array, place: string, text: Uint8Array): Uint8Array | undefined;
  /** Nothing when it is not what was sealed for that place with that key. */
  unseal(
    key: Uint8Array,
    nonce: Uint8Array,
    place: string,
    sealed: Uint8Array,
  ): Uint8Array | undefined;
}
