/** The list under a cell that takes words of a list, drawn; what fits is for `Options` to say. */

import type { Kind, Lang, Option } from "../engine/contract";
import { Options, wordOf } from "./options";

export class OptionList {
  readonly element = document.createElement("div");
  readonly #options = new Options();
  #shown: readonly Option[] = [];

  /** `pick` is told an option that is pressed. */
  constructor(
    private readonly box: HTMLElement,
    private readonly pick: (option: Option) => void,
  ) {
    this.element.className = "cell-options";
    this.element.id = "cell-options";
    this.element.setAttribute("role", "listbox");
    this.element.hidden = true;
  }

  get isEmpty(): boolean {
    return this.#options.isEmpty;
  }

  get several(): boolean {
    return this.#options.several;
  }

  /** What Enter would take. */
  get chosen(): Option | undefined {
    return this.#shown[this.#options.chosen];
  }

  /** Takes up a cell of a column. */
  take(kind: Kind, label: string): void {
    this.#options.take(kind);
    this.element.setAttribute("aria-label", label);
  }

  /** The text as the box shows it, and as the cell takes it. */
  open(text: string): string {
    return this.#options.open(text);
  }

  closed(text: string): string {
    return this.#options.closed(text);
  }

  /** The text with an option taken. */
  taken(text: string, option: Option, typed: boolean): string {
    this.#options.chosen = -1;
    return this.#options.open(this.#options.taken(text, option, typed));
  }

  guess(text: string): void {
    this.#options.guess(text);
  }

  move(by: number): void {
    this.#options.move(by, this.#shown.length);
  }

  hide(): void {
    this.#shown = [];
    this.element.hidden = true;
    this.box.removeAttribute("aria-activedescendant");
  }

  draw(text: string, typed: boolean, lang: Lang): void {
    this.#shown = this.#options.fitting(text, typed);
    const { element } = this;
    element.hidden = this.#shown.length === 0;
    while (element.firstChild) {
      element.firstChild.remove();
    }
    element.append(...this.#shown.map((option, index) => this.#item(option, index, text, lang)));
    const chosen = element.children[this.#options.chosen];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) {
      this.box.setAttribute("aria-activedescendant", chosen.id);
    } else {
      this.box.removeAttribute("aria-activedescendant");
    }
  }

  #item(option: Option, index: number, text: string, lang: Lang): HTMLElement {
    const item = document.createElement("div");
    item.id = `cell-option-${index}`;
    item.className = "combo-option";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", index === this.#options.chosen ? "true" : "false");
    item.classList.toggle("taken", this.#options.isIn(text, option));
    item.textContent = wordOf(option, lang);
    item.addEventListener("mousedown", (event) => {
      // The box keeps the focus, so the cell is not finished by the click.
      event.preventDefault();
      this.pick(option);
    });
    return item;
  }
}
