/** Printing the sheet that is signed and sealed, and saying that it is. */

import { html, type PropertyValues, type TemplateResult } from "lit";

import { SEAL_FIELDS } from "../steps";
import { focusWanted, headerField } from "./header_field";
import "./print";
import { View } from "./view";

class Seal extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const header = desk.session?.header() ?? {};
    return html`<section class="card">
        <h2>${t.steps.print}</h2>
        <ol class="how">
          ${t.sealSteps.map((step) => html`<li>${step}</li>`)}
        </ol>
        <div class="actions">
          <button class="primary" id="print" @click=${() => window.print()}>${t.print}</button>
        </div>
      </section>
      <section class="card">
        <h2>${t.sealed}</h2>
        <div class="fields">
          ${SEAL_FIELDS.map((key) => {
            const field = desk.field("header", key);
            return field ? headerField(desk, field, header) : "";
          })}
        </div>
        <div class="actions end">
          <button class="primary" @click=${() => desk.go("export")}>
            ${t.next(t.steps.export)}
          </button>
        </div>
      </section>
      <al-print .desk=${desk}></al-print>`;
  }

  /** A finding may have led here. */
  protected override updated(_: PropertyValues): void {
    focusWanted(this.desk, this);
  }
}

customElements.define("al-seal", Seal);
