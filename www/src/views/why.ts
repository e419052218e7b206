/** Why a value is what it is: the cells it follows from, and the line or law that says so. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Explanation } from "../engine/contract";

/** A disclosure with all explanations of one value; nothing where there is none. */
export function whyView(
  desk: Desk,
  key: string,
  told: readonly Explanation[],
): TemplateResult | typeof nothing {
  const own = told.filter((one) => one.key === key);
  // The one value of a field nobody types stands above already.
  const isShown = own.length === 1 && desk.field("entries", key)?.presence === "derived";
  return own.length === 0
    ? nothing
    : html`<details class="why" data-topic=${key}>
        <summary>${desk.t.why}<span class="unseen">${desk.topic(key)}</span></summary>
        ${own.map((one) => reason(desk, one, !isShown || !one.value))}
      </details>`;
}

/** The values of one topic that no field holds, each with its reason. */
export function topicView(
  desk: Desk,
  key: string,
  told: readonly Explanation[],
): TemplateResult | typeof nothing {
  const own = told.filter((one) => one.key === key);
  return own.length === 0
    ? nothing
    : html`<div data-topic=${key}>
        <dt>${desk.topic(key)}</dt>
        <dd>
          ${own.map(
            (one) =>
              html`<div class="topic-value">
                ${value(desk, one)}
                <details class="why">
                  <summary>${desk.t.why}<span class="unseen">${desk.topic(key)}</span></summary>
                  ${reason(desk, one, false)}
                </details>
              </div>`,
          )}
        </dd>
      </div>`;
}

/** What follows, or what would let it be told; a condition people have to judge stands before. */
function value(desk: Desk, one: Explanation): TemplateResult {
  const { t } = desk;
  const condition = one.provided
    ? html`<span class="why-condition">${t.provided(desk.say(one.provided))}</span>`
    : nothing;
  return one.value
    ? html`<span class="why-value">${condition}${desk.say(one.value)}</span>`
    : html`<span class="why-value open"
        >${condition}${t.unresolved}${one.todo ? desk.say(one.todo) : ""}</span
      >`;
}

function reason(desk: Desk, one: Explanation, withValue: boolean): TemplateResult {
  const { t } = desk;
  const way = desk.way(one.by);
  const clause = one.clause ?? way?.clause ?? "";
  const said = one.words ?? way?.words;
  // Of some lines the value is what they say.
  const words = said && one.value && said.zh === one.value.zh ? undefined : said;
  return html`<div class="why-one" data-by=${one.by}>
    ${withValue ? html`<p>${value(desk, one)}</p>` : nothing}
    <p class="why-clause">
      ${desk.clause(clause)}${one.clause ? html` <code>${one.by}</code>` : nothing}${
        one.inferred ? html` <em>${t.inferred}</em>` : nothing
      }${words ? html`<span class="why-words">${desk.say(words)}</span>` : nothing}
    </p>
    ${
      one.inputs.length === 0
        ? nothing
        : html`<dl class="why-inputs">
            ${one.inputs.map(
              (input) =>
                html`<div data-path=${input.path}>
                  <dt>${t.colon(desk.place(input.path))}</dt>
                  <dd>${input.text || t.blank}</dd>
                </div>`,
            )}
          </dl>`
    }
  </div>`;
}
