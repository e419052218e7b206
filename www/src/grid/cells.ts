/**
 * The texts of the cells as the clerk sees them, and what is done to blocks of them: each one step
 * to undo. Rows are positions in the order seen; the arrangement knows the ledger's.
 */

import type { Desk } from "../desk";
import type { FieldInfo } from "../engine/contract";
import { lookAtPaste } from "../pasting";
import { RowWindow } from "../row_window";
import type { Arrangement } from "./arrangement";
import { isOneCell, quoted, tiled, toHtml, toText } from "./block";
import type { Cursor, Selection } from "./cursor";
import { filled } from "./fill";

/** A debt's number is its own: no fill gives it to another. */
const OWN = "debt_id";

export class Cells {
  fields: readonly FieldInfo[] = [];
  #window: RowWindow | null = null;

  constructor(private readonly desk: () => Desk) {}

  get arrangement(): Arrangement {
    return this.desk().arrangement;
  }

  /** Debts seen. */
  get rows(): number {
    return this.arrangement.count;
  }

  /** Reads again: another ledger, other columns, or rows that came and went. */
  reload(): void {
    const { session, arrangement } = this.desk();
    this.#window = session && new RowWindow(session, this.#keys(0), arrangement.isArranged);
  }

  patch(cells: Parameters<RowWindow["patch"]>[0]): void {
    this.#window?.patch(cells);
  }

  text(position: number, key: string): string {
    const { arrangement } = this;
    return position < arrangement.count
      ? (this.#window?.text(arrangement.at(position), key) ?? "")
      : "";
  }

  isFilled(position: number, column: number): boolean {
    const key = this.fields[column]?.key;
    return key !== undefined && this.text(position, key) !== "";
  }

  write(position: number, key: string, text: string): void {
    const desk = this.desk();
    const row = this.arrangement.at(position);
    if (position < this.rows) {
      desk.change((session) => session.set_cell(row, key, text));
    } else if (text.trim()) {
      // The row below the last one becomes a debt together with its first cell.
      desk.change((session) => session.paste(row, [key], quoted(text)));
      desk.attention.begun = row;
    }
  }

  /** Hands a block to the clipboard, for this grid and for spreadsheets. */
  copy(selection: Selection, clipboard: DataTransfer): void {
    const desk = this.desk();
    const rows = this.#texts(selection);
    const fields = this.fields.slice(selection.left, selection.right + 1);
    const isText = fields.map(({ kind }) => kind.type === "text" || kind.type === "uscc");
    clipboard.setData("text/plain", toText(rows));
    clipboard.setData("text/html", toHtml(rows, isText));
    desk.tell(desk.t.grid.copied(rows.length, fields.length));
  }

  #texts(selection: Selection): string[][] {
    return this.#block(selection, (position, key) => this.text(position, key));
  }

  clear(selection: Selection): void {
    this.#put(selection, () => "");
  }

  /** Repeats the first row of the selection in the others. */
  fillDown(selection: Selection): void {
    this.fill({ ...selection, bottom: selection.top }, selection);
  }

  /** Repeats the first column of the selection in the others. */
  fillRight(selection: Selection): void {
    this.fill({ ...selection, right: selection.left }, selection);
  }

  /** Goes on with a block as far as the selection around it reaches, down, up, right or left. */
  fill(from: Selection, to: Selection): void {
    const across = to.left < from.left || from.right < to.right;
    const back = across ? to.left < from.left : to.top < from.top;
    const texts = this.#texts(from);
    const lines = across ? texts : turned(texts);
    const count = across
      ? to.right - to.left - (from.right - from.left)
      : to.bottom - to.top - (from.bottom - from.top);
    if (count === 0 || lines.length === 0) {
      return;
    }
    const more = lines.map((line) => {
      const fill = filled(back ? [...line].reverse() : line, count);
      return back ? fill.reverse() : fill;
    });
    const rows = across ? more : turned(more);
    this.#put(rest(from, to, across, back), (_, __, row, column) => rows[row]?.[column] ?? "");
  }

  paste(at: Cursor, selection: Selection, text: string): void {
    const desk = this.desk();
    const isMany = selection.top < selection.bottom || selection.left < selection.right;
    if (isOneCell(text)) {
      const cell = text.replace(/\r?\n$/, "");
      if (isMany) {
        this.#put(selection, () => cell);
      } else {
        const key = this.fields[at.column]?.key ?? "";
        if (!this.#isWorkedOut(key)) {
          this.write(at.row, key, cell);
        }
      }
      return;
    }
    const { top, left, right } = selection;
    const height = Math.min(selection.bottom, this.rows - 1) - top + 1;
    const block = (isMany && tiled(text, height, right - left + 1)) || text;
    const lines = this.#lines(top, this.rows);
    const row = this.arrangement.at(top);
    const keys = this.#keys(left).map((key) => (this.#isWorkedOut(key) ? "" : key));
    lookAtPaste(desk, { row, keys, text: block, ...(lines ? { lines } : {}) });
  }

  /** Writes a text into every cell of a block, as one step. */
  #put(selection: Selection, what: What): void {
    const { top, left, right } = selection;
    const keys = this.#keys(left).slice(0, right - left + 1);
    const block = this.#block(selection, what);
    const [first] = block;
    const [key] = keys;
    const isClearing = block.every((cells) => cells.every((text) => text === ""));
    const isTaken = (known: string) => known !== OWN && (isClearing || !this.#isWorkedOut(known));
    if (block.length === 1 && keys.length === 1 && first && key) {
      if (isClearing || !this.#isWorkedOut(key)) {
        this.write(top, key, first[0] ?? "");
      }
    } else if (block.length !== 0) {
      // Every cell quoted: a line break in a cell parts nothing.
      const text = block.map((cells) => cells.map(quoted).join("\t")).join("\n");
      const own = keys.map((known) => (isTaken(known) ? known : ""));
      const lines = this.#lines(top, top + block.length);
      const row = this.arrangement.at(top);
      this.desk().change((session) => session.paste(row, own, text, undefined, lines));
    }
  }

  /** The ledger's rows of positions, where they do not simply follow one another. */
  #lines(from: number, to: number): number[] | undefined {
    return this.arrangement.isArranged
      ? Array.from({ length: Math.max(0, to - from) }, (_, index) =>
          this.arrangement.at(from + index),
        )
      : undefined;
  }

  #block(selection: Selection, what: What): string[][] {
    const { top, bottom, left, right } = selection;
    const keys = this.#keys(left).slice(0, right - left + 1);
    const rows: string[][] = [];
    for (let row = top; row <= Math.min(bottom, this.rows - 1); row += 1) {
      rows.push(keys.map((key, column) => what(row, key, row - top, column)));
    }
    return rows;
  }

  /** Such columns take nothing but to be cleared: a file may have brought a text there. */
  #isWorkedOut(key: string): boolean {
    return this.fields.find((field) => field.key === key)?.presence === "derived";
  }

  #keys(from: number): string[] {
    return this.fields.slice(from).map((field) => field.key);
  }
}

/** The text of a cell, by its position and key, and by its place in the block. */
type What = (position: number, key: string, row: number, column: number) => string;

/** What of the larger block is not in the smaller. */
function rest(from: Selection, to: Selection, across: boolean, back: boolean): Selection {
  if (across) {
    return back ? { ...to, right: from.left - 1 } : { ...to, left: from.right + 1 };
  }
  return back ? { ...to, bottom: from.top - 1 } : { ...to, top: from.bottom + 1 };
}

function turned(rows: readonly (readonly string[])[]): string[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((cells) => cells[column] ?? ""));
}
