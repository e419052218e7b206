/** Saves by itself, soon after each change, and says truthfully how that went. */

import type { Session } from "./engine/contract";
import type { SaveInfo, Typing } from "./drafts/layout";
import type { Found } from "./drafts/recover";
import type { Shelf } from "./drafts/shelf";
import type { Outcome, Writer } from "./drafts/writer";

/** Where what was saved lies: wherever it should, or on one shelf of two. */
export type Kept = "all" | "quick" | "safe";

export type SaveState =
  /** Nothing worth saving yet. */
  | { state: "none" }
  | { state: "waiting" }
  | { state: "saved"; at: Date; on: Kept }
  | { state: "failed"; why: "full" | "forbidden" };

/** A change waits this long for those that come with it; more gather while the journal writes. */
const PAUSE_MS = 50;

export type Info = () => Omit<SaveInfo, "chars" | "saved_at">;

export class Saving {
  state: SaveState = { state: "none" };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #session: Session | null = null;
  #writer: Writer | null = null;
  /** Whether something changed that was not saved. */
  #changed = false;
  /** How the last save went on the shelf that is written at once. */
  #quick: Outcome | null = null;

  /**
   * `typing` says what is being typed, which is saved too; `told` is called whenever the state changes, `taken` when another window turns out to have
   * become the draft's writer.
   */
  constructor(
    private readonly info: Info,
    private readonly typing: () => Typing | null,
    private readonly told: () => void,
    private readonly taken: () => Promise<void>,
  ) {}

  /** Takes up a ledger. What the one before still had to save is saved first. */
  take(session: Session | null, writer: Writer | null): void {
    void this.flush();
    this.#session = session;
    this.#writer = writer;
    this.#changed = false;
    this.#say({ state: "none" });
  }

  /** A shelf came late: what is open is saved there too. Answers what is newer there. */
  async join(shelf: Shelf): Promise<Found | null> {
    const writer = this.#writer;
    let newer: Found | null = null;
    try {
      newer = (await writer?.join(shelf)) ?? null;
    } catch {
      // It goes on as it did, and the status line says where.
      return null;
    }
    if (writer && writer === this.#writer && this.state.state !== "none") {
      this.touch();
    }
    return newer;
  }

  /** The ledger lies in storage as it is. */
  isAsStored(at: Date): void {
    this.#say({ state: "saved", at, on: "all" });
  }

  /** Something changed; what many rows changed in begins another generation. */
  touch(isLarge = false): void {
    this.#changed = true;
    if (isLarge) {
      this.#writer?.turn();
    }
    this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS);
    if (this.state.state !== "waiting" && this.state.state !== "failed") {
      this.#say({ state: "waiting" });
    }
  }

  /** Whether nothing is lost when the page goes away now. */
  get mayGo(): boolean {
    const { state } = this.state;
    return state === "waiting" ? !this.#changed && this.#quick === "kept" : state !== "failed";
  }

  /** Saves now what is waiting. Local storage is written when this returns. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [session, writer] = [this.#session, this.#writer];
    if (!this.#changed || !session || !writer) {
      return;
    }
    this.#changed = false;
    const at = new Date();
    const info = { ...this.info(), saved_at: at.toISOString() };
    const { quick, safe } = writer.save((anew) => session.pieces(anew), info, this.typing());
    this.#quick = quick;
    const outcome = await safe;
    // Another ledger may have been put up meanwhile.
    if (writer !== this.#writer) {
      return;
    }
    if (quick === "taken" || outcome === "taken") {
      this.#changed = true;
      this.#writer = null;
      await this.taken();
      return;
    }
    const state = stateOf(quick, outcome, at);
    if (state.state === "failed") {
      this.#changed = true;
    } else if (this.#changed) {
      return;
    }
    this.#say(state);
  }

  #say(state: SaveState): void {
    this.state = state;
    this.told();
  }
}

function stateOf(quick: Outcome | null, safe: Outcome | null, at: Date): SaveState {
  if (quick !== "kept" && safe !== "kept") {
    return { state: "failed", why: [quick, safe].includes("full") ? "full" : "forbidden" };
  }
  const on = safe !== "kept" ? "quick" : quick === "kept" ? "all" : "safe";
  return { state: "saved", at, on };
}
