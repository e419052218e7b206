/** The grid of debts: draws what the engine holds, and turns keys, presses and pastes into edits. */

import type { PropertyValues } from "lit";

import type { Change, FieldInfo } from "../engine/contract";
import { Cells } from "../grid/cells";
import { isOneCell } from "../grid/cursor";
import { Drawing } from "../grid/drawing";
import { CellEditor, type Host } from "../grid/editor";
import { Frame } from "../grid/frame";
import { Hand } from "../grid/hand";
import { commandOf, type Command } from "../grid/keys";
import { Marks } from "../grid/marks";
import { listenToMouse } from "../grid/mouse";
import { Pointing } from "../grid/pointing";
import { columnOf, createGrid, measure, type Grid } from "../grid/revogrid";
import { Speech } from "../grid/speech";
import { View } from "./view";

/** What is done by the ledger's page, which has the buttons for it. */
export type SheetEvent = CustomEvent<Command>;

class Sheet extends View implements Host {
  readonly #editor = new CellEditor(this);
  readonly #cells = new Cells(() => this.desk);
  readonly #drawing = new Drawing(() => this.desk, this.#cells);
  readonly #grid: Grid = createGrid(this.#drawing);
  readonly #frame = new Frame(this.#grid, () => this.desk.columns);
  readonly #hand = new Hand(
    () => this.#extent,
    () => this.#moved(),
  );
  readonly #marks = new Marks(this.#frame, this.#grid);
  readonly #speech = new Speech(() => this.desk, this.#editor.box, this.#editor.element);
  readonly #pointing = new Pointing(
    { hand: this.#hand, editor: this.#editor, cells: this.#cells, frame: this.#frame },
    () => this.#settle(),
    (command) => this.#ask(command),
  );
  /** Rows the grid was given. */
  #drawn = 0;
  #words = "";
  #stop: (() => void)[] = [];
  /** The form beside the grid comes and goes: the cell stays in sight. */
  readonly #resized = new ResizeObserver(() => {
    this.#frame.resize(this.clientWidth, this.clientHeight);
    if (this.#frame.fitting() !== this.#frame.frozen) {
      this.#columns();
    }
    this.#frame.reveal(this.#hand.active);
    this.#settle();
  });

  // ---- life

  constructor() {
    super();
    listenToMouse(this, this.#editor.element, this.#pointing);
    const settle = () => this.#settle();
    this.#grid.addEventListener("viewportscroll", settle);
    this.#grid.addEventListener("aftercolumnresize", () => this.#redraw());
    this.#grid.addEventListener("beforekeydown", (event) => event.preventDefault());
    this.addEventListener("focusout", () => this.#speech.hide());
    this.addEventListener("focusin", settle);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.append(this.#grid, this.#speech.element, this.#speech.bubble);
    this.#frame.resize(this.clientWidth, this.clientHeight);
    this.#resized.observe(this);
    const { desk } = this;
    this.#stop = [
      desk.turns.add((turn) => this.#turned(turn)),
      desk.jumps.add(() => this.#toSpot()),
      desk.arrangement.changes.add(() => this.#rearranged()),
      desk.columns.changes.add(() => this.#rechosen()),
    ];
    this.#columns();
    this.#reload();
    this.#toSpot();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#editor.commit();
    this.#resized.disconnect();
    this.#drawing.stop();
    for (const stop of this.#stop) {
      stop();
    }
  }

  protected override updated(_: PropertyValues): void {
    const words = `${this.desk.lang} ${this.desk.money} ${this.desk.settings.large}`;
    if (this.#words !== words) {
      this.#words = words;
      measure(this.#grid, this.#drawing);
      this.#columns();
      this.#speak();
    }
  }

  takeFocus(): void {
    this.#editor.focus();
  }

  // ---- what the editor asks

  get size() {
    return this.#frame.size;
  }

  get language() {
    return this.desk.lang;
  }

  field(): FieldInfo | undefined {
    return this.#cells.fields[this.#hand.active.column];
  }

  text(): string {
    const key = this.field()?.key;
    return key ? this.#cells.text(this.#hand.active.row, key) : "";
  }

  unit(): string {
    return this.desk.money;
  }

  place() {
    return this.#frame.place(this.#hand.active);
  }

  write(text: string): void {
    const key = this.field()?.key;
    if (key) {
      this.#cells.write(this.#hand.active.row, key, text);
    }
  }

  writeAll(text: string): void {
    this.#cells.paste(this.#hand.active, this.#hand.selection, text);
  }

  began(): void {
    this.#speech.hide();
  }

  refuse(): void {
    this.desk.tell(this.desk.t.grid.derived);
  }

  leave(key: string, back: boolean): void {
    if (key === "Tab") {
      this.#hand.tab(back);
    } else if (key === "Enter") {
      this.#hand.enter(back);
    } else {
      this.#hand.key(key, false, false);
    }
  }

  key(event: KeyboardEvent): void {
    const control = event.ctrlKey || event.metaKey;
    const command = commandOf(event);
    if (command) {
      this.#command(command);
    } else if (event.key === "Tab") {
      // Tab leaves the grid at its last cell, and back at its first.
      if (!this.#hand.tab(event.shiftKey)) {
        return;
      }
    } else if (event.key === "Enter" && !control && !event.altKey) {
      this.#hand.enter(event.shiftKey);
    } else if (event.altKey || !this.#hand.key(event.key, control, event.shiftKey)) {
      return;
    }
    event.preventDefault();
  }

  copy(clipboard: DataTransfer): void {
    this.#cells.copy(this.#hand.selection, clipboard);
  }

  clear(): void {
    this.#cells.clear(this.#hand.selection);
  }

  paste(text: string): void {
    this.#cells.paste(this.#hand.active, this.#hand.selection, text);
  }

  #command(command: Command): void {
    switch (command) {
      case "selectAll":
        return this.#hand.all();
      case "selectRows":
        return this.#hand.whole("rows");
      case "selectColumns":
        return this.#hand.whole("columns");
      case "fillDown":
        return this.#cells.fillDown(this.#hand.selection);
      case "fillRight":
        return this.#cells.fillRight(this.#hand.selection);
      default:
        this.#ask(command);
    }
  }

  #ask(command: Command): void {
    const event: SheetEvent = new CustomEvent("sheet-command", { bubbles: true, detail: command });
    this.dispatchEvent(event);
  }

  // ---- moving

  /** One row more than there are debts: the next debt is begun there. */
  get #extent() {
    return {
      rows: this.#cells.rows + 1,
      columns: this.#cells.fields.length,
      page: this.#frame.page,
      isFilled: (row: number, column: number) => this.#cells.isFilled(row, column),
    };
  }

  /** Shows where the hand is, and lets the desk know. */
  #moved(): void {
    const field = this.field();
    if (!field) {
      return;
    }
    if (!this.#pointing.isStill) {
      this.#frame.reveal(this.#hand.head);
    }
    this.desk.isAt({
      row: this.desk.arrangement.at(this.#hand.active.row),
      field: field.key,
      selection: this.#hand.selection,
    });
    this.desk.refresh();
    this.#speak();
    this.#settle();
  }

  #settle(): void {
    const place = this.place();
    this.#editor.settle(place);
    this.#marks.draw(this.#hand.active, this.#hand.selection, this.#pointing.filling);
    this.#speech.settle(place, this.size, this.#editor.isOn);
  }

  #speak(): void {
    const { selection, active } = this.#hand;
    this.#speech.say({
      cell: active,
      fields: this.#cells.fields,
      labels: this.#cells.fields.map((field) => this.#drawing.label(field)),
      texts: this.#cells.fields.map((field) => this.#cells.text(active.row, field.key)),
      selection: isOneCell(selection) ? null : selection,
    });
  }

  #toSpot(): void {
    const { desk } = this;
    const { row, field } = desk.spot;
    const rows = desk.overview?.rows ?? 0;
    const wanted = Math.max(0, Math.min(row, rows));
    if (field && !desk.wanted && !desk.form) {
      desk.columns.reveal(field);
    }
    if (desk.arrangement.positionOf(wanted) === null) {
      desk.tell(desk.t.grid.revealed(wanted + 1));
      desk.arrangement.reveal(wanted);
    }
    const column = this.#cells.fields.findIndex((known) => known.key === field);
    this.#hand.to({
      row: desk.arrangement.positionOf(wanted) ?? 0,
      column: column < 0 ? Math.min(1, this.#cells.fields.length - 1) : column,
    });
    if (!desk.form && !desk.notice) {
      this.#editor.focus();
    }
  }

  // ---- the rows

  #turned(turn: Change | null): void {
    if (turn === null || turn.reload) {
      this.#reload();
    } else {
      this.#cells.patch(turn.cells);
    }
    this.#speak();
    this.#redraw();
  }

  /** Rows are seen in another order, or others: the clerk stays with the debt. */
  #rearranged(): void {
    const { arrangement, spot } = this.desk;
    this.#columns();
    this.#reload();
    const row = arrangement.positionOf(spot.row) ?? 0;
    this.#hand.to({ row, column: this.#hand.active.column });
    this.#redraw();
  }

  /** Other columns are shown: the clerk stays in theirs, or where it was. */
  #rechosen(): void {
    const { desk } = this;
    const { row, column } = this.#hand.active;
    this.#columns();
    this.#reload();
    const keys = this.#cells.fields.map((field) => field.key);
    const at = keys.indexOf(desk.spot.field);
    this.#hand.to({ row, column: at < 0 ? Math.min(column, keys.length - 1) : at });
  }

  #columns(): void {
    const { desk } = this;
    this.#cells.fields = desk.columns.keys.flatMap((key) => desk.field("entries", key) ?? []);
    this.#frame.take(this.#cells.fields);
    this.#grid.columns = this.#cells.fields.map((field, index) =>
      columnOf(field, this.#drawing, index < this.#frame.frozen),
    );
    requestAnimationFrame(() => this.#settle());
  }

  #reload(): void {
    this.#cells.reload();
    const rows = this.#cells.rows + 1;
    if (this.#drawn !== rows) {
      this.#drawn = rows;
      this.#grid.source = Array.from({ length: rows }, () => ({}));
    }
    this.#drawing.workTotals(() => void this.#grid.refresh("rowPinEnd"));
  }

  #redraw(): void {
    this.#drawing.forget();
    void this.#grid.refresh();
    this.#settle();
  }
}

customElements.define("al-sheet", Sheet);
