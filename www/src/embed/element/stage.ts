/** The element as what the ledger stands on: its shadow, and those of its parts. */

import type { Submission } from "../../engine/contract";
import { dress, type Stage } from "../../stage";
import type { Settings } from "../../settings";
import type { Step } from "../../steps";

/** What the element is told. */
export interface Told {
  arrived(step: Step): void;
  handsOver(submission: Submission): boolean;
}

export class ElementStage implements Stage {
  readonly hasCounty = false;
  readonly #tops = new Set<HTMLElement>();
  #settings: Settings = { lang: "zh", large: false };

  constructor(
    private readonly host: HTMLElement,
    private readonly told: Told,
  ) {}

  /** Something else is drawn too. Answers what ends it. */
  add(top: HTMLElement): () => void {
    this.#tops.add(top);
    dress(top, this.#settings);
    return () => this.#tops.delete(top);
  }

  isHere(): boolean {
    return true;
  }

  find(selector: string): HTMLElement | null {
    for (const top of this.#tops) {
      const found = top.querySelector<HTMLElement>(selector);
      if (found) {
        return found;
      }
    }
    return null;
  }

  /** The portal says in which language; nothing is remembered. */
  dress(settings: Settings): void {
    this.#settings = settings;
    this.#tops.forEach((top) => dress(top, settings));
  }

  /** The title is the portal's. */
  titled(): void {
    return undefined;
  }

  arrived(step: Step): void {
    this.told.arrived(step);
  }

  /** Only where its beginning is out of sight. */
  toTop(): void {
    if (this.host.getBoundingClientRect().top < 0) {
      this.host.scrollIntoView({ block: "start" });
    }
  }

  handsOver(submission: Submission): boolean {
    return this.told.handsOver(submission);
  }
}
