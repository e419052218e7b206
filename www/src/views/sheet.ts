/** The grid of debts: draws what the engine holds, and turns keys, clicks and pastes into edits. */

import type { PropertyValues } from "lit";

import type { FieldInfo } from "../engine/contract";
import { Cells } from "../grid/cells";
import { inGridOrder } from "../grid/columns";
import { between, moved, tabbed, type Cursor, type Selection } from "../grid/cursor";
import { CellEditor, type Host } from "../grid/editor";
import { Frame } from "../grid/frame";
import { cellLook, numberLook } from "../grid/looks";
import { listenToMouse, type Pointed } from "../grid/mouse";
import {
  columnOf,
  createGrid,
  ROW_HEIGHT,
  type CellLook,
  type Grid,
  type Sheet as Drawn,
} from "../grid/revogrid";
import { View } from "./view";

class Sheet extends View implements Drawn, Host, Pointed {
  static override properties = { ...View.properties, keys: { attribute: false } };

  /** The columns to show, in the catalogue's order. */
  declare keys: string[];
  readonly #editor = new CellEditor(this);
  readonly #grid: Grid = createGrid(this);
  readonly #frame = new Frame(this, this.#grid);
  readonly #cells = new Cells(() => this.desk);
  #cursor: Cursor = { row: 0, column: 0 };
  #anchor: Cursor = { row: 0, column: 0 };
  /** Rows the grid was given. */
  #drawn = 0;
  #lang = "";
  #money = "";
  #stop: (() => void)[] = [];
  /** The form beside the grid comes and goes: the cell stays in sight. */
  readonly #resized = new ResizeObserver(() => {
    this.#frame.reveal(this.#cursor);
    this.#editor.settle();
  });
  #announcing: ReturnType<typeof setTimeout> | undefined;

  // ---- life

  constructor() {
    super();
    listenToMouse(this, this.#editor.element, this);
    // The library would move the focus to the cell, and scroll: it stays in the box, for the
    // input method, and the frame scrolls.
    this.addEventListener("afterfocus", (event) => event.preventDefault(), true);
    this.addEventListener("beforescrollintoview", (event) => event.preventDefault(), true);
    this.#grid.addEventListener("beforekeydown", (event) => event.preventDefault());
    this.#grid.addEventListener("beforefocuslost", (event) => event.preventDefault());
    this.#grid.addEventListener("viewportscroll", () => this.#editor.settle());
    this.#grid.addEventListener("aftercolumnresize", () => this.#editor.settle());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.append(this.#grid, this.#editor.element);
    this.setAttribute("role", "group");
    this.#resized.observe(this);
    this.#stop = [
      this.desk.turns.add((turn) => {
        if (turn === null || turn.reload) {
          this.#reload();
        } else {
          this.#cells.patch(turn.cells);
        }
        this.#describe();
        void this.#grid.refresh();
      }),
      this.desk.jumps.add(() => this.#toSpot()),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor.commit();
    this.#resized.disconnect();
    for (const stop of this.#stop) {
      stop();
    }
  }

  protected override updated(changed: PropertyValues): void {
    const words = this.#lang !== this.desk.lang || this.#money !== this.desk.money;
    if (changed.has("keys") || words) {
      this.#lang = this.desk.lang;
      this.#money = this.desk.money;
      this.setAttribute("aria-label", this.desk.t.sheet);
      this.#columns();
    }
    if (changed.has("keys")) {
      this.#reload();
      this.#toSpot();
    }
  }

  takeFocus(): void {
    this.#editor.focus();
  }

  // ---- what the grid draws

  label(field: FieldInfo): string {
    const label = this.desk.say(field.label);
    return field.kind.type === "amount" ? `${label}（${this.desk.money}）` : label;
  }

  cell(row: number, field: FieldInfo): CellLook {
    return cellLook(this.desk, row, field, this.#cells.text(row, field.key));
  }

  number(row: number): CellLook {
    return numberLook(this.desk, row, row === this.#cursor.row);
  }

  widthOf(field: FieldInfo): number {
    return this.#frame.widthOf(field);
  }

  // ---- what the editor asks

  get language() {
    return this.desk.lang;
  }

  field(): FieldInfo | undefined {
    return this.#cells.fields[this.#cursor.column];
  }

  text(): string {
    const key = this.field()?.key;
    return key ? this.#cells.text(this.#cursor.row, key) : "";
  }

  place() {
    return this.#frame.place(this.#cursor);
  }

  write(text: string): void {
    const key = this.field()?.key;
    if (key) {
      this.#cells.write(this.#cursor.row, key, text);
    }
  }

  leave(key: string, back: boolean): void {
    if (key === "Tab") {
      this.#to(tabbed(this.#cursor, back, this.#extent));
    } else if (key === "Enter") {
      this.#move(back ? "ArrowUp" : "ArrowDown", false, false);
    } else {
      this.#move(key, false, false);
    }
  }

  key(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Tab") {
      this.#tab(event);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (control) {
        this.#openForm();
      } else {
        this.leave("Enter", event.shiftKey);
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent("sheet-leave", { bubbles: true }));
    } else if (event.key === "Insert" || (control && event.key === "Delete")) {
      event.preventDefault();
      const name = event.key === "Insert" ? "sheet-insert" : "sheet-remove";
      this.dispatchEvent(new CustomEvent(name, { bubbles: true }));
    } else if (control && /^a$/i.test(event.key)) {
      event.preventDefault();
      this.#anchor = {
        row: 0,
        column: Math.min(this.#frame.frozen, this.#cells.fields.length - 1),
      };
      this.#to({ row: this.#cells.rows - 1, column: this.#cells.fields.length - 1 }, true);
    } else if (control && /^d$/i.test(event.key)) {
      event.preventDefault();
      this.#cells.fillDown(this.#selection);
    } else if (this.#move(event.key, control, event.shiftKey)) {
      event.preventDefault();
    }
  }

  copied(): string {
    return this.#cells.copied(this.#selection);
  }

  clear(): void {
    this.#cells.clear(this.#selection);
  }

  paste(text: string): void {
    this.#cells.paste(this.#cursor, this.#selection, text);
  }

  // ---- moving

  /** One row more than there are debts: the next debt is begun there. */
  get #extent() {
    const page = Math.max(1, Math.floor(this.clientHeight / ROW_HEIGHT) - 2);
    return { rows: this.#cells.rows + 1, columns: this.#cells.fields.length, page };
  }

  get #selection(): Selection {
    return between(this.#anchor, this.#cursor);
  }

  /** Tab leaves the grid at its last cell, and back at its first: nobody is locked in. */
  #tab(event: KeyboardEvent): void {
    const next = tabbed(this.#cursor, event.shiftKey, this.#extent);
    if (next.row !== this.#cursor.row || next.column !== this.#cursor.column) {
      event.preventDefault();
      this.#to(next);
    }
  }

  #move(key: string, control: boolean, extend: boolean): boolean {
    const cursor = moved(this.#cursor, key, control, this.#extent);
    if (!cursor) {
      return false;
    }
    this.#to(cursor, extend);
    return true;
  }

  #to(cursor: Cursor, extend = false): void {
    this.#cursor = cursor;
    if (!extend) {
      this.#anchor = cursor;
    }
    this.#show();
  }

  /** Lets the grid show the cursor, and the desk know. */
  #show(): void {
    const field = this.field();
    if (!field) {
      return;
    }
    const { row, column } = this.#cursor;
    const { part, x } = this.#frame.partOf(column);
    // A selection does not reach from the frozen columns into the others.
    const first = part === "rgCol" ? this.#frame.frozen : 0;
    const last = part === "rgCol" ? this.#cells.fields.length - 1 : this.#frame.frozen - 1;
    const anchor = Math.max(first, Math.min(last, this.#anchor.column));
    this.#anchor = { row: this.#anchor.row, column: anchor };
    const start = { x: this.#frame.partOf(anchor).x, y: this.#anchor.row };
    void this.#grid.setCellsFocus(start, { x, y: row }, part, "rgRow");
    this.#frame.reveal(this.#cursor);
    this.#editor.settle();
    void this.#grid.refresh();
    this.desk.isAt({ row, field: field.key });
    this.desk.refresh();
    this.#announce();
  }

  #toSpot(): void {
    const { row, field } = this.desk.spot;
    const column = this.#cells.fields.findIndex((known) => known.key === field);
    this.#to({
      row: Math.max(0, Math.min(row, this.#cells.rows)),
      column: column < 0 ? Math.min(1, this.#cells.fields.length - 1) : column,
    });
    if (!this.desk.form && !this.desk.notice) {
      this.#editor.focus();
    }
  }

  /** What the box says of the cell it lies on, to those who cannot see it. */
  #describe(): string {
    const field = this.field();
    const { row } = this.#cursor;
    const findings = field ? this.desk.findings.ofCell(row, field.key) : [];
    const words = [
      this.desk.t.rowNumber(row + 1),
      field ? this.label(field) : "",
      this.text() || this.desk.t.blank,
      ...this.desk.attention
        .inRow(findings, row, this.text())
        .map((finding) => this.desk.say(finding.message)),
    ].join("，");
    this.#editor.box.setAttribute("aria-label", words);
    return words;
  }

  #announce(): void {
    const words = this.#describe();
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => this.desk.tell(words), 250);
  }

  // ---- the mouse

  column(): number {
    return this.#cursor.column;
  }

  frozen(): number {
    return this.#frame.frozen;
  }

  press(cell: Cursor, extend: boolean): void {
    this.#editor.commit();
    this.#to(cell, extend);
    this.#editor.focus();
  }

  drag(cell: Cursor): void {
    if (cell.row !== this.#cursor.row || cell.column !== this.#cursor.column) {
      this.#to(cell, true);
    }
  }

  double(where: "number" | "cell"): void {
    if (where === "number") {
      this.#openForm();
    } else {
      this.#editor.open();
    }
  }

  #openForm(): void {
    if (this.#cursor.row < this.#cells.rows) {
      this.#editor.commit();
      this.desk.form = true;
      this.desk.refresh();
    }
  }

  // ---- the rows

  #columns(): void {
    const keys = inGridOrder(this.keys);
    this.#cells.fields = keys.flatMap((key) => this.desk.field("entries", key) ?? []);
    this.#frame.take(this.#cells.fields);
    this.#grid.columns = this.#cells.fields.map((field) => columnOf(field, this));
  }

  #reload(): void {
    this.#cells.reload();
    const rows = this.#cells.rows + 1;
    if (this.#drawn !== rows) {
      this.#drawn = rows;
      this.#grid.source = Array.from({ length: rows }, () => ({}));
    }
  }
}

customElements.define("al-sheet", Sheet);
