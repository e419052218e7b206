/** The texts of the rows on screen, fetched in pieces: the ledger itself stays in the engine. */

import type { Cell, Session } from "./engine/contract";

/** Rows fetched at a time; fewer where they are seen in another order than the ledger's. */
const PIECE = 128;
const SMALL_PIECE = 4;
/** Rows kept; beyond that the oldest go. */
const KEPT = 8_192;

export class RowWindow {
  readonly #pieces = new Map<number, string[][]>();
  readonly #columns: Map<string, number>;
  readonly #piece: number;

  constructor(
    private readonly session: Session,
    readonly keys: string[],
    isArranged: boolean,
  ) {
    this.#piece = isArranged ? SMALL_PIECE : PIECE;
    this.#columns = new Map(keys.map((key, index) => [key, index]));
  }

  text(row: number, key: string): string {
    const column = this.#columns.get(key);
    return column === undefined ? "" : (this.#row(row)?.[column] ?? "");
  }

  /** Writes what changed into the pieces at hand. */
  patch(cells: readonly Cell[]): void {
    for (const cell of cells) {
      const column = this.#columns.get(cell.field);
      if (cell.table !== "entries" || cell.row === null || column === undefined) {
        continue;
      }
      const row = this.#pieces.get(Math.floor(cell.row / this.#piece))?.[cell.row % this.#piece];
      if (row) {
        row[column] = cell.text;
      }
    }
  }

  forget(): void {
    this.#pieces.clear();
  }

  #row(row: number): string[] | undefined {
    const number = Math.floor(row / this.#piece);
    let piece = this.#pieces.get(number);
    if (!piece) {
      piece = this.#fetch(number);
    }
    return piece[row % this.#piece];
  }

  #fetch(number: number): string[][] {
    const from = number * this.#piece;
    const piece = this.session.rows(from, from + this.#piece, this.keys);
    if (KEPT <= this.#pieces.size * this.#piece) {
      const oldest = this.#pieces.keys().next();
      if (!oldest.done) {
        this.#pieces.delete(oldest.value);
      }
    }
    this.#pieces.set(number, piece);
    return piece;
  }
}
