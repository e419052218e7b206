/**
 * Keeps Chromium from deleting what it keeps. All databases of an origin are written to one log. A
 * browser that is killed can leave its last record torn; the next start goes on writing right after
 * the tear, and the start after that takes it for damage and deletes every database there is. So a
 * page that finds that the one before wrote, or did not end well, has a new log begun, at once: Chromium
 * does so when a few megabytes have been written, and drops the torn one.
 */

const DATABASE = "arrears-ledger-awake";
const STORE = "awake";
/** Stands there while a page is open, and still does after one that was killed, or that wrote. */
const AWAKE = "awake";

/** More than the four megabytes after which a log is full, in records short enough to lie in it. */
const FILLING = { count: 80, text: () => "-".repeat(60_000) };

let isKept = false;
let isWritten = false;

/** Something is written: a page may be gone before all of it is, so it cannot say that all is well. */
export function logIsWritten(): void {
  isWritten = true;
}

/** Begins once for a page, and never fails: where there is no database there is no log. */
export async function keepLogWhole(): Promise<void> {
  if (isKept) {
    return;
  }
  isKept = true;
  try {
    const database = await opened();
    const stayAwake = () => change(database, (store) => store.put(true, AWAKE));
    await renewedAfterTear(database);
    // Another window that ends meanwhile says that all is well; nobody types where the focus is not.
    window.addEventListener("focus", stayAwake);
    window.addEventListener("pageshow", stayAwake);
    window.addEventListener("pagehide", () => {
      if (!isWritten) {
        change(database, (store) => store.delete(AWAKE));
      }
    });
  } catch {
    // Then nothing is kept that could be lost.
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(new Error(DATABASE));
  });
}

async function renewedAfterTear(database: IDBDatabase): Promise<void> {
  await new Promise<void>((resolve) => {
    const transaction = database.transaction(STORE, "readwrite");
    const store = transaction.objectStore(STORE);
    const before = store.get(AWAKE);
    before.onsuccess = () => {
      store.put(true, AWAKE);
      if (before.result !== undefined) {
        const text = FILLING.text();
        for (let key = 0; key < FILLING.count; key += 1) {
          store.put(text, key);
        }
      }
    };
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => resolve();
  });
  change(database, (store) => store.delete(IDBKeyRange.bound(0, FILLING.count)));
}

/** Told to the browser at once: the page may be on its way out. */
function change(database: IDBDatabase, act: (store: IDBObjectStore) => void): void {
  try {
    const transaction = database.transaction(STORE, "readwrite");
    act(transaction.objectStore(STORE));
    // Kernels before Chromium 76 do so by themselves, a moment later.
    (transaction.commit as (() => void) | undefined)?.call(transaction);
  } catch {
    // It was closed under the page; the next start fills a log for nothing.
  }
}
