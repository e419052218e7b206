/** The grid of debts: draws what the engine holds, and turns keys, clicks and pastes into edits. */

import type { PropertyValues } from "lit";

import type { FieldInfo, Severity } from "../engine/contract";
import { gravest } from "../findings";
import { blank, isOneCell, toText } from "../grid/block";
import { FROZEN, inGridOrder } from "../grid/columns";
import { between, moved, tabbed, type Cursor, type Selection } from "../grid/cursor";
import { CellEditor, type Host } from "../grid/editor";
import {
  columnOf,
  createGrid,
  ROW_HEIGHT,
  type CellLook,
  type Grid,
  type Sheet as Drawn,
} from "../grid/revogrid";
import { RowWindow } from "../row_window";
import { View } from "./view";

class Sheet extends View implements Drawn, Host {
  static override properties = { ...View.properties, keys: { attribute: false } };

  /** The columns to show, in the catalogue's order. */
  declare keys: string[];
  readonly #editor = new CellEditor(this);
  readonly #grid: Grid = createGrid(this);
  #fields: FieldInfo[] = [];
  #window: RowWindow | null = null;
  #cursor: Cursor = { row: 0, column: 0 };
  #anchor: Cursor = { row: 0, column: 0 };
  #lang = "";
  #money = "";
  #stop: (() => void)[] = [];
  #announcing: ReturnType<typeof setTimeout> | undefined;

  // ---- life

  override connectedCallback(): void {
    super.connectedCallback();
    this.append(this.#grid, this.#editor.element);
    this.#grid.addEventListener("beforekeydown", (event) => event.preventDefault());
    this.#grid.addEventListener("beforefocuslost", (event) => event.preventDefault());
    this.#grid.addEventListener("beforecellfocus", () => this.#editor.commit());
    this.#grid.addEventListener("viewportscroll", () => this.#editor.settle());
    this.#grid.addEventListener("aftercolumnresize", () => this.#editor.settle());
    this.addEventListener("mousedown", this.#press, true);
    this.addEventListener("dblclick", this.#double);
    window.addEventListener("resize", this.#resized);
    this.#stop = [
      this.desk.onTurn((turn) => {
        if (turn === null || turn.reload) {
          this.#reload();
        } else {
          this.#window?.patch(turn.cells);
        }
        void this.#grid.refresh();
      }),
      this.desk.onJump(() => this.#toSpot()),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor.commit();
    window.removeEventListener("resize", this.#resized);
    for (const stop of this.#stop) {
      stop();
    }
  }

  protected override updated(changed: PropertyValues): void {
    const words = this.#lang !== this.desk.lang || this.#money !== this.desk.money;
    if (changed.has("keys") || words) {
      this.#lang = this.desk.lang;
      this.#money = this.desk.money;
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
    const findings = this.desk.findings.ofCell(row, field.key);
    const grave = gravest(findings);
    return {
      text: this.#textAt(row, field.key),
      classes: { ...marks(grave), derived: field.presence === "derived" },
      title: findings.map((finding) => this.desk.say(finding.message)).join("\n"),
    };
  }

  number(row: number): CellLook {
    const { desk } = this;
    if (row === this.#rows) {
      return { text: "＋", classes: { fresh: true }, title: desk.t.newRow };
    }
    const grave = desk.findings.gravestOf(row);
    const count = desk.findings.countOf(row);
    return {
      text: String(row + 1),
      classes: { ...marks(grave === "notice" ? null : grave), current: row === this.#cursor.row },
      title: count === 0 ? desk.t.openForm : desk.t.rowFindings(row + 1, count),
    };
  }

  // ---- what the editor asks

  get language() {
    return this.desk.lang;
  }

  field(): FieldInfo | undefined {
    return this.#fields[this.#cursor.column];
  }

  text(): string {
    const key = this.field()?.key;
    return key ? this.#textAt(this.#cursor.row, key) : "";
  }

  place() {
    const cell = this.#cellElement(this.#cursor);
    if (!cell) {
      return null;
    }
    const outer = this.getBoundingClientRect();
    const inner = cell.getBoundingClientRect();
    return {
      left: inner.left - outer.left,
      top: inner.top - outer.top,
      width: inner.width,
      height: inner.height,
    };
  }

  write(text: string): void {
    const key = this.field()?.key;
    const { row } = this.#cursor;
    if (!key) {
      return;
    }
    if (row < this.#rows) {
      this.desk.change((session) => session.set_cell(row, key, text));
    } else if (text.trim()) {
      // The row below the last one becomes a debt together with its first cell: one step to undo.
      this.desk.change((session) => session.paste(row, [key], `"${text.replace(/"/g, '""')}"`));
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
      this.#anchor = { row: 0, column: Math.min(this.#frozen, this.#fields.length - 1) };
      this.#to({ row: this.#rows - 1, column: this.#fields.length - 1 }, true);
    } else if (this.#move(event.key, control, event.shiftKey)) {
      event.preventDefault();
    }
  }

  copied(): string {
    const { top, bottom, left, right } = this.#selection;
    const rows: string[][] = [];
    for (let row = top; row <= Math.min(bottom, this.#rows - 1); row += 1) {
      rows.push(this.#fields.slice(left, right + 1).map((field) => this.#textAt(row, field.key)));
    }
    return toText(rows);
  }

  clear(): void {
    const { top, bottom, left, right } = this.#selection;
    const last = Math.min(bottom, this.#rows - 1);
    if (last < top) {
      return;
    }
    const keys = this.#fields.slice(left, right + 1).map((field) => field.key);
    const [key] = keys;
    if (top === last && keys.length === 1 && key) {
      this.desk.change((session) => session.set_cell(top, key, ""));
    } else {
      const text = blank(last - top + 1, keys.length);
      this.desk.change((session) => session.paste(top, keys, text));
    }
  }

  paste(text: string): void {
    if (isOneCell(text)) {
      this.write(text.replace(/\r?\n$/, ""));
      return;
    }
    const keys = this.#fields.slice(this.#cursor.column).map((field) => field.key);
    const pasted = this.desk.change((session) => session.paste(this.#cursor.row, keys, text));
    if (pasted && (pasted.report.heading || pasted.report.unread !== 0)) {
      this.desk.show({ kind: "pasted", report: pasted.report });
    } else if (pasted) {
      this.desk.tell(this.desk.t.pasted(pasted.report.rows));
    }
  }

  // ---- moving

  get #rows(): number {
    return this.desk.overview?.rows ?? 0;
  }

  get #frozen(): number {
    return this.#fields.filter((field) => FROZEN.includes(field.key)).length;
  }

  /** One row more than there are debts: the next debt is begun there. */
  get #extent() {
    const page = Math.max(1, Math.floor(this.clientHeight / ROW_HEIGHT) - 2);
    return { rows: this.#rows + 1, columns: this.#fields.length, page };
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
    const frozen = this.#frozen;
    const isFrozen = column < frozen;
    const x = (index: number) => (isFrozen ? index : index - frozen);
    // A selection does not reach from the frozen columns into the others.
    const anchor = isFrozen
      ? Math.min(this.#anchor.column, frozen - 1)
      : Math.max(this.#anchor.column, frozen);
    this.#anchor = { row: this.#anchor.row, column: anchor };
    void this.#grid
      .setCellsFocus(
        { x: x(anchor), y: this.#anchor.row },
        { x: x(column), y: row },
        isFrozen ? "colPinStart" : "rgCol",
        "rgRow",
      )
      .then(() => this.#reveal(isFrozen, x(column), row));
    this.desk.spot = { row, field: field.key };
    this.desk.refresh();
    this.#announce();
  }

  async #reveal(isFrozen: boolean, x: number, y: number): Promise<void> {
    await this.#grid.scrollToCoordinate(isFrozen ? { y } : { x, y });
    this.#editor.settle();
    void this.#grid.refresh();
  }

  #toSpot(): void {
    const { row, field } = this.desk.spot;
    const column = this.#fields.findIndex((known) => known.key === field);
    this.#to({
      row: Math.max(0, Math.min(row, this.#rows)),
      column: column < 0 ? Math.min(1, this.#fields.length - 1) : column,
    });
    if (!this.desk.form && !this.desk.notice) {
      this.#editor.focus();
    }
  }

  #announce(): void {
    const field = this.field();
    const findings = field ? this.desk.findings.ofCell(this.#cursor.row, field.key) : [];
    const words = [
      this.desk.t.rowNumber(this.#cursor.row + 1),
      field ? this.label(field) : "",
      this.text() || this.desk.t.blank,
      ...findings.map((finding) => this.desk.say(finding.message)),
    ].join("，");
    this.#editor.box.setAttribute("aria-label", words);
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => this.desk.tell(words), 250);
  }

  // ---- the mouse

  readonly #resized = (): void => this.#editor.settle();

  readonly #press = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (this.#editor.element.contains(target)) {
      return;
    }
    const cursor = this.#cellAt(target);
    if (!cursor) {
      return;
    }
    // The grid would select by itself and later: the cursor is ours.
    event.preventDefault();
    event.stopPropagation();
    this.#editor.commit();
    this.#to(cursor, event.shiftKey);
    this.#editor.focus();
    if (event.button === 0) {
      this.#drag();
    }
  };

  #drag(): void {
    const move = (event: MouseEvent) => {
      const cursor = this.#cellAt(event.target as Element);
      if (cursor && (cursor.row !== this.#cursor.row || cursor.column !== this.#cursor.column)) {
        this.#to(cursor, true);
      }
    };
    const up = () => {
      this.removeEventListener("mousemove", move);
      window.removeEventListener("mouseup", up);
    };
    this.addEventListener("mousemove", move);
    window.addEventListener("mouseup", up);
  }

  readonly #double = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest(".rowHeaders")) {
      this.#openForm();
    } else if (this.#cellAt(target) || this.#editor.element.contains(target)) {
      this.#editor.open();
    }
  };

  #openForm(): void {
    if (this.#cursor.row < this.#rows) {
      this.#editor.commit();
      this.desk.form = true;
      this.desk.refresh();
    }
  }

  /** The cell an element stands in; a row's number stands for its first cell. */
  #cellAt(target: Element): Cursor | null {
    const cell = target.closest<HTMLElement>("[data-rgrow][data-rgcol]");
    if (!cell || !this.contains(cell)) {
      return null;
    }
    const row = Number(cell.dataset["rgrow"]);
    if (cell.closest(".rowHeaders")) {
      return { row, column: this.#cursor.column };
    }
    const x = Number(cell.dataset["rgcol"]);
    return { row, column: cell.closest(".colPinStart") ? x : x + this.#frozen };
  }

  #cellElement({ row, column }: Cursor): Element | null {
    const frozen = this.#frozen;
    const part = column < frozen ? "colPinStart" : "rgCol";
    const x = column < frozen ? column : column - frozen;
    return this.querySelector(
      `revogr-viewport-scroll.${part} .rgCell[data-rgrow="${row}"][data-rgcol="${x}"]`,
    );
  }

  // ---- the rows

  #textAt(row: number, key: string): string {
    return row < this.#rows ? (this.#window?.text(row, key) ?? "") : "";
  }

  #columns(): void {
    this.#fields = inGridOrder(this.keys).flatMap((key) => this.desk.field("entries", key) ?? []);
    this.#grid.columns = this.#fields.map((field) => columnOf(field, this));
  }

  #reload(): void {
    const { session } = this.desk;
    this.#window =
      session &&
      new RowWindow(
        session,
        this.#fields.map((field) => field.key),
      );
    if (this.#grid.source.length !== this.#rows + 1) {
      this.#grid.source = Array.from({ length: this.#rows + 1 }, () => ({}));
    }
  }
}

function marks(grave: Severity | null): Record<string, boolean> {
  return { "has-error": grave === "error", "has-warning": grave === "warning" };
}

customElements.define("al-sheet", Sheet);
