/** Checking the answers, the declaration, and printing the sheet that is signed and sealed. */

import { html, nothing, type TemplateResult } from "lit";

import "./answers";
import "./print";
import { View } from "./view";

class Seal extends View {
  #refused = false;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { paperwork } = desk;
    return html`<al-answers .desk=${desk}></al-answers>
      <section class="card">
        <h2>${t.steps.print}</h2>
        ${
          this.#refused && paperwork.declared === null
            ? html`<p class="summary error" role="alert" id="declare-first">${t.declareFirst}</p>`
            : nothing
        }
        ${paperOutdated(desk)}
        <div class="actions">
          <button class="primary" id="print" @click=${this.#print}>${t.print}</button>
        </div>
        <div class="actions end">
          <button class="primary" @click=${() => desk.go("export")}>
            ${t.next(t.steps.export)}
          </button>
        </div>
      </section>
      <al-print .desk=${desk}></al-print>`;
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
export function paperOutdated(desk: View["desk"]): TemplateResult | typeof nothing {
  const { paperwork, t } = desk;
  return paperwork.isOutdated
    ? html`<p class="summary error paper-outdated" role="alert">
        ${t.paperOutdated(paperwork.printed ?? "")}
      </p>`
    : nothing;
}

customElements.define("al-seal", Seal);
