/**
 * The lock of a draft: how its key follows from a passphrase, and a word that only the right key
 * opens. It lies open beside the draft, under `…/<draft>/lock`, its own mark before it: so a wrong
 * passphrase is told apart from a lock that was harmed.
 */

import type { Mark } from "./layout";
import { NONCE, type Sealing } from "./sealing";

export interface Lock {
  /** What the list of drafts calls it; all that can be read without the passphrase. */
  label: string;
  salt: string;
  rounds: number;
  word: string;
}

const MARK_LENGTH = 16;
const KEY = 32;
const WORD = "arrears-ledger";
const SALT = 16;

/** What opens and seals the texts of one draft. */
export class Cipher {
  readonly #key: Uint8Array;
  readonly #secret: string;

  constructor(
    private readonly sealing: Sealing,
    private readonly plain: Mark,
    derived: Uint8Array,
  ) {
    this.#key = derived.slice(0, KEY);
    this.#secret = base64(derived.slice(KEY));
  }

  /** A text as it may be seen, for one place. */
  async seal(place: string, text: string): Promise<string> {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const sealed = await this.sealing.seal(this.#key, nonce, place, new TextEncoder().encode(text));
    const both = new Uint8Array(NONCE + sealed.length);
    both.set(nonce);
    both.set(sealed, NONCE);
    return base64(both);
  }

  /** `null` when it is not what was sealed for that place, with this key. */
  async unseal(place: string, sealed: string): Promise<string | null> {
    const both = unbase64(sealed);
    if (!both || both.length < NONCE) {
      return null;
    }
    const nonce = both.slice(0, NONCE);
    const text = await this.sealing.unseal(this.#key, nonce, place, both.slice(NONCE));
    return text && new TextDecoder().decode(text);
  }

  /** What a piece is called: its mark would let whoever guesses the text know it. */
  named = (mark: string): string => this.plain(this.#secret + mark);

  mark = (text: string): string => this.named(this.plain(text));
}

/** A lock for a new passphrase, and what seals with it. */
export async function makeLock(
  sealing: Sealing,
  plain: Mark,
  passphrase: string,
  label: string,
  rounds: number,
): Promise<{ lock: Lock; cipher: Cipher }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const cipher = new Cipher(sealing, plain, await sealing.derive(passphrase, salt, rounds));
  const word = await cipher.seal("lock", WORD);
  return { lock: { label, salt: base64(salt), rounds, word }, cipher };
}

/** What opens the draft; `null` for another passphrase. */
export async function unlock(
  sealing: Sealing,
  plain: Mark,
  lock: Lock,
  passphrase: string,
): Promise<Cipher | null> {
  const salt = unbase64(lock.salt) ?? new Uint8Array();
  const cipher = new Cipher(sealing, plain, await sealing.derive(passphrase, salt, lock.rounds));
  return (await cipher.unseal("lock", lock.word)) === WORD ? cipher : null;
}

export function lockText(lock: Lock, mark: Mark): string {
  const body = JSON.stringify(lock);
  return mark(body) + body;
}

/** `null` for a lock that was harmed. */
export function readLock(text: string, mark: Mark): Lock | null {
  const body = text.slice(MARK_LENGTH);
  return mark(body) === text.slice(0, MARK_LENGTH) ? (JSON.parse(body) as Lock) : null;
}

/** Letters are made of so many bytes at once: a call takes no more. */
const PART = 0x2000;

function base64(bytes: Uint8Array): string {
  let letters = "";
  for (let from = 0; from < bytes.length; from += PART) {
    letters += String.fromCharCode(...bytes.subarray(from, from + PART));
  }
  return btoa(letters);
}

function unbase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}
