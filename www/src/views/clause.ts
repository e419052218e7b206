/** The basis of a rule or a value; where it is a clause of the notice, its sentences on demand. */

import { html, nothing, type TemplateResult } from "lit";

import { fetchQuotes, isQuotable, partsOf, quotesOf } from "../clauses";
import type { Desk } from "../desk";

export function clauseView(desk: Desk, basis: string): TemplateResult {
  const parts = partsOf(basis);
  if (parts.length === 0) {
    return html`<span class="basis">${desk.t.practice}</span>`;
  }
  return html`<span class="basis"
    >${parts.map((part, index) => {
      const words = desk.clause(part);
      const lead = index === 0 ? "" : desk.t.semicolon;
      return isQuotable(desk.campaign.id, part)
        ? html`${lead}${quoted(desk, part, words)}`
        : html`${lead}<span>${words}</span>`;
    })}</span
  >`;
}

/** The text is fetched when the first of these is opened. */
function quoted(desk: Desk, part: string, words: string): TemplateResult {
  const open = () =>
    quotesOf(part) ??
    fetchQuotes().then(
      () => desk.refresh(),
      (error: unknown) => desk.trouble(error),
    );
  const quotes = quotesOf(part);
  return html`<details class="clause" @toggle=${open}>
    <summary>${words}<span class="unseen">${desk.t.readClause}</span></summary>
    ${
      quotes
        ? html`<blockquote lang="zh-CN">
            <cite>${desk.campaign.notice.number}</cite>
            ${quotes.map((quote) => html`<p>${quote}</p>`)}
          </blockquote>`
        : nothing
    }
  </details>`;
}
