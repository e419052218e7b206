/** What the mouse does: selects, fills by the handle, opens cells, forms and menus. */

import type { Cells } from "./cells";
import type { Cursor, Selection } from "./cursor";
import type { CellEditor } from "./editor";
import { reached } from "./fill";
import type { Frame } from "./frame";
import type { Hand } from "./hand";
import type { Command } from "./keys";
import type { Pointed } from "./mouse";

interface Tools {
  hand: Hand;
  editor: CellEditor;
  cells: Cells;
  frame: Frame;
}

export class Pointing implements Pointed {
  /** The block a fill would reach, while it is dragged there. */
  filling: Selection | null = null;
  /** What is pressed is in sight: were it moved, the second press would find another cell. */
  isStill = false;

  constructor(
    private readonly tools: Tools,
    private readonly settle: () => void,
    private readonly ask: (command: Command) => void,
  ) {}

  frozen(): number {
    return this.tools.frame.frozen;
  }

  press(cell: Cursor, extend: boolean): void {
    this.#pressed((hand) => hand.to(cell, extend));
  }

  drag(cell: Cursor): void {
    const { hand } = this.tools;
    if (cell.row !== hand.head.row || cell.column !== hand.head.column) {
      hand.to(cell, true);
    }
  }

  pressRow(row: number, extend: boolean): void {
    this.#pressed((hand) => hand.wholeFrom("rows", { row, column: hand.active.column }, extend));
  }

  pressColumn(column: number, extend: boolean): void {
    this.#pressed((hand) => hand.wholeFrom("columns", { row: hand.active.row, column }, extend));
  }

  within({ row, column }: Cursor): Cursor {
    const { cells } = this.tools;
    const last = { row: cells.rows, column: cells.fields.length - 1 };
    return { row: Math.min(row, last.row), column: Math.min(column, last.column) };
  }

  dragFill(cell: Cursor): void {
    this.tools.frame.reveal(cell);
    this.filling = reached(this.tools.hand.selection, cell);
    this.settle();
  }

  endFill(): void {
    const { hand, cells } = this.tools;
    const { filling } = this;
    this.filling = null;
    if (filling) {
      cells.fill(hand.selection, filling);
      hand.select(filling);
    }
  }

  menu(column: number): void {
    this.#pressed((hand) => hand.to({ row: hand.active.row, column }));
    this.ask("columnMenu");
  }

  double(where: "number" | "cell"): void {
    if (where === "number") {
      this.ask("openForm");
    } else {
      this.tools.editor.open();
    }
  }

  #pressed(act: (hand: Hand) => void): void {
    const { hand, editor } = this.tools;
    editor.commit();
    this.isStill = true;
    act(hand);
    this.isStill = false;
    editor.focus();
  }
}
