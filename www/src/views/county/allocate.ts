/** A sum of money shared among the county's debts: compared, chosen, written back as drafts. */

import { html, nothing, type TemplateResult } from "lit";

import type { Paper } from "../../engine/office/county";
import { download } from "../../files";
import { paperView } from "./paper";
import { BookView } from "./view";

class Allocate extends BookView {
  #paper: Paper | null = null;
  #fault = "";
  #done = "";

  protected override render(): TemplateResult {
    const { desk, words } = this;
    return html`
      <form class="card actions" id="allocate" @submit=${this.#compute}>
        <label class="inline">${words.sum} <input name="sum" required inputmode="decimal" /></label>
        <label class="inline">
          ${words.method}
          <select name="method">
            <option value="">${words.onlyCompare}</option>
            ${Object.entries(words.methods).map(
              ([code, label]) => html`<option value=${code}>${label}</option>`,
            )}
          </select>
        </label>
        <button class="primary" type="submit">${words.compare}</button>
        <label class="inline">${words.payOn} <input name="on" type="date" /></label>
        <button type="button" id="make-drafts" @click=${this.#drafts}>${words.asDrafts}</button>
        ${this.#fault ? html`<p class="error" role="alert">${this.#fault}</p>` : nothing}
        ${this.#done ? html`<p role="status">${this.#done}</p>` : nothing}
      </form>
      ${
        this.#paper
          ? html`<div class="card">${paperView(this.#paper, desk.lang, words)}</div>`
          : nothing
      }
    `;
  }

  #form(): { sum: string; method: string; on: string } {
    const form = new FormData(this.querySelector<HTMLFormElement>("#allocate") ?? undefined);
    const text = (key: string) => String(form.get(key) ?? "").trim();
    return { sum: text("sum"), method: text("method"), on: text("on") };
  }

  #compute(event: Event): void {
    event.preventDefault();
    this.#try(() => {
      const { sum, method } = this.#form();
      this.#paper = this.book.allocate(sum, method);
    });
  }

  #drafts(): void {
    this.#try(() => {
      const { sum, method, on } = this.#form();
      const made = this.book.drafts(sum, method, on);
      for (const { name, text } of made) {
        download(`${name}-${this.words.asDrafts}.json`, text);
      }
      this.#done = this.words.draftsMade(made.length);
    });
  }

  #try(act: () => void): void {
    this.#fault = "";
    this.#done = "";
    try {
      act();
    } catch (error) {
      this.#fault = this.said(error);
    }
    this.requestUpdate();
  }
}

customElements.define("al-county-allocate", Allocate);
