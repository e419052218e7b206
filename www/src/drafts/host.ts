/** A store of the host page's own as a shelf, and the test by which a host can try its store. */

import { ShelfError, type Batch, type Guard, type Shelf } from "./shelf";

/**
 * What a host hands over as `window.arrearsLedgerStore`, before the page's script runs: a table of
 * texts under keys. A draft is many texts of some kilobytes; an edit saves two or three of them.
 * A promise that is kept means that the text is safe; what cannot be done is a promise that is
 * broken, by an error named `QuotaExceededError` when there is no room.
 */
export interface HostStore {
  save(key: string, text: string): Promise<void>;
  /** `null` when there is no such key. */
  load(key: string): Promise<string | null>;
  /** Every key that starts with `prefix`. */
  list(prefix: string): Promise<string[]>;
  /** Nothing happens when there is no such key. */
  delete(key: string): Promise<void>;
}

declare global {
  interface Window {
    arrearsLedgerStore?: HostStore;
  }
}

/** So many texts are on their way at once. */
const AT_ONCE = 6;

export class HostShelf implements Shelf {
  constructor(private readonly store: HostStore) {}

  keys(prefix: string): Promise<string[]> {
    return told(() => this.store.list(prefix));
  }

  async read(keys: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    await each(keys, async (key) => {
      const text = await told(() => this.store.load(key));
      if (text !== null) {
        found.set(key, text);
      }
    });
    return found;
  }

  /** The last text is the save, which must not be there before the pieces that it names. */
  async write({ puts, removes }: Batch, guard?: Guard): Promise<void> {
    const writer = guard && (await told(() => this.store.load(guard.key)));
    if (guard && (writer ?? guard.writer) !== guard.writer) {
      throw new ShelfError("taken");
    }
    const put = ([key, text]: [string, string]) => told(() => this.store.save(key, text));
    await each(puts.slice(0, -1), put);
    await each(puts.slice(-1), put);
    await each(removes, (key) => told(() => this.store.delete(key)));
  }
}

async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const name = (error as { name?: unknown } | null)?.name;
    throw new ShelfError(name === "QuotaExceededError" ? "full" : "forbidden");
  }
}

async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const one = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      await act(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** One promise of a store, and how it was broken; `null` when it was kept. */
export interface Checked {
  promise: string;
  broken: string | null;
}

const TEXTS = ["", "甲乙丙 丁\u3000戊", "😀\n\r\n\t\"'\\\u0000\ufeff", "null", "x".repeat(1 << 20)];

/** What every store has to do, each under a name. `own` is the prefix that the test may write to. */
const PROMISES: [string, (store: HostStore, own: string) => Promise<void>][] = [
  [
    "a text comes back as it was saved",
    async (store, own) => {
      for (const [index, text] of TEXTS.entries()) {
        await store.save(`${own}${index}`, text);
        expect(await store.load(`${own}${index}`), text);
      }
    },
  ],
  [
    "a key that is not there is null",
    async (store, own) => expect(await store.load(`${own}nothing`), null),
  ],
  [
    "a text saved again is the later one",
    async (store, own) => {
      for (const text of ["一", "二", "三"]) {
        await store.save(`${own}again`, text);
      }
      expect(await store.load(`${own}again`), "三");
    },
  ],
  [
    "keys are listed by how they start, each once, as they were given",
    async (store, own) => {
      const keys = ["a/1", "a/p/0f", "a/甲", "ab/1"].map((key) => own + key);
      for (const key of [...keys, ...keys]) {
        await store.save(key, key);
      }
      expect((await store.list(`${own}a/`)).sort().join(), keys.slice(0, 3).sort().join());
    },
  ],
  [
    "a key that is deleted is gone, and deleting it again is no fault",
    async (store, own) => {
      await store.save(`${own}gone`, "x");
      await store.delete(`${own}gone`);
      await store.delete(`${own}gone`);
      expect(await store.load(`${own}gone`), null);
      expect((await store.list(`${own}gone`)).length, 0);
    },
  ],
  [
    "texts saved at once are all there",
    async (store, own) => {
      const keys = Array.from({ length: 40 }, (_, index) => `${own}many/${index}`);
      await Promise.all(keys.map((key) => store.save(key, key)));
      const back = await Promise.all(keys.map((key) => store.load(key)));
      expect(back.join(), keys.join());
      expect((await store.list(`${own}many/`)).length, keys.length);
    },
  ],
];

function expect(found: unknown, expected: unknown): void {
  if (found !== expected) {
    const say = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? "undefined";
    throw new Error(`found ${say(found)} instead of ${say(expected)}`);
  }
}

/** Tries a store, and leaves nothing behind in it. */
export async function checkStore(store: HostStore): Promise<Checked[]> {
  const own = `arrears-ledger/check/${Date.now()}/`;
  const checked: Checked[] = [];
  for (const [promise, keep] of PROMISES) {
    let broken: string | null = null;
    try {
      await keep(store, own);
    } catch (error) {
      broken = String(error);
    }
    checked.push({ promise, broken });
  }
  try {
    await each(await store.list(own), (key) => store.delete(key));
  } catch {
    // That it cannot list or delete was told above.
  }
  return checked;
}
