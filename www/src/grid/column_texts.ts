/** Whole columns of the ledger as texts, for what looks at all rows: sorting, filters, sums. */

import type { Cell, Session } from "../engine/contract";

export class ColumnTexts {
  readonly #columns = new Map<string, string[]>();

  constructor(private readonly session: Session) {}

  /** A column's texts by the ledger's rows; fetched when first asked for. */
  of(key: string): readonly string[] {
    let texts = this.#columns.get(key);
    if (!texts) {
      const rows = this.session.rows(0, this.session.overview().rows, [key]);
      texts = rows.map((cells) => cells[0] ?? "");
      this.#columns.set(key, texts);
    }
    return texts;
  }

  patch(cells: readonly Cell[]): void {
    for (const cell of cells) {
      const texts = cell.table === "entries" ? this.#columns.get(cell.field) : undefined;
      if (texts && cell.row !== null) {
        texts[cell.row] = cell.text;
      }
    }
  }

  forget(): void {
    this.#columns.clear();
  }
}
