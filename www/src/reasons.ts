/** Why the values of one debt are what they are: asked of the second module, one debt at a time. */

import type { Desk } from "./desk";
import type { Explanation } from "./engine/contract";
import { loadOffice } from "./engine/office";
import { today } from "./today";

export class Reasons {
  #asked = "";
  #row = -1;
  #told: readonly Explanation[] = [];

  /** `arrived` is called when there is something new to show. */
  constructor(private readonly arrived: () => void) {}

  /** What is known of a debt now. What is not known yet is asked for, and arrives later. */
  of(desk: Desk, row: number): readonly Explanation[] {
    if (!desk.session) {
      return [];
    }
    const { debt, before } = desk.session.subject(row);
    const question = JSON.stringify([row, debt, before]);
    if (question !== this.#asked) {
      this.#asked = question;
      // What was said of the same debt stands until the answer is there; of another one, nothing.
      this.#told = row === this.#row ? this.#told : [];
      this.#row = row;
      void this.#ask(desk, question, debt, before ?? undefined);
    }
    return this.#told;
  }

  async #ask(desk: Desk, question: string, debt: string, before: string | undefined) {
    const row = this.#row;
    try {
      const office = await loadOffice();
      if (question === this.#asked) {
        this.#told = office.explain(debt, before, row, desk.engine.campaign(), today());
        this.arrived();
      }
    } catch (error) {
      desk.trouble(error);
    }
  }
}
