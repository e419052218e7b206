/**
 * The one box that always holds the focus of the grid. It lies over the cell the clerk is in,
 * unseen until something is typed: an input method finds a real text box from its first letter,
 * so none is lost, and what was typed is only ever read out of it.
 */

import { copiedText } from "./clipboard";
import type { FieldInfo, Lang, Option } from "../engine/contract";
import { Options, wordOf } from "./options";

/** The grid, as the box sees it. */
export interface Host {
  readonly language: Lang;
  field(): FieldInfo | undefined;
  text(): string;
  /** Where the cell is, within the sheet; `null` while it is out of sight. */
  place(): { left: number; top: number; width: number; height: number } | null;
  write(text: string): void;
  /** Moves on after a cell was finished. */
  leave(key: string, back: boolean): void;
  /** A key pressed while nothing is being typed. */
  key(event: KeyboardEvent): void;
  copied(): string;
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
const LIST_HEIGHT = 232;
const LIST_WIDTH = 300;

export class CellEditor {
  readonly element = document.createElement("div");
  readonly box = document.createElement("textarea");
  readonly #list = document.createElement("div");
  readonly #options = new Options();
  #mode: Mode = "off";
  /** Whether the text was typed into since the cell was taken up; narrows the list. */
  #typed = false;

  constructor(private readonly host: Host) {
    this.element.className = "cell-editor off";
    this.box.rows = 1;
    this.box.spellcheck = false;
    this.box.autocomplete = "off";
    this.box.setAttribute("aria-controls", "cell-options");
    this.#list.className = "cell-options";
    this.#list.id = "cell-options";
    this.#list.setAttribute("role", "listbox");
    this.#list.hidden = true;
    this.element.append(this.box, this.#list);
    this.box.addEventListener("keydown", (event) => this.#key(event));
    this.box.addEventListener("compositionstart", () => this.#begin("over", ""));
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
    if (document.activeElement !== this.box) {
      this.box.focus({ preventScroll: true });
    }
  }

  /** Lies down over the cell. */
  settle(): void {
    const place = this.host.place();
    const { style } = this.element;
    this.element.classList.toggle("away", !place);
    if (!place) {
      return;
    }
    const field = this.host.field();
    const isLong = this.isOn && field?.kind.type === "text" && LONG <= field.kind.max;
    const width = this.isOn ? Math.max(place.width, isLong ? 320 : 140) : place.width;
    const height = isLong ? LONG_HEIGHT : place.height;
    const sheet = this.element.parentElement;
    // A box wider than its cell stays within the sheet.
    style.left = `${Math.min(place.left, Math.max(0, (sheet?.clientWidth ?? 0) - width))}px`;
    style.top = `${Math.min(place.top, Math.max(0, (sheet?.clientHeight ?? 0) - height))}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    const below = (sheet?.clientHeight ?? 0) - place.top - height;
    this.#list.classList.toggle("up", below < LIST_HEIGHT && below < place.top);
    this.#list.classList.toggle("back", (sheet?.clientWidth ?? 0) < place.left + LIST_WIDTH);
  }

  /** Opens the cell with its text, as F2 and the mouse do. */
  open(): void {
    this.#begin("inside", this.host.text());
    if (this.isOn) {
      this.box.value = this.#options.open(this.box.value);
    }
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }

  /** Finishes the cell with what was typed. */
  commit(): void {
    if (!this.isOn) {
      return;
    }
    const text = this.#options.closed(this.box.value);
    this.#end();
    if (text !== this.host.text()) {
      this.host.write(text);
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
      return;
    }
    this.#mode = mode;
    this.#typed = false;
    // Setting the value would end a composition that is just beginning.
    if (text !== this.box.value) {
      this.box.value = text;
    }
    this.#options.take(field.kind);
    this.element.className = `cell-editor on kind-${field.kind.type}`;
    this.settle();
    this.#draw();
  }

  #end(): void {
    this.#mode = "off";
    this.box.value = "";
    this.element.className = "cell-editor off";
    this.#draw();
    this.settle();
  }

  #input(): void {
    if (!this.isOn) {
      const text = this.box.value;
      if (text === "") {
        return;
      }
      this.#begin("over", text);
    }
    this.#typed = true;
    this.#options.guess(this.box.value);
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
    if (control && /^[cx]$/i.test(event.key)) {
      // Without a selection some kernels send no copy event.
      this.box.value = " ";
      this.box.select();
      return false;
    }
    if (control && /^v$/i.test(event.key)) {
      return false;
    }
    if (event.key === "F2" || (event.altKey && event.key === "ArrowDown")) {
      this.open();
      return true;
    }
    if (event.key === "Delete" || event.key === "Backspace") {
      if (!control) {
        this.host.clear();
        return true;
      }
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
    if (!this.#options.isEmpty && (key === "ArrowDown" || key === "ArrowUp")) {
      this.#options.move(key === "ArrowDown" ? 1 : -1, this.#fitting().length);
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
    const option = this.#fitting()[this.#options.chosen];
    if (option) {
      this.#take(option);
      if (this.#options.several && event.key === "Enter") {
        return true;
      }
    }
    this.commit();
    this.host.leave(event.key, event.shiftKey);
    return true;
  }

  #take(option: Option): void {
    const text = this.#options.taken(this.box.value, option, this.#typed);
    this.box.value = this.#options.open(text);
    this.#typed = false;
    this.#options.chosen = -1;
    this.#draw();
  }

  #copy(event: ClipboardEvent, cut: boolean): void {
    if (this.isOn) {
      return;
    }
    event.preventDefault();
    event.clipboardData?.setData("text/plain", this.host.copied());
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

  #fitting(): readonly Option[] {
    return this.isOn ? this.#options.fitting(this.box.value, this.#typed) : [];
  }

  #draw(): void {
    const fitting = this.#fitting();
    this.#list.hidden = fitting.length === 0;
    while (this.#list.firstChild) {
      this.#list.firstChild.remove();
    }
    this.#list.append(...fitting.map((option, index) => this.#item(option, index)));
    const chosen = this.#list.children[this.#options.chosen];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) {
      this.box.setAttribute("aria-activedescendant", chosen.id);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }

  #item(option: Option, index: number): HTMLElement {
    const item = document.createElement("div");
    item.id = `cell-option-${index}`;
    item.className = "combo-option";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", index === this.#options.chosen ? "true" : "false");
    item.classList.toggle("taken", this.#options.isIn(this.box.value, option));
    item.textContent = wordOf(option, this.host.language);
    item.addEventListener("mousedown", (event) => {
      // The box keeps the focus, so the cell is not finished by the click.
      event.preventDefault();
      this.#take(option);
      if (!this.#options.several) {
        this.commit();
      }
    });
    return item;
  }
}
