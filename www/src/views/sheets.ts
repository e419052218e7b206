/** The sheets of a workbook, to choose one from. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { SheetText } from "../engine/office/workbook";

export function sheetChoice(
  desk: Desk,
  sheets: readonly SheetText[],
  take: (sheet: SheetText) => void,
): TemplateResult {
  const { t } = desk;
  const best = sheets.find((sheet) => sheet.heading && !sheet.hidden);
  if (!sheets.some((sheet) => sheet.heading)) {
    return html`<p>${t.noSheetWithHeadings}</p>`;
  }
  return html`<p>${t.chooseSheetHint}</p>
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
              >${t.rowsOfSheet(sheet.rows)}${sheet.hidden ? t.hiddenSheet : nothing}${
                sheet.heading ? nothing : t.sheetWithoutHeadings
              }</span
            >
          </li>`,
      )}
    </ul>`;
}
