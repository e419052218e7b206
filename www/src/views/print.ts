/** Has the browser print the sheet to seal in place of the page, as long as it is there. */

import { html, type TemplateResult } from "lit";

import { drawLedger } from "../paper/ledger";
import { stands } from "../paper/paper";
import { View } from "./view";

class Print extends View {
  #ends: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { desk } = this;
    void desk.paperwork.prepare();
    this.#ends = stands((paper) => drawLedger(desk, desk.paperwork, paper));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ends?.();
  }

  protected override render(): TemplateResult {
    return html``;
  }
}

customElements.define("al-print", Print);
