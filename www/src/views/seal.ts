/**
 * Checking the answers, saying how the paper is sealed, the declaration, and printing the sheet. In
 * this order: the check code on paper is that of the file, which says how it is sealed.
 */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import { SEAL_FIELDS } from "../steps";
import "./answers";
import { declaration } from "./declaration";
import { focusWanted, headerField } from "./header_field";
import "./print";
import { View } from "./view";

class Seal extends View {
  #refused = false;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { paperwork } = desk;
    const header = desk.session?.header() ?? {};
    return html`<section class="card">
        <h2>${t.steps.print}</h2>
        <ol class="how">
          ${t.sealSteps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </section>
      <al-answers .desk=${desk}></al-answers>
      <section class="card">
        <h2>${t.sealed}</h2>
        <div class="fields">
          ${SEAL_FIELDS.map((key) => {
            const field = desk.field("header", key);
            return field ? headerField(desk, field, header) : "";
          })}
        </div>
      </section>
      ${declaration(desk)}
      <section class="card">
        ${
          this.#refused && paperwork.declared === null
            ? html`<p class="summary error" role="alert" id="declare-first">${t.declareFirst}</p>`
            : nothing
        }
        ${paperOutdated(desk)}
        <div class="actions">
          <button class="primary" id="print" @click=${this.#print}>${t.print}</button>
          <button id="to-export" @click=${() => desk.go("export")}>
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

  readonly #print = async (): Promise<void> => {
    const { paperwork } = this.desk;
    this.#refused = paperwork.declared === null;
    if (this.#refused) {
      this.requestUpdate();
      this.querySelector<HTMLElement>("#declare")?.focus();
      return;
    }
    await paperwork.prepare();
    window.print();
    this.requestUpdate();
  };
}

/** Said where the paper and the file no longer are the same. */
export function paperOutdated(desk: Desk): TemplateResult | typeof nothing {
  const { paperwork, t } = desk;
  return paperwork.isOutdated
    ? html`<p class="summary error paper-outdated" role="alert">
        ${t.paperOutdated(paperwork.printed ?? "")}
      </p>`
    : nothing;
}

customElements.define("al-seal", Seal);
