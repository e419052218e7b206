/** A calculation as the engine prints it: facts, tables, remarks, in the language of the page. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../../desk";
import type { Printed, PrintedPart, PrintedTable } from "../../engine/office/planning";
import { remarks } from "./words";

/** `titled` says its title; where a heading stands above it, it need not. */
export function printed(desk: Desk, page: Printed, titled = true): TemplateResult {
  return html`<div class="printed">
    ${titled ? html`<h4>${desk.say(page.title)}</h4>` : nothing}
    ${page.parts.map((part) => partOf(desk, part))}
  </div>`;
}

function partOf(desk: Desk, part: PrintedPart): TemplateResult | symbol {
  if ("facts" in part) {
    return html`<dl class="facts">
      ${part.facts.map(
        ([name, fact]) =>
          html`<div>
            <dt>${desk.say(name)}</dt>
            <dd>${desk.say(fact)}</dd>
          </div>`,
      )}
    </dl>`;
  }
  return "rows" in part ? table(desk, part) : remarks(desk, part.remarks);
}

function table(desk: Desk, part: PrintedTable): TemplateResult {
  const look = (place: number) => (part.figures <= place ? "number" : "");
  return html`<table class="list">
    <caption>
      ${desk.say(part.heading)}
    </caption>
    <thead>
      <tr>
        ${part.columns.map(
          (name, place) => html`<th scope="col" class=${look(place)}>${desk.say(name)}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${part.rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, place) => html`<td class=${look(place)}>${desk.say(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
