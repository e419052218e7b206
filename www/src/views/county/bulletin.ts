/** The bulletin, the yearly disclosure and the reminders, and the ways out. */

import { html, nothing, type TemplateResult } from "lit";

import type { ForUnit, PaperName } from "../../engine/office/county";
import { download } from "../../files";
import { paperView, say } from "./paper";
import { BookView } from "./view";

type Published = Extract<PaperName, "bulletin" | "disclosure">;

class Bulletin extends BookView {
  #name: Published = "bulletin";
  #year = new Date().getFullYear() - 1;
  #reminders: ForUnit[] | null = null;

  protected override render(): TemplateResult {
    const { desk, book, words } = this;
    const paper = book.paper(this.#name, this.#year);
    return html`
      <section class="card actions county-ways">
        <button
          aria-pressed=${this.#name === "bulletin" ? "true" : "false"}
          id="show-bulletin"
          @click=${() => this.#choose("bulletin")}
        >
          ${words.tabs.bulletin}
        </button>
        <button
          aria-pressed=${this.#name === "disclosure" ? "true" : "false"}
          id="show-disclosure"
          @click=${() => this.#choose("disclosure")}
        >
          ${words.disclosureYear}
        </button>
        <label class="inline">
          <span class="unseen">${words.disclosureYear}</span>
          <input
            class="year"
            id="disclosure-year"
            inputmode="numeric"
            .value=${String(this.#year)}
            @change=${this.#aged}
          />
        </label>
        <button id="out-print" @click=${() => window.print()}>${words.print}</button>
        <button id="out-html" @click=${() => this.#out("html")}>${words.asHtml}</button>
        <button id="out-workbook" @click=${() => this.#out("xlsx")}>${words.asWorkbook}</button>
        <button id="out-markdown" @click=${() => this.#out("markdown")}>${words.asMarkdown}</button>
        <button id="out-json" @click=${() => this.#out("json")}>${words.asJson}</button>
      </section>
      <div class="card">${paperView(paper, desk.lang, words)}</div>
      <section class="card reminders">
        <h2>${words.reminders}</h2>
        <p class="muted">${words.remindersHelp}</p>
        <button id="show-reminders" @click=${() => this.#remind()}>${words.show}</button>
        ${
          this.#reminders
            ? html`<button id="out-reminders" @click=${() => this.#all()}>
                  ${words.downloadAll}
                </button>
                ${this.#reminders.map(
                  (one) =>
                    html`<details data-unit=${one.unit}>
                      <summary>${one.name}</summary>
                      <pre>${one.text}</pre>
                    </details>`,
                )}`
            : nothing
        }
      </section>
    `;
  }

  #choose(name: Published): void {
    this.#name = name;
    this.requestUpdate();
  }

  #aged(event: Event): void {
    const year = Number((event.target as HTMLInputElement).value);
    if (Number.isInteger(year) && 2000 <= year && year < 3000) {
      this.#year = year;
      this.#choose("disclosure");
    }
  }

  #out(form: "markdown" | "html" | "json" | "xlsx"): void {
    const { desk, book } = this;
    const [name, year, lang] = [this.#name, this.#year, desk.lang];
    const title = say(book.paper(name, year).title, lang);
    const end = form === "markdown" ? "md" : form;
    const content =
      form === "xlsx" ? book.workbook(name, year, lang) : book.print(name, year, form, lang);
    download(`${title.replace(/[\\/:*?"<>|]/g, "_")}.${end}`, content);
  }

  #remind(): void {
    this.#reminders = this.book.reminders(this.desk.lang);
    this.requestUpdate();
  }

  #all(): void {
    const texts = (this.#reminders ?? []).map(({ text }) => text);
    download(`${this.words.reminders}.txt`, texts.join("\r\n\r\n"));
  }
}

customElements.define("al-county-bulletin", Bulletin);
