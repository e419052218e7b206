/** The report for a help desk: as a list to read, and as text to copy. */

import { html, type TemplateResult } from "lit";

import { asText, diagnose, type Fact } from "../diagnosis";
import { View } from "./view";

class Diagnosis extends View {
  #facts: Fact[] | null = null;
  #said = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void diagnose(this.desk).then((facts) => {
      this.#facts = facts;
      this.requestUpdate();
    });
  }

  protected override render(): TemplateResult {
    const t = this.t.diagnosis;
    if (!this.#facts) {
      return html`<p aria-busy="true">${t.looking}</p>`;
    }
    return html`<p class="muted">${t.hint}</p>
      <textarea
        id="diagnosis-text"
        readonly
        rows="12"
        aria-label=${t.name}
        .value=${asText(this.#facts)}
      ></textarea>
      <div class="actions">
        <button id="diagnosis-copy" @click=${this.#copy}>${t.copy}</button>
        <span role="status">${this.#said}</span>
      </div>`;
  }

  /** As a person would: there is no other way on plain http. */
  readonly #copy = (): void => {
    const box = this.querySelector("textarea");
    box?.focus();
    box?.select();
    this.#said = document.execCommand("copy")
      ? this.t.diagnosis.copied
      : this.t.diagnosis.copyFailed;
    this.requestUpdate();
  };
}

customElements.define("al-diagnosis", Diagnosis);
