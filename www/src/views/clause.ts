/** The basis of a rule or a value; where it is a clause of the notice, its sentences on demand. */

import { html, type TemplateResult } from "lit";

import { quotesOf, partsOf } from "../clauses";
import type { Desk } from "../desk";

export function clauseView(desk: Desk, basis: string): TemplateResult {
  const parts = partsOf(basis);
  if (parts.length === 0) {
    return html`<span class="basis">${desk.t.practice}</span>`;
  }
  return html`<span class="basis"
    >${parts.map((part, index) => {
      const quotes = quotesOf(desk.campaign.id, part);
      const words = desk.clause(part);
      const lead = index === 0 ? "" : desk.t.semicolon;
      return quotes.length === 0
        ? html`${lead}<span>${words}</span>`
        : html`${lead}
            <details class="clause">
              <summary>${words}<span class="unseen">${desk.t.readClause}</span></summary>
              <blockquote lang="zh-CN">
                <cite>${desk.campaign.notice.number}</cite>
                ${quotes.map((quote) => html`<p>${quote}</p>`)}
              </blockquote>
            </details>`;
    })}</span
  >`;
}
