/**
 * What seals texts with a passphrase: AES-256-GCM under a key that PBKDF2 makes (HMAC-SHA-256). By
 * the browser where it lends its cryptography; elsewhere by whatever is handed in, byte for byte the
 * same.
 */

/** Bytes that may serve only once under a key. */
export const NONCE = 12;
const KEY = 32;

export interface Sealing {
  /** What a passphrase comes to: a key, and as many bytes again that stay secret. */
  derive(passphrase: string, salt: Uint8Array, rounds: number): Promise<Uint8Array>;
  seal(key: Uint8Array, nonce: Uint8Array, place: string, text: Uint8Array): Promise<Uint8Array>;
  /** `null` when it is not what was sealed for that place with that key. */
  unseal(
    key: Uint8Array,
    nonce: Uint8Array,
    place: string,
    sealed: Uint8Array,
  ): Promise<Uint8Array | null>;
}

/** The browser's own; `null` on pages that it does not trust with it. */
export function browserSealing(): Sealing | null {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) {
    return null;
  }
  const bytes = (text: string) => new TextEncoder().encode(text);
  const own = (raw: Uint8Array) => new Uint8Array(raw);
  const imported = (key: Uint8Array, use: "encrypt" | "decrypt") =>
    subtle.importKey("raw", own(key), "AES-GCM", false, [use]);
  const how = (nonce: Uint8Array, place: string) => ({
    name: "AES-GCM",
    iv: own(nonce),
    additionalData: bytes(place),
  });
  return {
    async derive(passphrase, salt, rounds) {
      const raw = await subtle.importKey("raw", bytes(passphrase), "PBKDF2", false, ["deriveBits"]);
      const by = { name: "PBKDF2", hash: "SHA-256", salt: own(salt), iterations: rounds };
      return new Uint8Array(await subtle.deriveBits(by, raw, 16 * KEY));
    },
    async seal(key, nonce, place, text) {
      const by = how(nonce, place);
      return new Uint8Array(await subtle.encrypt(by, await imported(key, "encrypt"), own(text)));
    },
    async unseal(key, nonce, place, sealed) {
      try {
        const by = how(nonce, place);
        const opened = await subtle.decrypt(by, await imported(key, "decrypt"), own(sealed));
        return new Uint8Array(opened);
      } catch {
        return null;
      }
    },
  };
}
