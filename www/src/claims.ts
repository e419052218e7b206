/**
 * One window writes a draft. Before a draft is opened the other windows are asked whether one of
 * them has it; that works on every kind of page, where the browser's own locks do not.
 */

type Letter = { kind: "ask" | "have" | "give"; draft: string };

/** Other windows answer at once; a frozen one does not, and writes nothing either. */
const PATIENCE_MS = 250;

export class Claims {
  readonly #channel = "BroadcastChannel" in window ? new BroadcastChannel("arrears-ledger") : null;
  #held = "";
  #answered: ((draft: string) => void) | null = null;

  /** `given` is called when another window takes the draft over. */
  constructor(private readonly given: (draft: string) => void) {
    this.#channel?.addEventListener("message", (event) => this.#read(event.data as Letter));
  }

  hold(draft: string): void {
    this.#held = draft;
  }

  /** Whether another window has the draft open. */
  isHeldElsewhere(draft: string): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (held: boolean) => {
        clearTimeout(timer);
        this.#answered = null;
        resolve(held);
      };
      const timer = setTimeout(() => settle(false), this.#channel ? PATIENCE_MS : 0);
      this.#answered = (answered) => {
        if (answered === draft) {
          settle(true);
        }
      };
      this.#write({ kind: "ask", draft });
    });
  }

  /** Has the other window save the draft and let go of it. */
  async takeOver(draft: string): Promise<void> {
    this.#write({ kind: "give", draft });
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  }

  #read({ kind, draft }: Letter): void {
    if (kind === "have") {
      this.#answered?.(draft);
    } else if (draft === this.#held && kind === "ask") {
      this.#write({ kind: "have", draft });
    } else if (draft === this.#held && kind === "give") {
      this.#held = "";
      this.given(draft);
    }
  }

  #write(letter: Letter): void {
    this.#channel?.postMessage(letter);
  }
}
