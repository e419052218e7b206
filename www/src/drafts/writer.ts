/** One open draft, and the saves it makes on every shelf. */

import { NOTHING, plan, withoutOldest, type Placed, type Plan } from "./history";
import { draftPrefix, writerKey, type Mark, type Save, type SaveInfo, type Typing } from "./layout";
import { look, recover, type Found, type Look } from "./recover";
import { ShelfError, type Batch, type Guard, type QuickShelf, type Shelf } from "./shelf";

/** A piece of a draft; its text is there when it changed since it was last handed out. */
export interface Piece {
  rows: number;
  mark: string;
  text: string | null;
}

/** How a save went on one shelf. */
export type Outcome = "kept" | "full" | "forbidden" | "taken";

/** The shelves of a draft. */
export interface Shelves {
  /** Written at once, also while the page goes away. */
  quick: QuickShelf | null;
  /** Written soon, and kept safe against anything that happens to the machine. */
  safe: Shelf | null;
  /** A safe one that the browser has not said yet whether there is; it may never say. */
  late?: Promise<Shelf | null>;
  /** The safe one is the host's. */
  isHost?: boolean;
}

/** Edits within this belong to one generation. */
const GENERATION_MS = 120_000;

export class Writer {
  readonly #prefix: string;
  readonly #placed = new Map<Shelf, Placed>();
  /** Texts that some shelf still lacks. */
  readonly #texts = new Map<string, string>();
  #lengths = new Map<string, number>();
  /** The number of the newest save there was when the draft was opened; 0 for a new draft. */
  readonly #opened: number;
  #number: number;
  #generation: number;
  #since = -Infinity;
  #latest: readonly string[];
  /** What is to be written to the safe shelf when it has written what it is at. */
  #next: Save | null = null;
  #writing: Promise<Outcome> | null = null;

  constructor(
    readonly draft: string,
    campaign: string,
    private shelves: Shelves,
    private readonly mark: Mark,
    private readonly me: string,
    looked: Look | null,
    found: Found | null,
    /** What pieces are called on the shelves; not by their marks where those would tell too much. */
    private readonly named?: (mark: string) => string,
    /** A shelf as this draft is written to it: sealed, where it is locked. */
    private readonly seal?: (shelf: Shelf) => Shelf,
  ) {
    this.#prefix = draftPrefix(campaign, draft);
    this.#opened = looked?.newest ?? 0;
    this.#number = this.#opened;
    this.#generation = Math.max(0, ...(looked?.saves ?? []).map((save) => save.generation));
    all(shelves).forEach((shelf, index) => {
      this.#placed.set(shelf, looked?.placed[index] ?? NOTHING);
    });
    found?.sound.forEach((text, mark) => {
      this.#texts.set(mark, text);
      this.#lengths.set(mark, text.length);
    });
    this.#latest = found?.save.marks ?? [];
    this.#forget();
  }

  /** Whether what it writes is sealed. */
  get isLocked(): boolean {
    return this.named !== undefined;
  }

  /** The next save begins another generation, which leaves the one before as it is. */
  turn(): void {
    this.#since = -Infinity;
  }

  /** Becomes the draft's writer: whoever was it before writes no more. */
  async take(): Promise<void> {
    const batch = { puts: [[this.#guard.key, this.me] as [string, string]], removes: [] };
    for (const shelf of all(this.shelves)) {
      try {
        await shelf.write(batch);
      } catch {
        // A shelf that takes no word takes no save either, and that will be said.
      }
    }
  }

  /**
   * Goes on with a safe shelf that came late, unless somebody else has become the writer. Answers
   * what lies there of the draft where it was saved after what this writer goes on from; it stays
   * there as a version, and the next save is newer, in a generation of its own.
   */
  async join(shelf: Shelf): Promise<Found | null> {
    const { quick } = this.shelves;
    if (quick && quick.get(this.#guard.key) !== this.me) {
      return null;
    }
    const safe = this.seal?.(shelf) ?? shelf;
    const looked = await look([safe], this.#prefix, this.mark);
    const found =
      this.#opened === 0 ? null : await recover([safe], this.#prefix, this.mark, looked);
    const isWhole = found !== null && (found.loss === null || found.loss.rows === null);
    const newer = isWhole && this.#opened < found.save.number ? found : null;
    await safe.write({ puts: [[this.#guard.key, this.me]], removes: [] });
    this.#number = Math.max(this.#number, looked.newest);
    const generations = looked.saves.map((save) => save.generation);
    this.#generation = Math.max(this.#generation, ...generations);
    this.#placed.set(safe, looked.placed[0] ?? NOTHING);
    if (newer) {
      await this.#keepVersion(safe, newer);
    }
    this.turn();
    this.shelves = { ...this.shelves, safe };
    return newer;
  }

  /** Numbers it anew: what was saved since it was opened may go by the numbers it had. */
  async #keepVersion(safe: Shelf, { save, sound }: Found): Promise<void> {
    this.#number += 1;
    this.#generation += 1;
    const again = { ...save, number: this.#number, generation: this.#generation };
    const placed = this.#placed.get(safe) ?? NOTHING;
    const planned = plan(this.#prefix, placed, again, sound, this.mark);
    try {
      if (planned) {
        await safe.write(planned.batch, this.#guard);
        this.#placed.set(safe, planned.after);
      }
    } catch {
      // It is offered all the same, and then saved as what is open is.
    }
  }

  /** Is the writer no more. */
  async leave(): Promise<void> {
    const batch = { puts: [], removes: [this.#guard.key] };
    for (const shelf of all(this.shelves)) {
      try {
        await shelf.write(batch, this.#guard);
      } catch {
        // Whoever became the writer has put its own name there.
      }
    }
  }

  /**
   * Saves. The quick shelf is written when this returns; `safe` tells how it went on the other one.
   * `null` stands for a shelf that there is not.
   */
  save(
    pieces: (anew: boolean) => Piece[],
    info: Omit<SaveInfo, "chars">,
    typing: Typing | null = null,
  ): { quick: Outcome | null; safe: Promise<Outcome | null> } {
    const { quick, safe } = this.shelves;
    this.#heed(quick);
    const save = { ...this.#make(this.#take(pieces), info), ...(typing && { typing }) };
    this.#latest = save.marks;
    const outcome = quick && this.#writeNow(quick, save);
    if (outcome === "taken" || !safe) {
      this.#forget();
      return { quick: outcome, safe: Promise.resolve(outcome === "taken" ? outcome : null) };
    }
    this.#next = save;
    this.#writing ??= this.#writeAll(safe).then((told) => {
      this.#writing = null;
      this.#forget();
      return told;
    });
    return { quick: outcome, safe: this.#writing };
  }

  /** Where somebody has cleared the browser, everything is put there again. */
  #heed(shelf: QuickShelf | null): void {
    try {
      if (shelf && shelf.get(this.#guard.key) === null) {
        this.#placed.set(shelf, NOTHING);
        shelf.put(this.#guard.key, this.me);
      }
    } catch {
      // The save will say it.
    }
  }

  /** The pieces, with the texts of all that some shelf lacks. */
  #take(pieces: (anew: boolean) => Piece[]): Piece[] {
    for (const anew of [false, true]) {
      const taken = pieces(anew).map((piece) => ({
        ...piece,
        mark: this.named?.(piece.mark) ?? piece.mark,
      }));
      for (const { mark, text } of taken) {
        if (text !== null) {
          this.#texts.set(mark, text);
          this.#lengths.set(mark, text.length);
        }
      }
      if (anew || taken.every(({ mark }) => this.#texts.has(mark) || this.#isEverywhere(mark))) {
        return taken;
      }
    }
    return [];
  }

  #make(pieces: readonly Piece[], info: Omit<SaveInfo, "chars">): Save {
    const now = performance.now();
    if (GENERATION_MS < now - this.#since) {
      this.#since = now;
      this.#generation += 1;
    }
    this.#number += 1;
    const marks = pieces.map((piece) => piece.mark);
    const chars = marks.reduce((sum, mark) => sum + (this.#lengths.get(mark) ?? 0), 0);
    return {
      number: this.#number,
      generation: this.#generation,
      rows: pieces.map((piece) => piece.rows),
      marks,
      info: { ...info, chars },
    };
  }

  #plan(shelf: Shelf, save: Save): Plan | null {
    return plan(this.#prefix, this.#placed.get(shelf) ?? NOTHING, save, this.#texts, this.mark);
  }

  /** Writes now; where there is no room, the oldest saves make some. */
  #writeNow(shelf: QuickShelf, save: Save): Outcome {
    try {
      if (shelf.get(this.#guard.key) !== this.me) {
        return "taken";
      }
      for (;;) {
        const planned = this.#plan(shelf, save);
        if (!planned) {
          return "forbidden";
        }
        try {
          applyNow(shelf, planned.batch);
          this.#placed.set(shelf, planned.after);
          return "kept";
        } catch (error) {
          const less = this.#less(shelf);
          if (codeOf(error) !== "full" || !less) {
            throw error;
          }
          applyNow(shelf, less.batch);
          this.#placed.set(shelf, less.after);
        }
      }
    } catch (error) {
      return codeOf(error);
    }
  }

  /** Writes what is to be written, until nothing is. */
  async #writeAll(shelf: Shelf): Promise<Outcome> {
    let outcome: Outcome = "kept";
    for (let save = this.#next; save; save = this.#next) {
      this.#next = null;
      outcome = await this.#writeSoon(shelf, save);
    }
    return outcome;
  }

  async #writeSoon(shelf: Shelf, save: Save): Promise<Outcome> {
    for (;;) {
      try {
        const planned = this.#plan(shelf, save);
        if (!planned) {
          return "forbidden";
        }
        await shelf.write(planned.batch, this.#guard);
        this.#placed.set(shelf, planned.after);
        return "kept";
      } catch (error) {
        const less = this.#less(shelf);
        if (codeOf(error) !== "full" || !less) {
          return codeOf(error);
        }
        try {
          await shelf.write(less.batch, this.#guard);
          this.#placed.set(shelf, less.after);
        } catch (again) {
          return codeOf(again);
        }
      }
    }
  }

  #less(shelf: Shelf): Plan | null {
    return withoutOldest(this.#prefix, this.#placed.get(shelf) ?? NOTHING);
  }

  get #guard(): Guard {
    return { key: writerKey(this.#prefix), writer: this.me };
  }

  #isEverywhere(mark: string): boolean {
    return all(this.shelves).every((shelf) => this.#placed.get(shelf)?.marks.has(mark));
  }

  /** Forgets texts that lie on every shelf, or that the draft has no more. */
  #forget(): void {
    const needed = new Set(this.#latest);
    for (const mark of this.#texts.keys()) {
      if (!needed.has(mark) || this.#isEverywhere(mark)) {
        this.#texts.delete(mark);
      }
    }
    this.#lengths = new Map([...this.#lengths].filter(([mark]) => needed.has(mark)));
  }
}

export function all({ quick, safe }: Shelves): Shelf[] {
  return [quick, safe].filter((shelf) => shelf !== null);
}

/** What was put goes again when not all can be: half a save is room for nothing. */
function applyNow(shelf: QuickShelf, batch: Batch): void {
  const done: string[] = [];
  try {
    for (const [key, text] of batch.puts) {
      shelf.put(key, text);
      done.push(key);
    }
  } catch (error) {
    done.forEach((key) => shelf.remove(key));
    throw error;
  }
  batch.removes.forEach((key) => shelf.remove(key));
}

function codeOf(error: unknown): Exclude<Outcome, "kept"> {
  return error instanceof ShelfError ? error.code : "forbidden";
}
