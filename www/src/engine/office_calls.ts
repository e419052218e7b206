/**
 * Calls of the second module that may take long: in a thread of their own where the page is served
 * and the browser allows it, else in the page.
 */

import { beside } from "./bytes";
import { loadOffice, type Office } from "./office";
import type { Reply } from "./office_worker";

type Calls = {
  [K in keyof Office]: Office[K] extends (...args: infer A) => infer R ? [A, R] : never;
};

/** A call that can be given up. Given up, it rejects with the code `cancelled`. */
export interface Running<T> {
  result: Promise<T>;
  cancel(): void;
}

let thread: Worker | null = null;
/** Threads are not to be had here: the page is one file, or its policy forbids them. */
let threadless = false;

export function callOffice<K extends keyof Office>(
  name: K,
  ...args: Calls[K][0]
): Running<Calls[K][1]> {
  const worker = threadOf();
  if (!worker) {
    return inPage(name, args);
  }
  let cancel = (): void => undefined;
  const result = new Promise<Calls[K][1]>((resolve, reject) => {
    const end = (): void => {
      worker.onmessage = worker.onerror = null;
    };
    const discard = (): void => {
      end();
      worker.terminate();
      thread = null;
    };
    cancel = () => {
      discard();
      reject(coded("cancelled", "cancelled"));
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.ok) {
        end();
        resolve(data.value as Calls[K][1]);
        return;
      }
      discard();
      reject(coded(data.code, data.message, data.words));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      discard();
      // The script could not be loaded, or not as a thread: the page does it itself.
      threadless = true;
      inPage(name, args).result.then(resolve, reject);
    };
    worker.postMessage({ name, args });
  });
  return { result, cancel: () => cancel() };
}

function threadOf(): Worker | null {
  const script = beside("office-worker.js");
  if (threadless || !script) {
    return null;
  }
  try {
    thread ??= new Worker(script);
  } catch {
    threadless = true;
  }
  return thread;
}

/** What is said before it is drawn first: nothing can be drawn while the page works. */
function inPage<K extends keyof Office>(name: K, args: Calls[K][0]): Running<Calls[K][1]> {
  let given = false;
  const work = async (): Promise<Calls[K][1]> => {
    const office = await loadOffice();
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (given) {
      throw coded("cancelled", "cancelled");
    }
    const call = office[name] as unknown as (...args: Calls[K][0]) => Calls[K][1];
    return call(...args);
  };
  return { result: work(), cancel: () => (given = true) };
}

function coded(code: string, message: string, words?: unknown): Error {
  return Object.assign(new Error(message), { code, words });
}
