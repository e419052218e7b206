/**
 * Calls of the second module that may take long: in a thread of their own where the page is served
 * and the browser allows it, else in the page.
 */

import { ownScript } from "../trusted";
import { beside } from "./bytes";
import { afterFault, loadOffice, type Office } from "./office";
import type { Reply } from "./office_worker";

type Calls = {
  [K in keyof Office]: Office[K] extends (...args: infer A) => infer R ? [A, R] : never;
};

/** A call that can be given up. Given up, it rejects with the code `cancelled`. */
export interface Running<T> {
  result: Promise<T>;
  cancel(): void;
}

/** Threads that have nothing to do. */
const idle: Worker[] = [];
/** How many of them are kept for the next call. */
let kept = 1;
/** Threads are not to be had here: the page is one file, or its policy forbids them. */
let threadless = false;

export function callOffice<K extends keyof Office>(
  name: K,
  ...args: Calls[K][0]
): Running<Calls[K][1]> {
  const worker = thread();
  if (!worker) {
    return inPage(name, args);
  }
  let cancel = (): void => undefined;
  const result = new Promise<Calls[K][1]>((resolve, reject) => {
    cancel = () => {
      worker.terminate();
      reject(coded("cancelled", "cancelled"));
    };
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.ok) {
        rest(worker);
        resolve(data.value as Calls[K][1]);
      } else {
        // Its module may have stopped short.
        worker.terminate();
        reject(coded(data.code, data.message, data.words));
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      // The script could not be loaded, or not as a thread: the page does it itself.
      threadless = true;
      inPage(name, args).result.then(resolve, reject);
    };
    worker.postMessage({ name, args });
  });
  return { result, cancel: () => cancel() };
}

function thread(): Worker | null {
  const script = beside("office-worker.js");
  if (threadless || !script) {
    return null;
  }
  return idle.pop() ?? startedFrom(script);
}

/** Whether calls run beside the page, and so beside each other. */
export function hasThreads(): boolean {
  return !threadless && beside("office-worker.js") !== null;
}

/** Keeps so many threads from now on; the rest goes when it has nothing to do. */
export function keepThreads(count: number): void {
  kept = count;
  idle.splice(kept).forEach((worker) => worker.terminate());
}

function startedFrom(script: string): Worker | null {
  try {
    return new Worker(ownScript(script));
  } catch {
    threadless = true;
    return null;
  }
}

function rest(worker: Worker): void {
  worker.onmessage = worker.onerror = null;
  if (idle.length < kept) {
    idle.push(worker);
  } else {
    worker.terminate();
  }
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
    try {
      return call(...args);
    } catch (error) {
      throw afterFault(error);
    }
  };
  return { result: work(), cancel: () => (given = true) };
}

function coded(code: string, message: string, words?: unknown): Error {
  return Object.assign(new Error(message), { code, words });
}
