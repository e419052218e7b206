/** The ledger of the period before, kept beside the draft that is compared with it. */

const DATABASE = "arrears-ledger-earlier";
const STORE = "files";

export interface KeptFile {
  name: string;
  bytes: Uint8Array;
}

/** `null` where there is none, or this browser keeps nothing. */
export function keptFile(draft: string): Promise<KeptFile | null> {
  return inStore("readonly", (store) => store.get(draft)).then(
    (found) => (found as KeptFile | undefined) ?? null,
    () => null,
  );
}

/** Whether it could be kept: the comparison itself does not depend on it. */
export function keepFile(draft: string, file: KeptFile): Promise<boolean> {
  return inStore("readwrite", (store) => store.put(file, draft)).then(
    () => true,
    () => false,
  );
}

export function forgetFile(draft: string): Promise<boolean> {
  return inStore("readwrite", (store) => store.delete(draft)).then(
    () => true,
    () => false,
  );
}

function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = window.indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error ?? new Error(DATABASE));
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      const failed = () => {
        database.close();
        reject(transaction.error ?? new Error(DATABASE));
      };
      transaction.onabort = failed;
      transaction.onerror = failed;
      transaction.oncomplete = () => {
        database.close();
        resolve(request.result);
      };
    };
  });
}
