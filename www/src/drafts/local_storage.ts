/** The browser's local storage as a shelf. */

import { ShelfError, type Batch, type Guard, type QuickShelf } from "./shelf";

/** Local storage, where the browser lets the page have it. */
export function localShelf(): QuickShelf | null {
  try {
    // The getter throws where storage is switched off, and is null in some frames.
    const storage: Storage | null = window.localStorage;
    return storage && new LocalShelf(storage);
  } catch {
    return null;
  }
}

class LocalShelf implements QuickShelf {
  constructor(private readonly storage: Storage) {}

  get(key: string): string | null {
    try {
      return this.storage.getItem(key);
    } catch {
      throw new ShelfError("forbidden");
    }
  }

  put(key: string, text: string): void {
    try {
      this.storage.setItem(key, text);
    } catch (error) {
      throw new ShelfError(isFull(error) ? "full" : "forbidden");
    }
  }

  remove(key: string): void {
    try {
      this.storage.removeItem(key);
    } catch {
      throw new ShelfError("forbidden");
    }
  }

  async keys(prefix: string): Promise<string[]> {
    try {
      return Object.keys(this.storage).filter((key) => key.startsWith(prefix));
    } catch {
      throw new ShelfError("forbidden");
    }
  }

  async read(keys: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const key of keys) {
      const text = this.get(key);
      if (text !== null) {
        found.set(key, text);
      }
    }
    return found;
  }

  async write(batch: Batch, guard?: Guard): Promise<void> {
    if (guard && (this.get(guard.key) ?? guard.writer) !== guard.writer) {
      throw new ShelfError("taken");
    }
    batch.puts.forEach(([key, text]) => this.put(key, text));
    batch.removes.forEach((key) => this.remove(key));
  }
}

/** Firefox has a name of its own for it. */
export function isFull(error: unknown): boolean {
  const name = error instanceof DOMException ? error.name : "";
  return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED";
}
