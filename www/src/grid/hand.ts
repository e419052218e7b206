/** Where the clerk is in the table, and what is selected; as in spreadsheets. */

import { between, moved, tabbed, type Cursor, type Extent, type Selection } from "./cursor";

export class Hand {
  /** The cell that typing goes to. */
  active: Cursor = { row: 0, column: 0 };
  /** The other end of the selection, which moves with Shift. */
  head: Cursor = { row: 0, column: 0 };
  /** Rows or columns are selected from end to end. */
  #whole: "rows" | "columns" | null = null;
  /** The column from which Tab went on; Enter goes back below it. */
  #began: number | null = null;

  /** `changed` is told that the hand moved. */
  constructor(
    private readonly extent: () => Extent,
    private readonly changed: () => void,
  ) {}

  get selection(): Selection {
    const { rows, columns } = this.extent();
    const selection = between(this.active, this.head);
    switch (this.#whole) {
      case "rows":
        return { ...selection, left: 0, right: columns - 1 };
      case "columns":
        return { ...selection, top: 0, bottom: Math.max(0, rows - 2) };
      case null:
        return selection;
    }
  }

  to(cell: Cursor, extend = false): void {
    this.#began = null;
    this.#to(cell, extend);
  }

  /** Selects a block; its first cell is the one that typing goes to. */
  select(selection: Selection): void {
    this.#began = null;
    this.#whole = null;
    this.active = { row: selection.top, column: selection.left };
    this.head = { row: selection.bottom, column: selection.right };
    this.changed();
  }

  all(): void {
    const { rows, columns } = this.extent();
    this.select({ top: 0, bottom: Math.max(0, rows - 2), left: 0, right: columns - 1 });
  }

  /** Widens the selection to whole rows or columns. */
  whole(what: "rows" | "columns"): void {
    this.#whole = what;
    this.changed();
  }

  /** Selects the rows from one to another, or the columns. */
  wholeFrom(what: "rows" | "columns", cell: Cursor, extend: boolean): void {
    this.#began = null;
    if (!extend) {
      this.active = cell;
    }
    this.head = cell;
    this.whole(what);
  }

  /** Moves by a key; says whether it is one that moves. */
  key(key: string, control: boolean, extend: boolean): boolean {
    const cell = moved(extend ? this.head : this.active, key, control, this.extent());
    if (cell) {
      const whole = this.#whole;
      this.to(cell, extend);
      if (extend && whole) {
        this.whole(whole);
      }
    }
    return cell !== null;
  }

  /** Says whether there was a next cell: nobody is locked in. */
  tab(back: boolean): boolean {
    const next = tabbed(this.active, back, this.extent());
    if (next.row === this.active.row && next.column === this.active.column) {
      return false;
    }
    const began = this.#began ?? this.active.column;
    this.#to(next, false);
    this.#began = began;
    return true;
  }

  enter(back: boolean): void {
    const column = this.#began ?? this.active.column;
    const row = this.active.row + (back ? -1 : 1);
    const last = this.extent().rows - 1;
    this.to({ row: Math.max(0, Math.min(last, row)), column });
  }

  #to(cell: Cursor, extend: boolean): void {
    this.#whole = null;
    this.head = cell;
    if (!extend) {
      this.active = cell;
    }
    this.changed();
  }
}
