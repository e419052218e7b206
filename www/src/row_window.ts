/** The texts of the rows on screen, fetched in pieces: the ledger itself stays in the engine. */

import type { Cell, Session } from "./engine/contract";

const PIECE = 128;
/** Pieces kept; beyond that the oldest goes. */
const PIECES = 64;

export class RowWindow {
  readonly #pieces = new Map<number, string[][]>();
  readonly #columns: Map<string, number>;

  constructor(
    private readonly session: Session,
    readonly keys: string[],
  ) {
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
      const row = this.#pieces.get(Math.floor(cell.row / PIECE))?.[cell.row % PIECE];
      if (row) {
        row[column] = cell.text;
      }
    }
  }

  forget(): void {
    this.#pieces.clear();
  }

  #row(row: number): string[] | undefined {
    const number = Math.floor(row / PIECE);
    let piece = this.#pieces.get(number);
    if (!piece) {
      piece = this.#fetch(number);
    }
    return piece[row % PIECE];
  }

  #fetch(number: number): string[][] {
    const from = number * PIECE;
    const to = Math.min(from + PIECE, this.session.overview().rows);
    const piece = from < to ? this.session.rows(from, to, this.keys) : [];
    if (PIECES <= this.#pieces.size) {
      const oldest = this.#pieces.keys().next();
      if (!oldest.done) {
        this.#pieces.delete(oldest.value);
      }
    }
    this.#pieces.set(number, piece);
    return piece;
  }
}
