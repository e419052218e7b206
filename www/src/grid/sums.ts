/** The sums of the rows seen, column by column; kept in step with single edits. */

import type { Cell } from "../engine/contract";
import type { Arrangement } from "./arrangement";
import { exact, printed, type Sum } from "./exact";

interface Running {
  total: bigint;
  count: number;
  unread: number;
}

export class Sums {
  readonly #sums = new Map<string, Running>();

  constructor(private readonly arrangement: Arrangement) {}

  /** A column's sum; `null` until it was worked out. */
  of(key: string): Sum | null {
    const sum = this.#sums.get(key);
    return sum ? { ...sum, total: printed(sum.total) } : null;
  }

  forget(): void {
    this.#sums.clear();
  }

  /** Works a column out. */
  work(key: string): void {
    const { texts } = this.arrangement;
    if (!texts || this.#sums.has(key)) {
      return;
    }
    const column = texts.of(key);
    const sum: Running = { total: BigInt(0), count: 0, unread: 0 };
    for (const row of this.arrangement.seen()) {
      add(sum, column[row] ?? "", 1);
    }
    this.#sums.set(key, sum);
  }

  /** To be told before the texts are: the old ones are still to be had. */
  patch(cells: readonly Cell[]): void {
    const { arrangement } = this;
    for (const { table, row, field, text } of cells) {
      const sum = table === "entries" ? this.#sums.get(field) : undefined;
      if (sum && row !== null && arrangement.positionOf(row) !== null) {
        add(sum, arrangement.texts?.of(field)[row] ?? "", -1);
        add(sum, text, 1);
      }
    }
  }
}

function add(sum: Running, text: string, by: 1 | -1): void {
  const amount = exact(text);
  if (amount !== null) {
    sum.total += by < 0 ? -amount : amount;
    sum.count += by;
  } else if (text !== "") {
    sum.unread += by;
  }
}
