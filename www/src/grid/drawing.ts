/** What the grid is told to draw: the cells, the numbers of the rows, the headings, the totals. */

import type { Desk } from "../desk";
import type { FieldInfo } from "../engine/contract";
import type { Cells } from "./cells";
import { cellLook, numberLook } from "./looks";
import type { CellLook, Heading, Sheet } from "./revogrid";

export class Drawing implements Sheet {
  #looked: { row: number; field: FieldInfo; look: CellLook } | null = null;
  #working: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly desk: () => Desk,
    private readonly cells: Cells,
  ) {}

  label(field: FieldInfo): string {
    const desk = this.desk();
    const label = desk.say(field.label);
    return field.kind.type === "amount" ? `${label}（${desk.money}）` : label;
  }

  heading(field: FieldInfo): Heading {
    const { arrangement, t } = this.desk();
    const { sort, filters } = arrangement;
    return {
      sort: sort?.key === field.key ? (sort.down ? "down" : "up") : null,
      isFiltered: filters.has(field.key),
      menu: t.grid.columnMenu,
    };
  }

  /** The grid asks twice for each cell, one time after the other. */
  cell(row: number, field: FieldInfo): CellLook {
    const known = this.#looked;
    if (known && known.row === row && known.field === field) {
      this.#looked = null;
      return known.look;
    }
    const desk = this.desk();
    const text = this.cells.text(row, field.key);
    const look = cellLook(desk, desk.arrangement.at(row), field, text);
    this.#looked = { row, field, look };
    return look;
  }

  /** What is drawn has changed. */
  forget(): void {
    this.#looked = null;
  }

  number(row: number): CellLook {
    const desk = this.desk();
    return numberLook(desk, desk.arrangement.at(row));
  }

  total(field?: FieldInfo): string {
    const { arrangement, t } = this.desk();
    if (!field) {
      return t.grid.sum;
    }
    if (field === this.cells.fields[0]) {
      return t.rowsOf(arrangement.count);
    }
    return field.kind.type === "amount" ? (arrangement.sums.of(field.key)?.total ?? "…") : "";
  }

  widthOf(field: FieldInfo): number {
    return this.desk().columns.widthOf(field);
  }

  /** Totals take a look at every row: each waits for a quiet moment. */
  workTotals(done: () => void): void {
    clearTimeout(this.#working);
    this.#working = setTimeout(() => {
      const { sums } = this.desk().arrangement;
      const next = this.cells.fields.find(
        ({ key, kind }) => kind.type === "amount" && !sums.of(key),
      );
      if (next) {
        sums.work(next.key);
        this.workTotals(done);
      } else {
        done();
      }
    }, 40);
  }

  stop(): void {
    clearTimeout(this.#working);
  }
}
