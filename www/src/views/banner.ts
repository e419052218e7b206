/** The head of the page: what it is, the next day something is due, and how the page looks. */

import { html, type TemplateResult } from "lit";

import { deadlinesOf, urgency } from "../deadline";
import { View } from "./view";

class Banner extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { large, lang } = desk.settings;
    return html`<header class="banner">
      <div class="banner-title">
        <h1>${t.product}</h1>
        <span class="banner-campaign">${desk.say(desk.campaign.short)}</span>
      </div>
      ${this.#due()}
      <div class="banner-acts">
        <button
          class="plain"
          id="large-print"
          aria-pressed=${large ? "true" : "false"}
          @click=${() => desk.set({ large: !large })}
        >
          ${t.largePrint}
        </button>
        <button
          class="plain"
          id="language"
          lang=${lang === "zh" ? "en" : "zh-CN"}
          @click=${() => desk.set({ lang: lang === "zh" ? "en" : "zh" })}
        >
          ${t.otherLanguage}
        </button>
      </div>
    </header>`;
  }

  /** The nearest day that is not over, else the last; and whom to call. */
  #due(): TemplateResult {
    const { desk, t } = this;
    const { office } = desk.campaign;
    const deadlines = deadlinesOf(desk.campaign);
    const next = deadlines.find(({ left }) => 0 <= left) ?? deadlines[deadlines.length - 1];
    return html`<dl class="banner-facts">
      ${
        next
          ? html`<div class="banner-due ${urgency(next)}">
              <dt>${t.deadlines[next.what]}</dt>
              <dd>${next.day} <strong>${t.daysLeft(next.left)}</strong></dd>
            </div>`
          : ""
      }
      <div>
        <dt>${t.askWho}</dt>
        <dd><span class="wide-only">${office.name} </span>${office.phone}</dd>
      </div>
    </dl>`;
  }
}

customElements.define("al-banner", Banner);
