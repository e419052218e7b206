/** The county office: collect, check, publish. A page of its own beside the clerk's. */

import { html, nothing, type TemplateResult } from "lit";

import { TABS } from "../../county/book";
import "./allocate";
import "./bulletin";
import "./candidates";
import "./files";
import { paperView } from "./paper";
import { BookView } from "./view";

class Root extends BookView {
  #why = "";

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${this.words.county} - ${this.t.product}`;
    if (!this.book.isOpen) {
      this.book.open().catch((error: unknown) => {
        this.#why = this.said(error);
        this.requestUpdate();
      });
    }
  }

  protected override render(): TemplateResult {
    const { desk, book, words, t } = this;
    return html`
      <header class="banner">
        <div class="banner-title">
          <h1>${words.county}</h1>
          <span class="banner-campaign">${desk.say(desk.campaign.short)}</span>
        </div>
        <a class="button plain" href="#home" id="leave-county">${words.backHome}</a>
        <button
          class="plain"
          lang=${desk.lang === "zh" ? "en" : "zh-CN"}
          @click=${() => desk.set({ lang: desk.lang === "zh" ? "en" : "zh" })}
        >
          ${t.otherLanguage}
        </button>
      </header>
      ${
        book.isOpen
          ? html`<nav class="steps county-tabs" aria-label=${words.tabsLabel}>
                <ol>
                  ${TABS.map(
                    (tab) =>
                      html`<li>
                        <button
                          class="step"
                          data-tab=${tab}
                          aria-current=${book.tab === tab ? "step" : nothing}
                          @click=${() => book.go(tab)}
                        >
                          ${words.tabs[tab]}
                        </button>
                      </li>`,
                  )}
                </ol>
              </nav>
              <main id="main" tabindex="-1" class="county">${this.#tab()}</main>`
          : html`<main id="main" class="county">
              <p class="card" role="status">
                ${this.#why ? words.notOpened(this.#why) : words.opening}
              </p>
            </main>`
      }
    `;
  }

  #tab(): TemplateResult {
    const { desk, book, words } = this;
    const paper = (name: "roster" | "refused" | "questions" | "movement" | "audit") =>
      html`<div class="card">${paperView(book.paper(name), desk.lang, words)}</div>`;
    switch (book.tab) {
      case "files":
        return html`<al-county-files .desk=${desk} .book=${book}></al-county-files>`;
      case "roster":
        return html`${paper("roster")} ${paper("refused")} ${paper("questions")}`;
      case "candidates":
        return html`<al-county-candidates .desk=${desk} .book=${book}></al-county-candidates>`;
      case "movement":
        return html`${paper("movement")} ${paper("audit")}`;
      case "bulletin":
        return html`<al-county-bulletin .desk=${desk} .book=${book}></al-county-bulletin>`;
      case "allocate":
        return html`<al-county-allocate .desk=${desk} .book=${book}></al-county-allocate>`;
    }
  }
}

customElements.define("al-county", Root);
