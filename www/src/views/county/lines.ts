/**
 * The lines of a table, drawn a screenful at first and the rest bit by bit: a thousand lines at once
 * would keep the page from answering for a second. Printing draws what is left beforehand.
 */

import { noChange, nothing } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { type ChildPart, directive } from "lit/directive.js";

import type { Lang } from "../../engine/contract";
import type { Sheet } from "../../engine/office/county";
import { shown } from "./value";

/** So many lines are drawn with the page, and in each step after that. */
const STEP = 150;

class Lines extends AsyncDirective {
  #sheet: Sheet | null = null;
  #lang: Lang | null = null;
  #drawn = 0;
  #body: HTMLElement | null = null;
  #timer = 0;
  readonly #finish = (): void => this.#draw(Infinity);

  render(_sheet: Sheet, _lang: Lang): unknown {
    return nothing;
  }

  override update(_part: ChildPart, [sheet, lang]: [Sheet, Lang]): unknown {
    if (sheet === this.#sheet && lang === this.#lang) {
      return noChange;
    }
    this.#stop();
    this.#sheet = sheet;
    this.#lang = lang;
    // What somebody has scrolled to stays where it is.
    const drawn = Math.max(STEP, this.#drawn);
    this.#drawn = 0;
    const body = document.createElement("tbody");
    this.#body = body;
    window.addEventListener("beforeprint", this.#finish);
    this.#draw(drawn);
    return body;
  }

  protected override disconnected(): void {
    this.#stop();
  }

  protected override reconnected(): void {
    window.addEventListener("beforeprint", this.#finish);
    this.#draw(STEP);
  }

  #stop(): void {
    window.clearTimeout(this.#timer);
    window.removeEventListener("beforeprint", this.#finish);
  }

  #draw(count: number): void {
    window.clearTimeout(this.#timer);
    const { rows, columns } = this.#sheet ?? { rows: [], columns: [] };
    const lines = document.createDocumentFragment();
    for (const row of rows.slice(this.#drawn, this.#drawn + count)) {
      const line = lines.appendChild(document.createElement("tr"));
      row.forEach((value, index) => {
        const cell = line.appendChild(document.createElement("td"));
        cell.className = columns[index]?.kind === "text" ? "" : "number";
        cell.textContent = shown(value, this.#lang ?? "zh");
      });
    }
    this.#body?.append(lines);
    this.#drawn = Math.min(this.#drawn + count, rows.length);
    if (this.#drawn < rows.length) {
      this.#body?.setAttribute("aria-busy", "true");
      this.#timer = window.setTimeout(() => this.#draw(STEP), 30);
    } else {
      this.#body?.removeAttribute("aria-busy");
      this.#stop();
    }
  }
}

/** The body of a sheet's table. */
export const linesOf = directive(Lines);
