/**
 * The journal: IndexedDB as a shelf. A batch is one transaction, and it is on the disk before it
 * counts as done; local storage alone may be a minute behind the disk.
 */

import { isFull } from "./local_storage";
import { ShelfError, type Batch, type Guard, type Shelf } from "./shelf";
import { logIsWritten } from "./torn_log";

const DATABASE = "arrears-ledger";
const TEXTS = "texts";

/**
 * The journal, where the browser lets the page have one. Some browsers never say; one that was killed
 * while it wrote mends its database first, and says so seconds later.
 */
export async function openJournal(): Promise<Shelf | null> {
  try {
    const journal = new Journal(await opened());
    // One that was opened and cannot be read is as good as none.
    await journal.read([""]);
    return journal;
  } catch {
    return null;
  }
}

/** A database that was refused is asked for again after so long: one that was killed may mend. */
const AGAIN_MS = [500, 1_000, 2_000, 4_000];

/** The journal after it was refused; `null` where it stays so. */
export async function openJournalAgain(): Promise<Shelf | null> {
  for (const wait of AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const journal = await openJournal();
    if (journal) {
      return journal;
    }
  }
  return null;
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // The getter throws in some frames; the call throws where storage is switched off.
    const request = window.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TEXTS);
    request.onsuccess = () => {
      // A later version of the page must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(new ShelfError("forbidden"));
  });
}

/** Acts on the texts, and says what came of it. */
type Act<T> = (
  texts: IDBObjectStore,
  done: (value: T) => void,
  fail: (why: ShelfError) => void,
) => void;

/** A database that was closed under the page opens within this, or not at all. */
const REOPENS_MS = 2_000;

class Journal implements Shelf {
  #reopening: Promise<boolean> | null = null;

  constructor(private database: IDBDatabase) {}

  keys(prefix: string): Promise<string[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return this.#run("readonly", (texts, done) => {
      const request = texts.getAllKeys(range);
      request.onsuccess = () => done(request.result as string[]);
    });
  }

  read(keys: readonly string[]): Promise<Map<string, string>> {
    return this.#run("readonly", (texts, done) => {
      const found = new Map<string, string>();
      done(found);
      for (const key of keys) {
        const request = texts.get(key);
        request.onsuccess = () => {
          if (typeof request.result === "string") {
            found.set(key, request.result);
          }
        };
      }
    });
  }

  write(batch: Batch, guard?: Guard): Promise<void> {
    logIsWritten();
    return this.#run<void>("readwrite", (texts, done, fail) => {
      const go = () => {
        batch.puts.forEach(([key, text]) => texts.put(text, key));
        batch.removes.forEach((key) => texts.delete(key));
        done();
      };
      if (!guard) {
        go();
        return;
      }
      const request = texts.get(guard.key);
      request.onsuccess = () => {
        // Where no writer is named, somebody has cleared the browser: there is none to respect.
        if (request.result === undefined || request.result === guard.writer) {
          go();
        } else {
          fail(new ShelfError("taken"));
        }
      };
    });
  }

  /**
   * One transaction. A browser that mends a database, or clears it, closes it under the page: then it
   * is opened again, and the transaction made once more.
   */
  async #run<T>(mode: "readonly" | "readwrite", act: Act<T>): Promise<T> {
    try {
      return await this.#once(mode, act);
    } catch (error) {
      const isClosed = error instanceof ShelfError && error.code === "forbidden";
      if (!isClosed || !(await this.#reopened())) {
        throw error;
      }
      return this.#once(mode, act);
    }
  }

  /** Opens it again; those who wait meanwhile are told the same. */
  #reopened(): Promise<boolean> {
    this.#reopening ??= this.#reopen().finally(() => {
      this.#reopening = null;
    });
    return this.#reopening;
  }

  async #reopen(): Promise<boolean> {
    const asked = opened();
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), REOPENS_MS));
    try {
      const database = await Promise.race([asked, late]);
      if (!database) {
        void asked.then((unused) => unused.close()).catch(() => undefined);
        return false;
      }
      this.database.close();
      this.database = database;
      return true;
    } catch {
      return false;
    }
  }

  /** What `done` was told counts when the browser says that the transaction is complete. */
  #once<T>(mode: "readonly" | "readwrite", act: Act<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let value: T;
      let why: ShelfError | null = null;
      try {
        const transaction = this.#begin(mode);
        transaction.oncomplete = () => resolve(value);
        transaction.onabort = () =>
          reject(why ?? new ShelfError(isFull(transaction.error) ? "full" : "forbidden"));
        act(
          transaction.objectStore(TEXTS),
          (told) => {
            value = told;
          },
          (told) => {
            why = told;
            transaction.abort();
          },
        );
      } catch {
        reject(new ShelfError("forbidden"));
      }
    });
  }

  /** Since Chromium 121 a transaction that does not ask for it is not on the disk when it is done. */
  #begin(mode: "readonly" | "readwrite"): IDBTransaction {
    const options = { durability: "strict" };
    const begin = this.database.transaction.bind(this.database) as (
      stores: string,
      mode: string,
      options: object,
    ) => IDBTransaction;
    return begin(TEXTS, mode, options);
  }
}
