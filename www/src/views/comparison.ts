/** What differs between two drafts, debt by debt. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Changed, ComparedDebt, Comparison } from "../engine/office/compare";

/** As many debts of a kind are listed; a file tells the rest. */
const LISTED = 200;

export function comparison(desk: Desk, compared: Comparison): TemplateResult {
  const { t } = desk;
  const { header, changed, gone } = compared;
  const added = compared.new;
  if (header.length + changed.length + added.length + gone.length === 0) {
    return html`<p>${t.noDifference}</p>`;
  }
  return html`<p>${t.differences(changed.length, added.length, gone.length)}</p>
    ${header.length === 0 ? nothing : cells(desk, t.steps.unit, header)}
    ${changed.slice(0, LISTED).map((debt) => cells(desk, named(desk, debt), debt.cells))}
    ${rows(desk, t.onlyInSecond, added)} ${rows(desk, t.onlyInFirst, gone)}
    ${LISTED < Math.max(changed.length, added.length, gone.length) ? html`<p class="muted">${t.onlyFirstListed(LISTED)}</p>` : nothing}`;
}

function named(desk: Desk, { row, debt_id }: ComparedDebt): string {
  return `${desk.t.rowNumber(row + 1)}${debt_id ? ` · ${debt_id}` : ""}`;
}

function cells(desk: Desk, caption: string, changed: readonly Changed[]): TemplateResult {
  const { t } = desk;
  const place = ({ table, field, child }: Changed) =>
    table === "header" || table === "entries" || child === null
      ? desk.label(table, field)
      : t.colon(t.childOf[table](child + 1)) + desk.label(table, field);
  return html`<table class="list compared">
    <caption>
      ${caption}
    </caption>
    <thead class="unseen">
      <tr>
        <th scope="col">${t.column}</th>
        <th scope="col">${t.first}</th>
        <th scope="col">${t.second}</th>
      </tr>
    </thead>
    <tbody>
      ${changed.map(
        (cell) =>
          html`<tr>
            <th scope="row">${place(cell)}</th>
            <td><del>${cell.old || t.blank}</del></td>
            <td><ins>${cell.new || t.blank}</ins></td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function rows(
  desk: Desk,
  title: string,
  debts: readonly ComparedDebt[],
): TemplateResult | typeof nothing {
  const list = debts.slice(0, LISTED).map((debt) => named(desk, debt));
  return debts.length === 0
    ? nothing
    : html`<h3>${title}</h3>
        <ul class="compared-rows">
          ${list.map((name) => html`<li>${name}</li>`)}
        </ul>`;
}
