/** Small pieces the plan views share: sums with their unit, sentences, boxes with what is wrong. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../../desk";
import type { Words } from "../../engine/contract";
import type { Refused, Sum } from "../../engine/office/planning";

export function sumText(sum: Sum, desk: Desk): string {
  return desk.lang === "zh" ? `${sum.text}${desk.money}` : `${sum.text} × ${desk.money}`;
}

export function remarks(desk: Desk, list: readonly Words[]): TemplateResult | typeof nothing {
  return list.length === 0
    ? nothing
    : html`<ul class="remarks">
        ${list.map((words) => html`<li>${desk.say(words)}</li>`)}
      </ul>`;
}

/** A box of a form: its label, the box, and what is wrong with what stands in it. */
export interface Box {
  desk: Desk;
  /** Unique in the page. */
  id: string;
  label: string;
  text: string;
  refused?: Refused | null | undefined;
  /** Its name in the form, where the refusal names it. */
  field: string;
  placeholder?: string;
  unit?: string;
  write: (text: string) => void;
}

export function box(at: Box): TemplateResult {
  const { desk, id, refused } = at;
  const wrong = refused?.refused.field === at.field ? refused.refused.message : null;
  return html`<div class="field ${wrong ? "error" : ""}">
    <label for=${id}
      >${at.label}${at.unit ? html`<span class="unit">（${at.unit}）</span>` : nothing}</label
    >
    <input
      id=${id}
      autocomplete="off"
      spellcheck="false"
      placeholder=${at.placeholder ?? ""}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby="${id}-wrong"
      .value=${at.text}
      @change=${(event: Event) => at.write((event.target as HTMLInputElement).value)}
    />
    <p class="wrong" id="${id}-wrong">${wrong ? desk.say(wrong) : ""}</p>
  </div>`;
}

/** A list to pick from. */
export function pick(
  id: string,
  label: string,
  options: readonly (readonly [string, string])[],
  chosen: string,
  write: (value: string) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select id=${id} @change=${(event: Event) => write((event.target as HTMLSelectElement).value)}>
      ${options.map(
        ([value, words]) =>
          html`<option value=${value} ?selected=${value === chosen}>${words}</option>`,
      )}
    </select>
  </div>`;
}

export function tick(
  id: string,
  label: string,
  isOn: boolean,
  write: (isOn: boolean) => void,
): TemplateResult {
  return html`<label class="tick" for=${id}
    ><input
      id=${id}
      type="checkbox"
      .checked=${isOn}
      @change=${(event: Event) => write((event.target as HTMLInputElement).checked)}
    />${label}</label
  >`;
}

/** What a refusal says that belongs to no box shown. */
export function refusal(desk: Desk, refused: Refused | null, boxes: readonly string[]) {
  return refused && !boxes.includes(refused.refused.field)
    ? html`<p class="summary error" role="alert">${desk.say(refused.refused.message)}</p>`
    : nothing;
}
