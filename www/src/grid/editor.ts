/**
 * The one box that always holds the focus of the grid. It lies over the cell the clerk is in,
 * unseen until something is typed: an input method finds a real text box from its first letter,
 * so none is lost, and what was typed is only ever read out of it.
 */

import { Calendar } from "./calendar";
import { copiedText } from "./clipboard";
import type { FieldInfo, Lang, Option } from "../engine/contract";
import { focusedIn } from "../stage";
import { OptionList } from "./option_list";

/** The grid, as the box sees it. */
export interface Host {
  readonly language: Lang;
  /** As large as the sheet is. */
  readonly size: Readonly<{ width: number; height: number }>;
  field(): FieldInfo | undefined;
  text(): string;
  /** Said beside an amount. */
  unit(): string;
  /** Where the cell is, within the sheet; `null` while it is out of sight. */
  place(): { left: number; top: number; width: number; height: number } | null;
  write(text: string): void;
  /** Writes into all cells selected. */
  writeAll(text: string): void;
  /** A cell is being typed in. */
  began(): void;
  /** Something was typed where nothing can be. */
  refuse(): void;
  /** Moves on after a cell was finished. */
  leave(key: string, back: boolean): void;
  /** A key pressed while nothing is being typed. */
  key(event: KeyboardEvent): void;
  copy(clipboard: DataTransfer): void;
  clear(): void;
  paste(text: string): void;
}

type Mode =
  | "off"
  /** Began with a letter: arrows finish the cell. */
  | "over"
  /** Began with F2 or the mouse: arrows move in the text. */
  | "inside";

/** Characters from which a text gets a box of several lines. */
const LONG = 200;
const LONG_HEIGHT = 104;
const POPUP_HEIGHT = 262;
const POPUP_WIDTH = 300;

export class CellEditor {
  readonly element = document.createElement("div");
  readonly box = document.createElement("textarea");
  readonly #unit = document.createElement("span");
  readonly #list = new OptionList(this.box, (option) => this.#pick(option));
  readonly #calendar = new Calendar((day) => this.#pickDay(day));
  #mode: Mode = "off";
  /** Whether the text was typed into since the cell was taken up; narrows the list. */
  #typed = false;

  constructor(private readonly host: Host) {
    this.element.className = "cell-editor off";
    this.box.rows = 1;
    this.box.spellcheck = false;
    this.box.autocomplete = "off";
    this.box.setAttribute("aria-controls", "cell-options");
    this.#unit.className = "cell-unit";
    this.element.append(this.box, this.#unit, this.#list.element, this.#calendar.element);
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("compositionstart", () => this.#begin("over", ""));
    this.box.addEventListener("compositionend", () => this.#input());
    this.box.addEventListener("input", () => this.#input());
    this.box.addEventListener("blur", () => this.commit());
    this.box.addEventListener("copy", (event) => this.#copy(event, false));
    this.box.addEventListener("cut", (event) => this.#copy(event, true));
    this.box.addEventListener("paste", (event) => this.#paste(event));
  }

  get isOn(): boolean {
    return this.#mode !== "off";
  }

  focus(): void {
    if (focusedIn(this.box) !== this.box) {
      this.box.focus({ preventScroll: true });
    }
  }

  /** Lies down over the cell. */
  settle(place = this.host.place()): void {
    const { style, classList } = this.element;
    classList.toggle("away", !place);
    if (!place) {
      return;
    }
    const field = this.host.field();
    const isLong = this.isOn && field?.kind.type === "text" && LONG <= field.kind.max;
    const width = this.isOn ? Math.max(place.width, isLong ? 320 : 140) : place.width;
    const height = isLong ? LONG_HEIGHT : place.height;
    const { width: right, height: bottom } = this.host.size;
    // A box wider than its cell stays within the sheet.
    style.left = `${Math.min(place.left, Math.max(0, right - width))}px`;
    style.top = `${Math.min(place.top, Math.max(0, bottom - height))}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    const below = bottom - place.top - height;
    classList.toggle("up", below < POPUP_HEIGHT && below < place.top);
    classList.toggle("back", right < place.left + POPUP_WIDTH);
  }

  /** Opens the cell with its text, as F2 and the mouse do; with its list or calendar at hand. */
  open(popup = false): void {
    this.#begin("inside", this.host.text());
    if (this.isOn) {
      this.box.value = this.#list.open(this.box.value);
      this.#openCalendar(popup);
    }
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  /** Finishes the cell with what was typed. */
  commit(): void {
    if (this.isOn) {
      const text = this.#end();
      if (text !== this.host.text()) {
        this.host.write(text);
      }
    }
  }

  cancel(): void {
    this.#end();
  }

  #begin(mode: "over" | "inside", text: string): void {
    if (this.isOn) {
      return;
    }
    const field = this.host.field();
    if (!field || field.presence === "derived") {
      this.box.value = "";
      this.host.refuse();
      return;
    }
    this.#mode = mode;
    this.#typed = false;
    // Setting the value would end a composition that is just beginning.
    if (text !== this.box.value) {
      this.box.value = text;
    }
    this.#list.take(field.kind, field.label[this.host.language]);
    this.element.className = `cell-editor on kind-${field.kind.type}`;
    this.#unit.textContent = field.kind.type === "amount" ? this.host.unit() : "";
    this.settle();
    this.#draw();
    this.host.began();
  }

  /** Puts the box to rest; what it held is the answer. */
  #end(): string {
    const text = this.#list.closed(this.box.value);
    this.#mode = "off";
    this.box.value = "";
    this.element.className = "cell-editor off";
    this.#calendar.close();
    this.#list.hide();
    this.settle();
    return text;
  }

  #input(): void {
    if (!this.isOn) {
      const text = this.box.value;
      if (text === "") {
        return;
      }
      this.#begin("over", text);
      if (!this.isOn) {
        return;
      }
    }
    this.#typed = true;
    this.#list.guess(this.box.value);
    this.#calendar.follow(this.box.value, this.host.language);
    this.#draw();
  }

  #key(event: KeyboardEvent): void {
    // 229: the key belongs to an input method.
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    const handled = this.isOn ? this.#keyInside(event) : this.#keyOutside(event);
    if (handled) {
      event.preventDefault();
    }
  }

  #keyOutside(event: KeyboardEvent): boolean {
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && /^[cx]$/i.test(event.key)) {
      // Without a selection some kernels send no copy event.
      this.box.value = " ";
      this.box.select();
      return false;
    }
    if (control && /^v$/i.test(event.key)) {
      return false;
    }
    if (event.key === "F2" || (event.altKey && event.key === "ArrowDown")) {
      this.open(event.altKey);
      return true;
    }
    if ((event.key === "Delete" || event.key === "Backspace") && !control) {
      this.host.clear();
      return true;
    }
    this.host.key(event);
    return event.defaultPrevented;
  }

  #keyInside(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === "Escape") {
      this.cancel();
      return true;
    }
    if (key === "Enter" || key === "Tab") {
      return this.#finish(event);
    }
    if (event.altKey && key === "ArrowDown") {
      this.#openCalendar(true);
      return true;
    }
    if (this.#calendar.key(key, this.host.language)) {
      this.box.value = this.#calendar.text;
      return true;
    }
    if (!this.#list.isEmpty && (key === "ArrowDown" || key === "ArrowUp")) {
      this.#list.move(key === "ArrowDown" ? 1 : -1);
      this.#draw();
      return true;
    }
    if (key === "F2") {
      this.#mode = this.#mode === "over" ? "inside" : "over";
      return true;
    }
    if (this.#mode === "over" && /^Arrow/.test(key)) {
      this.commit();
      this.host.leave(key, false);
      return true;
    }
    return false;
  }

  #finish(event: KeyboardEvent): boolean {
    if (event.altKey && event.key === "Enter") {
      this.box.setRangeText("\n", this.box.selectionStart, this.box.selectionEnd, "end");
      return true;
    }
    const option = this.#list.chosen;
    if (option) {
      this.#take(option);
      if (this.#list.several && event.key === "Enter") {
        return true;
      }
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      this.host.writeAll(this.#end());
      return true;
    }
    this.commit();
    this.host.leave(event.key, event.shiftKey);
    return true;
  }

  #take(option: Option): void {
    this.box.value = this.#list.taken(this.box.value, option, this.#typed);
    this.#typed = false;
    this.#draw();
  }

  #pick(option: Option): void {
    this.#take(option);
    if (!this.#list.several) {
      this.commit();
    }
  }

  #pickDay(day: string): void {
    this.box.value = day;
    this.commit();
  }

  #openCalendar(isActive: boolean): void {
    const kind = this.host.field()?.kind.type;
    if (kind === "date" || kind === "month") {
      this.#calendar.open(this.box.value, kind === "month", this.host.language, isActive);
    }
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    if (this.isOn) {
      return;
    }
    event.preventDefault();
    if (event.clipboardData) {
      this.host.copy(event.clipboardData);
    }
    this.box.value = "";
    if (cut) {
      this.host.clear();
    }
  }

  #paste(event: ClipboardEvent): void {
    if (this.isOn) {
      return;
    }
    event.preventDefault();
    const text = copiedText(event.clipboardData);
    if (text) {
      this.host.paste(text);
    }
  }

  #draw(): void {
    if (this.isOn && !this.#list.isEmpty) {
      this.#list.draw(this.box.value, this.#typed, this.host.language);
    } else {
      this.#list.hide();
    }
  }
}
