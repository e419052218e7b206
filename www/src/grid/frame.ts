/** Where cells are on screen, reckoned rather than looked up: a cell out of sight has no element. */

import type { FieldInfo } from "../engine/contract";
import type { Columns } from "./columns";
import type { Cursor } from "./cursor";
import { measures } from "./measures";
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

  constructor(
    private readonly outer: HTMLElement,
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
  }

  take(fields: readonly FieldInfo[]): void {
    this.#fields = fields;
    this.#frozen = this.fitting();
  }

  /** How many columns stand still. */
  get frozen(): number {
    return this.#frozen;
  }

  /** How many could: a narrow sheet keeps room for the others. */
  fitting(): number {
    const wanted = this.columns().frozen;
    const room = this.outer.clientWidth * MOST_FROZEN - measures().number;
    let width = 0;
    const fields = this.#fields.slice(0, wanted);
    const first = fields.findIndex((field) => room < (width += this.widthOf(field)));
    return first < 0 ? fields.length : first;
  }

  widthOf(field: FieldInfo): number {
    return this.columns().widthOf(field);
  }

  /** The part of the grid a column is in, and its number there. */
  partOf(column: number): { part: Part; x: number } {
    const { frozen } = this;
    return column < frozen
      ? { part: "colPinStart", x: column }
      : { part: "rgCol", x: column - frozen };
  }

  /** How far from the left end of its part a column begins. */
  offset(column: number): number {
    const first = column < this.frozen ? 0 : this.frozen;
    return this.#fields
      .slice(first, column)
      .reduce((offset, field) => offset + this.widthOf(field), 0);
  }

  /** A cell's place within the sheet; `null` while no more than a sliver of it is in sight. */
  place(cursor: Cursor): Place | null {
    const sight = this.#sight(cursor.column);
    const field = this.#fields[cursor.column];
    if (!sight || !field) {
      return null;
    }
    const outer = this.outer.getBoundingClientRect();
    const left = sight.rect.left + this.offset(cursor.column) - sight.scrollLeft;
    const top = sight.rect.top + cursor.row * measures().row - sight.scrollTop;
    const width = this.widthOf(field);
    const out =
      left + 8 < sight.rect.left ||
      sight.rect.right < left + Math.min(width, 24) ||
      top + 8 < sight.rect.top ||
      sight.rect.bottom < top + 8;
    return out
      ? null
      : { left: left - outer.left, top: top - outer.top, width, height: measures().row };
  }

  /** Scrolls as little as shows the cell. */
  reveal(cursor: Cursor): void {
    const sight = this.#sight(cursor.column);
    const field = this.#fields[cursor.column];
    if (!sight || !field) {
      return;
    }
    const top = cursor.row * measures().row;
    const y = nearest(sight.scrollTop, sight.rect.bottom - sight.rect.top, top, measures().row);
    if (y !== sight.scrollTop) {
      sight.vertical.scrollTop = y;
    }
    if (this.frozen <= cursor.column) {
      const width = sight.rect.right - sight.rect.left;
      const left = this.offset(cursor.column);
      const x = nearest(sight.scrollLeft, width, left, this.widthOf(field));
      if (x !== sight.scrollLeft) {
        sight.horizontal.scrollLeft = x;
      }
    }
  }

  /** What of a part is in sight, and how far it is scrolled. */
  #sight(column: number) {
    const { part } = this.partOf(column);
    const horizontal = this.grid.querySelector(`revogr-viewport-scroll.${part}`);
    const vertical = horizontal?.querySelector(".vertical-inner");
    if (!horizontal || !vertical) {
      return null;
    }
    const across = horizontal.getBoundingClientRect();
    const down = vertical.getBoundingClientRect();
    return {
      horizontal,
      vertical,
      rect: { left: across.left, right: across.right, top: down.top, bottom: down.bottom },
      scrollLeft: horizontal.scrollLeft,
      scrollTop: vertical.scrollTop,
    };
  }
}

function nearest(scroll: number, sight: number, start: number, size: number): number {
  if (start < scroll) {
    return start;
  }
  return scroll + sight < start + size ? Math.min(start, start + size - sight) : scroll;
}
