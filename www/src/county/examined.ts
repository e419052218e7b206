/**
 * Files and what is found in each, in their order. Many are examined by several threads at once, each
 * of which takes some files at a time; the page has only to take in what they found.
 */

import { callOffice, hasThreads, keepThreads, type Running } from "../engine/office_calls";

/** A file as it came. */
export interface Came {
  name: string;
  receivedOn: string;
  bytes: Uint8Array;
}

/** Reads a file when its turn has come; nothing where it is gone. */
export type Waiting = () => Promise<Came | undefined>;

export interface Examined extends Came {
  /** What a thread found in it; nothing where the page has to look for itself. */
  found: string;
}

/** Fewer are examined in the page before a thread has started. */
const MANY = 40;
/** A thread takes so many at a time. */
const BATCH = 32;
/** More threads do not help: the page has to take in what they find. */
const MOST_THREADS = 4;

export async function* examined(
  campaign: string,
  files: readonly Waiting[],
): AsyncGenerator<Examined, void, undefined> {
  if (files.length < MANY || !hasThreads()) {
    for (const read of files) {
      const file = await read();
      if (file) {
        yield { ...file, found: "" };
      }
    }
    return;
  }
  const threads = Math.min(navigator.hardwareConcurrency || 2, MOST_THREADS);
  keepThreads(threads);
  const batches = batchesOf(files);
  const running = batches.splice(0, threads).map((batch) => new Batch(campaign, batch));
  try {
    for (let next = running.shift(); next; next = running.shift()) {
      const all = await next.examined;
      const batch = batches.shift();
      if (batch) {
        running.push(new Batch(campaign, batch));
      }
      yield* all;
    }
  } finally {
    running.forEach((batch) => batch.cancel());
    keepThreads(1);
  }
}

function batchesOf(files: readonly Waiting[]): Waiting[][] {
  const count = Math.ceil(files.length / BATCH);
  return Array.from({ length: count }, (_, at) => files.slice(at * BATCH, (at + 1) * BATCH));
}

/** Some files on their way through a thread. */
class Batch {
  #call: Running<string[]> | null = null;
  #isCancelled = false;
  readonly examined: Promise<Examined[]>;

  constructor(
    private readonly campaign: string,
    files: readonly Waiting[],
  ) {
    this.examined = this.#examine(files);
    // Whoever waits is told; of a batch that was given up, nobody has to be.
    this.examined.catch(() => undefined);
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#call?.cancel();
  }

  async #examine(files: readonly Waiting[]): Promise<Examined[]> {
    const came = (await Promise.all(files.map((read) => read()))).filter(
      (file) => file !== undefined,
    );
    const found = await this.#found(came);
    return came.map((file, at) => ({ ...file, found: found[at] ?? "" }));
  }

  async #found(came: readonly Came[]): Promise<string[]> {
    // Whether threads are to be had is known for sure once one was asked for.
    if (this.#isCancelled || !hasThreads()) {
      return [];
    }
    const all = came.map((file) => file.bytes);
    const names = came.map((file) => file.name);
    const days = came.map((file) => file.receivedOn);
    const lengths = Uint32Array.from(all, (bytes) => bytes.length);
    this.#call = callOffice("examineFiles", this.campaign, names, joined(all), lengths, days);
    // What no thread could do, the page does itself, and says what is wrong.
    return this.#call.result.catch(() => []);
  }
}

function joined(all: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(all.reduce((sum, bytes) => sum + bytes.length, 0));
  let at = 0;
  for (const bytes of all) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}
