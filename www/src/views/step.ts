/** What is drawn of each step. */

import { html, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Step } from "../steps";
import "./home";
import { withLater } from "./later";
import "./ledger";
import "./unit";
import { View } from "./view";

export function stepView(desk: Desk, step: Step): TemplateResult {
  switch (step) {
    case "home":
      return html`<al-home .desk=${desk}></al-home>`;
    case "unit":
      return html`<al-unit .desk=${desk}></al-unit>`;
    case "ledger":
      return html`<al-ledger .desk=${desk}></al-ledger>`;
    case "plan":
      return withLater(desk, () => html`<al-plan .desk=${desk}></al-plan>`);
    case "check":
      return withLater(desk, () => html`<al-check .desk=${desk}></al-check>`);
    case "print":
      return withLater(desk, () => html`<al-seal .desk=${desk}></al-seal>`);
    case "export":
      return withLater(desk, () => html`<al-export .desk=${desk}></al-export>`);
  }
}

/** One step by itself, wherever the clerk is. */
class StepView extends View {
  static override properties = { desk: { attribute: false }, step: { attribute: false } };

  declare step: Step;

  protected override render(): TemplateResult {
    return stepView(this.desk, this.step);
  }
}

customElements.define("al-step", StepView);
