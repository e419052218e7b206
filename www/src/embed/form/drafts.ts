/** The form's draft: one text, kept by this browser or by the portal. */

/** Where a draft is kept. A host's store for the page (`arrearsLedgerStore`) is one as well. */
export interface DraftStore {
  save(key: string, text: string): Promise<void> | void;
  /** `null` when there is none. */
  load(key: string): Promise<string | null> | string | null;
  delete(key: string): Promise<void> | void;
}

/** Local storage: a draft is on this computer, for this origin, until it is deleted. */
export const localDrafts: DraftStore = {
  save: (key, text) => window.localStorage.setItem(key, text),
  load: (key) => window.localStorage.getItem(key),
  delete: (key) => window.localStorage.removeItem(key),
};

const PAUSE_MS = 400;

export type Kept = { ok: true; at: Date } | { ok: false; why: "full" | "forbidden" };

export class Drafts {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Promise<void> = Promise.resolve();

  /** `text` is asked when it is time to save; `told` hears how it went. */
  constructor(
    private readonly store: DraftStore,
    readonly key: string,
    private readonly text: () => string,
    private readonly told: (kept: Kept) => void,
  ) {}

  touch(): void {
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is waiting. Local storage is written when this returns. */
  flush(): Promise<void> {
    if (this.#timer === undefined) {
      return this.#last;
    }
    return this.save();
  }

  save(): Promise<void> {
    this.#stop();
    const text = this.text();
    let saved: Promise<void>;
    try {
      saved = Promise.resolve(this.store.save(this.key, text));
    } catch (error) {
      saved = Promise.reject(error);
    }
    this.#last = saved.then(
      () => this.told({ ok: true, at: new Date() }),
      (error: unknown) => this.told({ ok: false, why: reasonOf(error) }),
    );
    return this.#last;
  }

  /** The draft is no longer wanted: the server has the submission. */
  async forget(): Promise<void> {
    this.#stop();
    await this.#last;
    await this.store.delete(this.key);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

function reasonOf(error: unknown): "full" | "forbidden" {
  const name = (error as { name?: unknown } | null)?.name;
  return name === "QuotaExceededError" ? "full" : "forbidden";
}
