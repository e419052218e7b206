/** Shelves in memory that are cut off, full or harmed, and drafts to lie on them. */

import { createHash } from "node:crypto";

import { ShelfError } from "../../www/src/drafts/shelf.ts";

/** What the engine calls a text. */
export function mark(text) {
  return createHash("sm3").update(text).digest("hex").slice(0, 16);
}

/** Numbers that look random and never are. */
export class Dice {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  /** A whole number below `most`. */
  below(most) {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  }
}

/** Keys and texts. After `left` more operations the power is off; `room` is what fits. */
export class Memory {
  left = Infinity;
  room = Infinity;
  /** Operations done. */
  done = 0;
  constructor(texts = new Map()) {
    this.texts = texts;
  }

  #operate() {
    if (this.left <= 0) {
      throw new ShelfError("forbidden");
    }
    this.left -= 1;
    this.done += 1;
  }

  get used() {
    return [...this.texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  }

  get(key) {
    return this.texts.get(key) ?? null;
  }

  put(key, text) {
    this.#operate();
    const before = this.texts.has(key) ? key.length + this.texts.get(key).length : 0;
    if (this.room < this.used - before + key.length + text.length) {
      throw new ShelfError("full");
    }
    this.texts.set(key, text);
  }

  remove(key) {
    this.#operate();
    this.texts.delete(key);
  }

  async keys(prefix) {
    return [...this.texts.keys()].filter((key) => key.startsWith(prefix));
  }

  async read(keys) {
    return new Map(keys.filter((key) => this.texts.has(key)).map((key) => [key, this.get(key)]));
  }

  async write({ puts, removes }, guard) {
    if (guard && (this.get(guard.key) ?? guard.writer) !== guard.writer) {
      throw new ShelfError("taken");
    }
    puts.forEach(([key, text]) => this.put(key, text));
    removes.forEach((key) => this.remove(key));
  }
}

/** One that does a batch whole or not at all, as the journal does. */
export class Atomic extends Memory {
  async write(batch, guard) {
    const before = new Map(this.texts);
    try {
      await super.write(batch, guard);
    } catch (error) {
      this.texts.clear();
      before.forEach((text, key) => this.texts.set(key, text));
      throw error;
    }
  }
}

/** A draft that hands itself out in pieces, as a session does. */
export class Draft {
  #known = new Set();
  constructor(rows = 10) {
    this.head = { format: "arrears-ledger-draft", header: { filler: "赵某" }, version: 1 };
    this.rows = Array.from({ length: rows }, (_, index) => ({ debt_id: `d-${index}`, n: 0 }));
  }

  edit(dice) {
    const row = this.rows[dice.below(this.rows.length)];
    row.n += 1;
    row.remark = "字".repeat(dice.below(30));
  }

  pieces = (anew) => {
    const runs = [];
    for (let from = 0; from < this.rows.length; from += 3) {
      runs.push(this.rows.slice(from, from + 3));
    }
    const texts = [[0, this.head], [0, []], ...runs.map((run) => [run.length, run])];
    return texts.map(([rows, value]) => {
      const text = JSON.stringify(value);
      const told = { rows, mark: mark(text), text: null };
      if (anew || !this.#known.has(told.mark)) {
        this.#known.add(told.mark);
        told.text = text;
      }
      return told;
    });
  };

  /** What can be compared. */
  get text() {
    return JSON.stringify([this.head, this.rows]);
  }
}

export function textOf(draft) {
  const { confirmations, entries, ...head } = JSON.parse(draft);
  return JSON.stringify([head, entries]);
}

export function info(rows, saved_at = "2022-06-10T02:00:00.000Z") {
  return {
    name: "",
    unit_name: "龙泉乡",
    period: "2022-06",
    rows,
    errors: 0,
    warnings: 0,
    saved_at,
  };
}
