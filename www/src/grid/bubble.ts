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
/** Room that a few lines take. */
const HEIGHT = 76;

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
  show(said: Said | null, place: Place | null, sheet: { width: number; height: number }): void {
    const { element } = this;
    element.hidden = !said || !place;
    if (!said || !place) {
      return;
    }
    this.#sentence.textContent = said.sentence;
    this.#more.textContent = said.more;
    element.className = `bubble ${said.severity}`;
    element.style.left = `${Math.max(4, Math.min(place.left, sheet.width - WIDTH - 4))}px`;
    const isBelow = place.top < HEIGHT;
    element.style.top = isBelow ? `${place.top + place.height + 4}px` : "";
    element.style.bottom = isBelow ? "" : `${sheet.height - place.top + 4}px`;
  }
}
