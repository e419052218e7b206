/** Saves by itself, soon after each change, and says truthfully how that went. */

import type { DraftInfo, Session } from "./engine/contract";
import { codeOf } from "./engine/errors";

export type SaveState =
  /** Nothing worth saving yet. */
  | { state: "none" }
  | { state: "waiting" }
  | { state: "saved"; at: Date }
  | { state: "failed"; why: "full" | "forbidden" | "other" };

/** A change waits this long for the next one; at most this much is lost when the power goes. */
const PAUSE_MS = 500;

export class Saving {
  state: SaveState = { state: "none" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #session: Session | null = null;
  #draft = "";

  /** `told` is called whenever the state changes, with the draft where one was written. */
  constructor(private readonly told: (draft: DraftInfo | null) => void) {}

  /** Takes up a ledger. What the one before still had to save is saved first. */
  take(session: Session | null, draft: string): void {
    this.flush();
    this.#session = session;
    this.#draft = draft;
    this.state = { state: "none" };
    this.told(null);
  }

  /** The ledger lies in storage as it is. */
  isAsStored(at: Date): void {
    this.state = { state: "saved", at };
    this.told(null);
  }

  /** Something changed. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
    if (this.state.state !== "waiting" && this.state.state !== "failed") {
      this.state = { state: "waiting" };
      this.told(null);
    }
  }

  /** Saves now what is waiting. */
  flush(): void {
    if (this.#timer === undefined) {
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#session) {
      return;
    }
    const at = new Date();
    try {
      const draft = this.#session.save(this.#draft, at.toISOString());
      this.state = { state: "saved", at };
      this.told(draft);
    } catch (error) {
      this.state = { state: "failed", why: why(error) };
      this.told(null);
    }
  }
}

function why(error: unknown): "full" | "forbidden" | "other" {
  const code = codeOf(error);
  if (code === "storage_full") {
    return "full";
  }
  return code === "storage_forbidden" ? "forbidden" : "other";
}
