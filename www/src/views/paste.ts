/** What a paste would do: what its columns are taken for, what changes, what cannot be read. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Preview, Words } from "../engine/contract";

/** `settle` is told the fields of all columns when the clerk takes one for another. */
export function pastePreview(
  desk: Desk,
  preview: Preview,
  told: readonly Words[],
  settle: (columns: string[]) => void,
): TemplateResult {
  const { t } = desk;
  return html`<dl class="facts">
      ${
        told.length === 0
          ? nothing
          : fact(t.exchange.readHow, html`${told.map((words) => html`<p>${desk.say(words)}</p>`)}`)
      }
      ${fact(t.pastedUnit, t.money(preview.amount_unit))}
      ${fact(t.pasteChanges, changes(desk, preview))}
      ${fact(t.pastedColumns, columns(desk, preview, settle))}
      ${
        preview.left_out.length === 0
          ? nothing
          : fact(t.pastedLeftOut, t.leftOutRows(preview.left_out.join("、")))
      }
      ${fact(t.pastedUnread, unread(desk, preview))}
    </dl>
    <p class="muted">${t.pasteUndo}</p>`;
}

function fact(name: string, said: unknown): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${said}</dd>
  </div>`;
}

function changes(desk: Desk, preview: Preview): TemplateResult {
  const { t } = desk;
  const counts = [
    preview.added === 0 ? "" : t.pasteAdds(preview.added),
    preview.overwritten === 0 ? "" : t.pasteOverwrites(preview.overwritten, preview.changed),
  ];
  const example = ({ row, field, old, new: now }: Preview["examples"][number]) =>
    html`<li>${t.cellIn(row + 1, desk.label("entries", field))}：“${old}” → “${now}”</li>`;
  return html`${counts.filter(Boolean).join(t.comma)}
  ${
    preview.examples.length === 0
      ? nothing
      : html`<ul class="examples">
          ${preview.examples.map(example)}
        </ul>`
  }`;
}

function columns(
  desk: Desk,
  preview: Preview,
  settle: (columns: string[]) => void,
): TemplateResult {
  const { t } = desk;
  const fields = desk.catalogue.fields.entries;
  const taken = preview.columns.map((column) => column.field ?? "");
  const change = (index: number, field: string) => {
    // No two columns are one field: the other one loses it.
    const others = taken.map((known) => (known === field ? "" : known));
    settle(others.map((known, at) => (at === index ? field : known)));
  };
  const option = (key: string, label: string, index: number) =>
    html`<option value=${key} ?selected=${taken[index] === key}>${label}</option>`;
  return html`${preview.columns.map(
    (column, index) =>
      html`<label class="pair"
        >${column.name || t.columnNumber(index + 1)} →
        <select
          data-column=${index}
          .value=${taken[index] ?? ""}
          @change=${(event: Event) => change(index, (event.target as HTMLSelectElement).value)}
        >
          ${option("", t.leaveColumnOut, index)}
          ${fields.map((field) => option(field.key, desk.say(field.label), index))}
        </select></label
      >`,
  )}`;
}

function unread(desk: Desk, preview: Preview): TemplateResult | string {
  const { t } = desk;
  if (preview.unread === 0) {
    return t.none;
  }
  return html`${t.unreadCells(preview.unread)}
    <ul class="examples">
      ${preview.unreadable.map(
        ({ row, field, text, why }) =>
          html`<li>
            ${t.cellIn(row + 1, desk.label("entries", field))}：“${text}”${desk.say(why)}
          </li>`,
      )}
    </ul>`;
}
