/** Below the grid: what the whole ledger comes to, and what is selected. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import { isOneCell, type Selection } from "../grid/cursor";
import { sumOf } from "../grid/exact";
import { View } from "./view";

class Sums extends View {
  /** What is selected is counted once, however often the page is drawn. */
  #counted: { selection: Selection; version: string; facts: TemplateResult } | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const totals = desk.overview?.totals;
    if (!totals) {
      return nothing;
    }
    const fact = (name: string, text: string | number) =>
      html`<div>
        <dt>${name}</dt>
        <dd>${text}</dd>
      </div>`;
    const money = (name: string) => `${name}（${desk.money}）`;
    return html`<div class="totals">
      <dl>
        ${fact(t.totalCount, totals.count)} ${fact(money(t.totalArrears), totals.arrears)}
        ${fact(money(t.totalUndisputed), totals.undisputed)}
        ${fact(money(t.totalBalance), totals.balance)}
      </dl>
      ${this.#selected()}
    </div>`;
  }

  #selected(): TemplateResult | typeof nothing {
    const { desk } = this;
    const { selection } = desk.spot;
    const { texts } = desk.arrangement;
    const version = `${desk.arrangement.version} ${desk.lang}`;
    if (!selection || isOneCell(selection) || !texts) {
      return nothing;
    }
    const known = this.#counted;
    if (known && known.selection === selection && known.version === version) {
      return known.facts;
    }
    const facts = factsOf(desk, selection);
    this.#counted = { selection, version, facts };
    return facts;
  }
}

/** How much is selected; of amounts, what they come to. */
function factsOf(desk: Desk, selection: Selection): TemplateResult {
  const { t } = desk;
  const { top, bottom, left, right } = selection;
  const filled = [...textsIn(desk, selection)].filter((text) => text !== "").length;
  const amounts = sumOf(textsIn(desk, selection, true));
  return html`<p class="selected-facts">
    ${t.grid.selected(bottom - top + 1, right - left + 1)} · ${t.grid.filled(filled)}
    ${
      amounts.count === 0
        ? nothing
        : html`· <strong>${t.grid.sumOf(amounts.total, desk.money)}</strong>`
    }
  </p>`;
}

function* textsIn(desk: Desk, selection: Selection, amountsOnly = false): Iterable<string> {
  const { arrangement, columns } = desk;
  const last = Math.min(selection.bottom, arrangement.count - 1);
  for (const key of columns.keys.slice(selection.left, selection.right + 1)) {
    const isAmount = desk.field("entries", key)?.kind.type === "amount";
    const texts = arrangement.texts && (isAmount || !amountsOnly) ? arrangement.texts.of(key) : [];
    for (let at = selection.top; texts.length !== 0 && at <= last; at += 1) {
      yield texts[arrangement.at(at)] ?? "";
    }
  }
}

customElements.define("al-sums", Sums);
