/** The sheets of a workbook, to choose one from; and why a workbook is not taken. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Words } from "../engine/contract";
import type { SheetText } from "../engine/office/workbook";

export function sheetChoice(
  desk: Desk,
  sheets: readonly SheetText[],
  take: (sheet: SheetText) => void,
): TemplateResult {
  const { t } = desk;
  const best = sheets.find((sheet) => sheet.heading && !sheet.hidden);
  if (!sheets.some((sheet) => sheet.heading)) {
    return html`<p>${t.exchange.noSheet}</p>`;
  }
  return html`<p>${t.exchange.chooseSheetHint}</p>
    <ul class="sheets">
      ${sheets.map(
        (sheet) =>
          html`<li>
            <button
              class=${sheet === best ? "dialog-first primary" : ""}
              ?disabled=${!sheet.heading}
              @click=${() => take(sheet)}
            >
              ${sheet.name}
            </button>
            <span class="muted"
              >${t.exchange.rows(sheet.rows)}${sheet.hidden ? t.exchange.hidden : nothing}${
                sheet.heading ? nothing : t.exchange.noHeadings
              }</span
            >
          </li>`,
      )}
    </ul>`;
}

/** What is wrong with a file, and what to do. */
export function refusal(desk: Desk, code: string, words: readonly Words[]): TemplateResult {
  return html`${words.map(
      (sentence, index) =>
        html`<p>${index === 0 ? html`<code>${code}</code> ` : nothing}${desk.say(sentence)}</p>`,
    )}
    <p class="muted">${desk.t.workKept}</p>`;
}
