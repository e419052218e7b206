/**
 * The collection on this computer: an IndexedDB of its own with each file as it came, and what was
 * decided. A file is written once, however large the county is. Where the browser gives the page no
 * database, nothing is kept, and the page says so.
 */

import { logIsWritten } from "../drafts/torn_log";
import type { Came } from "./examined";

const DATABASE = "arrears-ledger-county";
const FILES = "files";
const STATE = "state";

/** A file as it came, under what it is known by. */
export interface Kept extends Came {
  key: string;
}

/** What is kept beside the files. */
export interface State {
  /** The collection without its files. */
  head: string;
  /** The collection of the period before. */
  earlier: { name: string; bytes: Uint8Array } | null;
}

const PATIENCE_MS = 3_000;

export class Store {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<Store | null> {
    try {
      return new Store(await opened());
    } catch {
      return null;
    }
  }

  async keys(): Promise<string[]> {
    return (await this.#ask(FILES, "readonly", (files) => files.getAllKeys())) as string[];
  }

  async file(key: string): Promise<Kept | undefined> {
    return (await this.#ask(FILES, "readonly", (files) => files.get(key))) as Kept | undefined;
  }

  /** All of them, or none. */
  async put(all: readonly Kept[]): Promise<void> {
    await this.#ask(FILES, "readwrite", (files) => {
      const puts = all.map((file) => files.put(file, file.key));
      return puts[puts.length - 1] ?? files.count();
    });
  }

  async remove(key: string): Promise<void> {
    await this.#ask(FILES, "readwrite", (files) => files.delete(key));
  }

  async state(): Promise<State | undefined> {
    return (await this.#ask(STATE, "readonly", (all) => all.get(STATE))) as State | undefined;
  }

  async setState(state: State): Promise<void> {
    await this.#ask(STATE, "readwrite", (all) => all.put(state, STATE));
  }

  async clear(): Promise<void> {
    await this.#ask(FILES, "readwrite", (files) => files.clear());
    await this.#ask(STATE, "readwrite", (all) => all.clear());
  }

  #ask(
    store: string,
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    if (mode === "readwrite") {
      logIsWritten();
    }
    return new Promise((resolve, reject) => {
      const run = this.database.transaction(store, mode);
      const request = ask(run.objectStore(store));
      run.oncomplete = () => resolve(request.result);
      run.onabort = () => reject(run.error ?? new Error("aborted"));
      run.onerror = () => reject(run.error ?? new Error("failed"));
    });
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("slow")), PATIENCE_MS);
    const request = window.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(FILES);
      request.result.createObjectStore(STATE);
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error("forbidden"));
    };
  });
}
