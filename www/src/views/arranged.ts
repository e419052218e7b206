/** Says that rows are sorted or hidden, and by what; each can be taken back at once. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Filter } from "../grid/filters";
import { keysOf } from "../grid/keys";

export function arranged(desk: Desk): TemplateResult | typeof nothing {
  const { arrangement, t } = desk;
  if (!arrangement.isArranged) {
    return nothing;
  }
  const { sort, found, filters } = arrangement;
  const chip = (words: string, off: () => void) =>
    html`<span class="chip"
      >${words}<button class="plain" aria-label=${t.grid.takeBack(words)} @click=${off}>
        ×
      </button></span
    >`;
  return html`<div class="arranged" role="group" aria-label=${t.grid.arranged}>
    <strong>${t.grid.seen(arrangement.count, arrangement.rows)}</strong>
    ${
      sort
        ? chip(t.grid.sorted(desk.label("entries", sort.key), sort.down), () =>
            arrangement.sortBy(null),
          )
        : nothing
    }
    ${found === "all" ? nothing : chip(t.grid.found[found], () => arrangement.show("all"))}
    ${[...filters].map(([key, filter]) =>
      chip(t.colon(desk.label("entries", key)) + filterWords(desk, filter), () =>
        arrangement.filterBy(key, null),
      ),
    )}
    ${
      arrangement.isStale
        ? html`<button
            class="small"
            title=${keysOf("arrangeAgain")}
            @click=${() => arrangement.apply()}
          >
            ${t.grid.arrangeAgain}
          </button>`
        : nothing
    }
    <button class="small" title=${keysOf("clearArrangement")} @click=${() => arrangement.clear()}>
      ${t.grid.clearArrangement}
    </button>
    <span class="muted">${t.grid.orderKept}</span>
  </div>`;
}

function filterWords(desk: Desk, filter: Filter): string {
  const { t } = desk;
  switch (filter.by) {
    case "text":
      return t.grid.holds(filter.text);
    case "values":
      return filter.values.map((value) => value || t.blank).join("、");
    case "range":
      return t.grid.between(filter.from, filter.to);
    case "blank":
      return filter.blank ? t.blank : t.grid.notBlank;
  }
}
