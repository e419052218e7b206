/**
 * Where cells are on screen, reckoned rather than looked up: a cell out of sight has no element, and
 * asking the browser for a place makes it lay out the page first, with every key.
 */

import type { FieldInfo } from "../engine/contract";
import type { Columns } from "./columns";
import type { Cursor } from "./cursor";
import { measuresAt } from "./measures";
import type { Grid } from "./revogrid";

export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Part = "colPinStart" | "rgCol";

/** As much of the sheet as may stand still. */
const MOST_FROZEN = 0.5;

export class Frame {
  #fields: readonly FieldInfo[] = [];
  #frozen = 0;
  #size = { width: 0, height: 0 };
  readonly #scroll = { left: 0, top: 0 };

  constructor(
    private readonly grid: Grid,
    private readonly columns: () => Columns,
  ) {
    grid.addEventListener("aftercolumnresize", (event) => {
      for (const column of Object.values(event.detail)) {
        if (column.size) {
          columns().widen(String(column.prop), column.size);
        }
      }
    });
    grid.addEventListener("viewportscroll", ({ detail }) => {
      this.#scroll[detail.dimension === "rgRow" ? "top" : "left"] = detail.coordinate;
    });
  }

  take(fields: readonly FieldInfo[]): void {
    this.#fields = fields;
    this.#frozen = this.fitting();
  }

  /** The sheet is so large now. */
  resize(width: number, height: number): void {
    this.#size = { width, height };
  }

  get size(): Readonly<{ width: number; height: number }> {
    return this.#size;
  }

  /** Rows that are wholly in sight. */
  get page(): number {
    return Math.max(1, Math.floor(this.#below / measuresAt(this.grid).row) - 1);
  }

  /** How many columns stand still. */
  get frozen(): number {
    return this.#frozen;
  }

  /** How many could: a narrow sheet keeps room for the others. */
  fitting(): number {
    const wanted = this.columns().frozen;
    const room = this.#size.width * MOST_FROZEN - measuresAt(this.grid).number;
    let width = 0;
    const fields = this.#fields.slice(0, wanted);
    const first = fields.findIndex((field) => room < (width += this.widthOf(field)));
    return first < 0 ? fields.length : first;
  }

  widthOf(field: FieldInfo): number {
    return this.columns().widthOf(field);
  }

  /** The width of columns side by side. */
  widthFrom(left: number, right: number): number {
    return this.#fields
      .slice(left, right + 1)
      .reduce((width, field) => width + this.widthOf(field), 0);
  }

  /** How far from the left end of its part a column begins. */
  offset(column: number): number {
    return this.widthFrom(column < this.frozen ? 0 : this.frozen, column - 1);
  }

  /** A cell's place within the sheet; `null` while no more than a sliver of it is in sight. */
  place({ row, column }: Cursor): Place | null {
    const field = this.#fields[column];
    if (!field) {
      return null;
    }
    const first = this.#leftOf(column);
    const width = this.widthOf(field);
    const left = first + this.offset(column) - this.#scrolled(column);
    const top = measuresAt(this.grid).heading + row * measuresAt(this.grid).row - this.#scroll.top;
    const isOut =
      left + 8 < first ||
      this.#size.width < left + Math.min(width, 24) ||
      top + 8 < measuresAt(this.grid).heading ||
      measuresAt(this.grid).heading + this.#below < top + 8;
    return isOut ? null : { left, top, width, height: measuresAt(this.grid).row };
  }

  /** Scrolls as little as shows the cell. */
  reveal({ row, column }: Cursor): void {
    const field = this.#fields[column];
    if (!field) {
      return;
    }
    const top = nearest(
      this.#scroll.top,
      this.#below,
      row * measuresAt(this.grid).row,
      measuresAt(this.grid).row,
    );
    this.#scrollTo(".vertical-inner", "top", top);
    if (this.frozen <= column) {
      const sight = this.#size.width - this.#leftOf(column);
      const left = nearest(this.#scroll.left, sight, this.offset(column), this.widthOf(field));
      this.#scrollTo("", "left", left);
    }
  }

  #scrollTo(inside: string, side: "left" | "top", to: number): void {
    if (to !== this.#scroll[side]) {
      const scrolled = this.grid.querySelector(`revogr-viewport-scroll.rgCol ${inside}`.trim());
      scrolled?.scrollTo({ [side]: to });
      if (scrolled) {
        this.#scroll[side] = to;
      }
    }
  }

  /** Height of the rows, between the headings and the totals. */
  get #below(): number {
    return Math.max(
      measuresAt(this.grid).row,
      this.#size.height - measuresAt(this.grid).heading - measuresAt(this.grid).row,
    );
  }

  /** Where the part of a column begins in the sheet. */
  #leftOf(column: number): number {
    return (
      measuresAt(this.grid).number + (column < this.frozen ? 0 : this.widthFrom(0, this.frozen - 1))
    );
  }

  #scrolled(column: number): number {
    return column < this.frozen ? 0 : this.#scroll.left;
  }
}

function nearest(scroll: number, sight: number, start: number, size: number): number {
  if (start < scroll) {
    return start;
  }
  return scroll + sight < start + size ? Math.min(start, start + size - sight) : scroll;
}
