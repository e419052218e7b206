/** An amount in capital words (大写), for those who ask: only then the second module is fetched. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import { loadOffice } from "../engine/office";
import { View } from "./view";

class Capital extends View {
  static override properties = { desk: { attribute: false }, text: { attribute: false } };

  declare text: string;
  #asked = false;
  #said: { text: string; words: string } | null = null;

  /** Somebody wants to see it. */
  ask(): void {
    this.#asked = true;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#said?.text === this.#key() ? this.#said.words : "";
    return words
      ? html`<span class="capital" lang="zh-CN">${this.t.inCapital(words)}</span>`
      : nothing;
  }

  protected override updated(_: PropertyValues): void {
    if (this.#asked && this.text !== "" && this.#said?.text !== this.#key()) {
      void this.#say();
    }
  }

  /** Without the second module there are no words, and nothing else is missing. */
  async #say(): Promise<void> {
    const text = this.#key();
    const inWan = this.desk.overview?.amount_unit === "wan";
    try {
      const words = (await loadOffice()).capital_words(this.text, inWan) ?? "";
      this.#said = { text, words };
      this.requestUpdate();
    } catch {
      this.#said = { text, words: "" };
    }
  }

  #key(): string {
    return `${this.text} ${this.desk.overview?.amount_unit ?? ""}`;
  }
}

customElements.define("al-capital", Capital);

export type CapitalElement = Capital;
