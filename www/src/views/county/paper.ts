/** A paper of the second module as tables and drawings. */

import { html, nothing, type TemplateResult } from "lit";

import type { Lang } from "../../engine/contract";
import type { Chart, Paper, Said, Sheet, Value } from "../../engine/office/county";
import { linesOf } from "./lines";
import { shown } from "./value";
import type { CountyWords } from "./view";

export function say(said: Said, lang: Lang): string {
  return typeof said === "string" ? said : said[lang];
}

/** The whole paper: its head, its tables, its drawings, its definitions. */
export function paperView(paper: Paper, lang: Lang, words: CountyWords): TemplateResult {
  return html`<article class="paper" data-paper=${paper.paper}>
    <h2>${say(paper.title, lang)}</h2>
    ${
      paper.facts.length
        ? html`<dl class="paper-facts">
            ${paper.facts.map(
              ({ name, fact }) =>
                html`<div>
                  <dt>${say(name, lang)}</dt>
                  <dd>${say(fact, lang)}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
    ${paper.sheets.map((sheet) => sheetView(sheet, lang, words))}
    ${
      paper.charts.length
        ? html`<div class="charts">${paper.charts.map((chart) => chartView(chart, lang))}</div>`
        : nothing
    }
    ${
      paper.notes.length
        ? html`<section class="definitions">
            <h3>${words.definitions}</h3>
            <ol>
              ${paper.notes.map((note) => html`<li>${say(note, lang)}</li>`)}
            </ol>
          </section>`
        : nothing
    }
  </article>`;
}

function sheetView(sheet: Sheet, lang: Lang, words: CountyWords): TemplateResult {
  const title = say(sheet.title, lang);
  const line = (row: Value[]) =>
    row.map((value, index) => {
      const isNumber = sheet.columns[index]?.kind !== "text";
      return html`<td class=${isNumber ? "number" : ""}>${shown(value, lang)}</td>`;
    });
  return html`<section class="paper-sheet" data-sheet=${sheet.key}>
    <h3>${title}</h3>
    ${
      sheet.rows.length || sheet.total
        ? html`<div class="paper-scroll" tabindex="0" role="region" aria-label=${title}>
            <table class="paper-table">
              <thead>
                <tr>
                  ${sheet.columns.map(
                    (column) =>
                      html`<th scope="col" class=${column.kind === "text" ? "" : "number"}>
                        ${say(column.label, lang)}
                      </th>`,
                  )}
                </tr>
              </thead>
              ${linesOf(sheet, lang)}
              ${
                sheet.total
                  ? html`<tfoot>
                      <tr>
                        ${line(sheet.total)}
                      </tr>
                    </tfoot>`
                  : nothing
              }
            </table>
          </div>`
        : html`<p class="muted">${words.none}</p>`
    }
    ${sheet.notes.map((note) => html`<p class="paper-note">${say(note, lang)}</p>`)}
  </section>`;
}

const SVG = "http://www.w3.org/2000/svg";

/** The module says which shapes, so that the page and the file to print draw the same. */
function chartView(chart: Chart, lang: Lang): TemplateResult {
  const drawing = document.createElementNS(SVG, "svg");
  const title = say(chart.title, lang);
  drawing.setAttribute("viewBox", `0 0 ${chart.width} ${chart.height}`);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", title);
  for (const { tag, attributes, text } of chart.shapes[lang]) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      shape.setAttribute(name, value);
    }
    shape.textContent = text;
    drawing.append(shape);
  }
  return html`<figure class="chart" data-chart=${chart.key}>
    <figcaption>${title}</figcaption>
    ${drawing}
  </figure>`;
}
