/** The declaration: who answers for the ledger, since when, and the tick that says so. */

import { html, type TemplateResult } from "lit";

import type { Desk } from "../desk";

export function declaration(desk: Desk): TemplateResult {
  const { t, paperwork } = desk;
  const head = desk.session?.header()["head"] ?? "";
  return html`<section class="card" id="declaration">
    <h3>${t.declaration}</h3>
    <p>${t.duty}</p>
    <p>${t.declares}</p>
    <dl class="facts">
      <div>
        <dt>${t.declaredBy}</dt>
        <dd>
          ${
            head ||
            html`<button class="small" @click=${() => changeHeader(desk, "head")}>
              ${t.headMissing}
            </button>`
          }
        </dd>
      </div>
      <div>
        <dt>${t.declaredOn}</dt>
        <dd>${paperwork.declared ?? "—"}</dd>
      </div>
    </dl>
    <label class="tick" for="declare"
      ><input
        id="declare"
        type="checkbox"
        .checked=${paperwork.declared !== null}
        @change=${(event: Event) => paperwork.declare((event.target as HTMLInputElement).checked)}
      />${t.declareTick}</label
    >
  </section>`;
}

/** Goes to a field of the head. */
export function changeHeader(desk: Desk, field: string): void {
  desk.wanted = { table: "header", child: null, field };
  desk.go("unit");
}
