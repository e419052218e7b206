/** What is found in the cell the clerk is in, said beside it: where the eye is. */

import type { Severity } from "../engine/contract";
import type { Place } from "./frame";

export interface Said {
  severity: Severity;
  sentence: string;
  /** How many more there are. */
  more: string;
}

const WIDTH = 340;

export class Bubble {
  readonly element = document.createElement("div");
  readonly #sentence = document.createElement("span");
  readonly #more = document.createElement("span");

  constructor() {
    // The box of the cell says the same to those who hear it.
    this.element.setAttribute("aria-hidden", "true");
    this.element.hidden = true;
    this.#more.className = "bubble-more";
    this.element.append(this.#sentence, this.#more);
  }

  hide(): void {
    this.element.hidden = true;
  }

  /** Above the cell, for work goes on below it; below where there is no room. */
  show(said: Said | null, place: Place | null, sheet: HTMLElement): void {
    const { element } = this;
    element.hidden = !said || !place;
    if (!said || !place) {
      return;
    }
    this.#sentence.textContent = said.sentence;
    this.#more.textContent = said.more;
    element.className = `bubble ${said.severity}`;
    element.style.left = `${Math.max(4, Math.min(place.left, sheet.clientWidth - WIDTH - 4))}px`;
    const height = element.offsetHeight;
    const above = place.top - height - 4;
    const isBelow = above < 0;
    element.classList.toggle("below", isBelow);
    element.style.top = `${isBelow ? place.top + place.height + 4 : above}px`;
  }
}
