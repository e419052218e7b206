/** A shelf on which everything but the lock and the writer's name is sealed. */

import type { Cipher } from "./lock";
import type { Batch, Guard, Shelf } from "./shelf";

export class LockedShelf implements Shelf {
  constructor(
    private readonly shelf: Shelf,
    private readonly cipher: Cipher,
  ) {}

  keys(prefix: string): Promise<string[]> {
    return this.shelf.keys(prefix);
  }

  /** What does not open is not there. */
  async read(keys: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const [key, sealed] of await this.shelf.read(keys)) {
      const text = isOpen(key) ? sealed : await this.cipher.unseal(key, sealed);
      if (text !== null) {
        found.set(key, text);
      }
    }
    return found;
  }

  async write({ puts, removes }: Batch, guard?: Guard): Promise<void> {
    const sealed: [string, string][] = [];
    for (const [key, text] of puts) {
      sealed.push([key, isOpen(key) ? text : await this.cipher.seal(key, text)]);
    }
    await this.shelf.write({ puts: sealed, removes }, guard);
  }
}

function isOpen(key: string): boolean {
  return key.endsWith("/lock") || key.endsWith("/writer");
}
