/**
 * One window writes a draft. Where the browser has locks, a lock says who; on pages served without
 * encryption it has none: there the windows ask each other, and a lease that lies with the draft
 * tells whether anybody should answer. Whoever claims a draft also becomes its writer on every
 * shelf, so that a window that slept through all this finds out before it writes.
 */

type Letter = { kind: "ask" | "have" | "give" | "gone"; draft: string };

/** A window that can answer does so in this time; a busy one in the longer. */
const PATIENCE_MS = 250;
const LONG_PATIENCE_MS = 2_500;

const LOCK = "arrears-ledger/";

export class Claims {
  readonly #channel = "BroadcastChannel" in window ? new BroadcastChannel("arrears-ledger") : null;
  readonly #locks = "locks" in navigator ? navigator.locks : null;
  #held = "";
  #release: (() => void) | null = null;
  #waiting: ((letter: Letter) => void) | null = null;

  /** `give` is called when another window takes the draft over; it saves and puts it away. */
  constructor(private readonly give: (draft: string) => Promise<void>) {
    this.#channel?.addEventListener("message", (event) => void this.#read(event.data as Letter));
  }

  /** Claims a draft, and lets go of the one before; `leased` tells whether somebody named themselves its writer. */
  async claim(draft: string, leased: () => Promise<boolean>): Promise<boolean> {
    if (draft === this.#held) {
      return true;
    }
    const answers = (patience: number) =>
      this.#expect({ kind: "ask", draft }, "have", patience, this.#channel !== null);
    if (this.#locks) {
      // A window that has just been closed keeps its lock for a moment, and answers nobody.
      return (
        (await this.#lock(draft, { ifAvailable: true })) ||
        (!(await answers(PATIENCE_MS)) && this.#lock(draft, { signal: within(PATIENCE_MS) }))
      );
    }
    if ((await answers(PATIENCE_MS)) || ((await leased()) && (await answers(LONG_PATIENCE_MS)))) {
      return false;
    }
    this.let();
    this.#held = draft;
    return true;
  }

  /** Has the other window save the draft and let go of it; one that does not answer is left out. */
  async takeOver(draft: string): Promise<void> {
    await this.#expect({ kind: "give", draft }, "gone", LONG_PATIENCE_MS, this.#channel !== null);
    if (!this.#locks || !(await this.#lock(draft, { ifAvailable: true }))) {
      if (this.#locks) {
        await this.#lock(draft, { steal: true });
      } else {
        this.let();
        this.#held = draft;
      }
    }
  }

  /** Nobody answers for this window any more. */
  end(): void {
    this.let();
    this.#channel?.close();
  }

  /** Lets go of the draft. */
  let(): void {
    this.#held = "";
    this.#release?.();
    this.#release = null;
  }

  #lock(
    draft: string,
    options: { ifAvailable: true } | { steal: true } | { signal: AbortSignal },
  ): Promise<boolean> {
    return new Promise((resolve) => {
      const locks = this.#locks;
      const request = locks?.request(LOCK + draft, options, (lock) => {
        if (!lock) {
          resolve(false);
          return undefined;
        }
        this.let();
        this.#held = draft;
        return new Promise<void>((release) => {
          this.#release = release;
          resolve(true);
        });
      });
      // A lock that was stolen is no trouble: the writer's name will tell.
      request?.catch(() => resolve(false));
    });
  }

  /** Writes a letter and waits for an answer. */
  #expect(letter: Letter, kind: Letter["kind"], patience: number, can: boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (answered: boolean) => {
        clearTimeout(timer);
        this.#waiting = null;
        resolve(answered);
      };
      const timer = setTimeout(() => settle(false), can ? patience : 0);
      this.#waiting = (answer) => {
        if (answer.draft === letter.draft && answer.kind === kind) {
          settle(true);
        }
      };
      this.#channel?.postMessage(letter);
    });
  }

  async #read(letter: Letter): Promise<void> {
    const { kind, draft } = letter;
    if (kind === "have" || kind === "gone") {
      this.#waiting?.(letter);
    } else if (draft === this.#held && kind === "ask") {
      this.#channel?.postMessage({ kind: "have", draft });
    } else if (draft === this.#held && kind === "give") {
      await this.give(draft);
      this.let();
      this.#channel?.postMessage({ kind: "gone", draft });
    }
  }
}

/** Gives up after so long. */
function within(patience: number): AbortSignal {
  const control = new AbortController();
  setTimeout(() => control.abort(), patience);
  return control.signal;
}
