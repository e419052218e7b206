/** The texts of the columns shown, and what is done to blocks of them: each one step to undo. */

import type { Desk } from "../desk";
import type { FieldInfo } from "../engine/contract";
import { RowWindow } from "../row_window";
import { isOneCell, quoted, toText } from "./block";
import type { Cursor, Selection } from "./cursor";

export class Cells {
  fields: readonly FieldInfo[] = [];
  #window: RowWindow | null = null;

  constructor(private readonly desk: () => Desk) {}

  get rows(): number {
    return this.desk().overview?.rows ?? 0;
  }

  /** Reads again: another ledger, other columns, or rows that came and went. */
  reload(): void {
    const { session } = this.desk();
    this.#window = session && new RowWindow(session, this.#keys(0));
  }

  patch(cells: Parameters<RowWindow["patch"]>[0]): void {
    this.#window?.patch(cells);
  }

  text(row: number, key: string): string {
    return row < this.rows ? (this.#window?.text(row, key) ?? "") : "";
  }

  write(row: number, key: string, text: string): void {
    const desk = this.desk();
    if (row < this.rows) {
      desk.change((session) => session.set_cell(row, key, text));
    } else if (text.trim()) {
      // The row below the last one becomes a debt together with its first cell.
      desk.change((session) => session.paste(row, [key], quoted(text)));
      desk.attention.begun = row;
    }
  }

  copied(selection: Selection): string {
    return toText(this.#block(selection, (row, key) => this.text(row, key)));
  }

  clear(selection: Selection): void {
    this.#put(selection, () => "");
  }

  /** Repeats the first row of the selection in the others. */
  fillDown(selection: Selection): void {
    if (selection.top < selection.bottom) {
      this.#put(selection, (_, key) => this.text(selection.top, key));
    }
  }

  paste(at: Cursor, selection: Selection, text: string): void {
    const desk = this.desk();
    if (isOneCell(text)) {
      const cell = text.replace(/\r?\n$/, "");
      if (selection.top < selection.bottom || selection.left < selection.right) {
        this.#put(selection, () => cell);
      } else {
        this.write(at.row, this.fields[at.column]?.key ?? "", cell);
      }
      return;
    }
    const keys = this.#keys(at.column);
    desk.pasting.look({ row: at.row, keys, text });
  }

  /** Writes a text into every cell of a block. */
  #put(selection: Selection, what: (row: number, key: string) => string): void {
    const { top, left, right } = selection;
    const keys = this.#keys(left).slice(0, right - left + 1);
    const block = this.#block(selection, what);
    const [first] = block;
    const [key] = keys;
    if (block.length === 1 && keys.length === 1 && first && key) {
      this.write(top, key, first[0] ?? "");
    } else if (block.length !== 0) {
      // Every cell quoted: a line break in a cell parts nothing.
      const text = block.map((cells) => cells.map(quoted).join("\t")).join("\n");
      this.desk().change((session) => session.paste(top, keys, text));
    }
  }

  #block(selection: Selection, what: (row: number, key: string) => string): string[][] {
    const { top, bottom, left, right } = selection;
    const keys = this.#keys(left).slice(0, right - left + 1);
    const rows: string[][] = [];
    for (let row = top; row <= Math.min(bottom, this.rows - 1); row += 1) {
      rows.push(keys.map((key) => what(row, key)));
    }
    return rows;
  }

  #keys(from: number): string[] {
    return this.fields.slice(from).map((field) => field.key);
  }
}
