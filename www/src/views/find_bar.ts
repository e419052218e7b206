/** Finding a text in the grid: the browser's own search sees only the rows on screen. */

import { html, type TemplateResult } from "lit";

import type { Cursor } from "../grid/cursor";
import { nextPlace, placesOf } from "../grid/search";
import { focusedIn } from "../stage";
import { View } from "./view";

const PAUSE_MS = 200;

class FindBar extends View {
  #wanted = "";
  #said = "";
  #waiting: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.take());
  }

  /** Takes the focus, with what was looked for last. */
  take(): void {
    const input = this.querySelector("input");
    input?.focus();
    input?.select();
  }

  protected override render(): TemplateResult {
    const { t } = this;
    return html`<div class="find-bar" role="search" @keydown=${this.#key}>
      <input
        type="search"
        autocomplete="off"
        spellcheck="false"
        placeholder=${t.grid.findHint}
        aria-label=${t.grid.findHint}
        @input=${this.#input}
      />
      <span class="find-count" role="status">${this.#said}</span>
      <button class="small" title="Shift+F3" @click=${() => this.go(true)}>${t.grid.findUp}</button>
      <button class="small" title="F3" @click=${() => this.go(false)}>${t.grid.findDown}</button>
      <button class="small" title="Esc" @click=${this.#close}>${t.close}</button>
    </div>`;
  }

  /** Goes to the next place, or the one before. */
  go(back: boolean): void {
    const { desk, t } = this;
    clearTimeout(this.#waiting);
    const places = placesOf(desk, this.#wanted);
    const next = nextPlace(places, this.#here(), back);
    this.#said = !this.#wanted
      ? ""
      : next
        ? t.grid.place(next.number, places.length)
        : t.grid.notFound;
    this.requestUpdate();
    if (next) {
      const key = desk.columns.keys[next.place.column] ?? "";
      const isIn = this.contains(focusedIn(this));
      desk.moveTo({ row: desk.arrangement.at(next.place.row), field: key });
      if (isIn) {
        this.querySelector("input")?.focus();
      }
    }
  }

  #here(): Cursor {
    const { spot, arrangement, columns } = this.desk;
    return {
      row: arrangement.positionOf(spot.row) ?? 0,
      column: columns.keys.indexOf(spot.field),
    };
  }

  readonly #input = (event: Event): void => {
    this.#wanted = (event.target as HTMLInputElement).value;
    clearTimeout(this.#waiting);
    if (!(event as InputEvent).isComposing) {
      this.#waiting = setTimeout(() => this.#count(), PAUSE_MS);
    }
  };

  #count(): void {
    const { t } = this;
    const places = placesOf(this.desk, this.#wanted);
    this.#said = !this.#wanted
      ? ""
      : places.length
        ? t.grid.places(places.length)
        : t.grid.notFound;
    this.requestUpdate();
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (event.key === "Enter" && (event.target as Element).matches("input")) {
      event.preventDefault();
      this.go(event.shiftKey);
    } else if (event.key === "F3") {
      event.preventDefault();
      this.go(event.shiftKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.#close();
    }
  };

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent("find-close"));
  };
}

customElements.define("al-find-bar", FindBar);
