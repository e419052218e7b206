/** A proposal edited in place: its instalments, what they lack, and the button that writes them. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Desk } from "../../desk";
import type { Words } from "../../engine/contract";
import { yuan } from "../../plans/planner";
import type { Plot } from "../../plans/plot";
import { remarks, sumText } from "./words";

export interface PlotAt {
  desk: Desk;
  plot: Plot;
  /** Unique in the page. */
  id: string;
  title: string;
  changed: () => void;
  adopt: () => void;
  drop: (() => void) | null;
}

export function plotView(at: PlotAt): TemplateResult {
  const { desk, plot, id } = at;
  const { t } = desk;
  const act = (how: () => void) => () => {
    how();
    at.changed();
  };
  return html`<section class="plot" id=${id} aria-label=${at.title || t.proposal}>
    ${at.title ? html`<h4>${at.title}</h4>` : nothing}
    <table class="list plot-lines">
      <thead>
        <tr>
          <th scope="col" class="number">${desk.label("instalments", "no")}</th>
          <th scope="col">${desk.label("instalments", "due_on")}</th>
          <th scope="col">${desk.label("instalments", "amount")}（${desk.money}）</th>
          <th scope="col"><span class="unseen">${t.acts}</span></th>
        </tr>
      </thead>
      <tbody>
        ${plot.lines.map((_, place) => line(at, place, act))}
      </tbody>
    </table>
    ${balance(at)} ${remarks(desk, plot.weighed?.remarks ?? [])}
    <div class="actions">
      <button class="small" @click=${act(() => plot.add())}>${t.addChild.instalments}</button>
      ${
        plot.weighed && plot.weighed.difference.fen !== 0 && plot.canSettle
          ? html`<button class="small settle" @click=${act(() => plot.settle())}>
              ${t.settleOnLast}
            </button>`
          : nothing
      }
      ${at.drop ? html`<button class="small" @click=${at.drop}>${t.dropProposal}</button>` : nothing}
    </div>
    <div class="actions">
      <button class="primary adopt" @click=${() => adopt(at)}>${t.adoptPlan}</button>
    </div>
  </section>`;
}

function line(at: PlotAt, place: number, act: (how: () => void) => () => void): TemplateResult {
  const { desk, plot, id } = at;
  const { t } = desk;
  const read = plot.weighed?.instalments[place];
  const now = plot.lines[place];
  const cell = (key: "due" | "amount", label: string, fault: Words | null | undefined) =>
    html`<input
        aria-label="${t.childOf.instalments(place + 1)} ${label}"
        aria-invalid=${fault ? "true" : nothing}
        aria-describedby="${id}-${place}-${key}"
        autocomplete="off"
        spellcheck="false"
        .value=${live(now?.[key] ?? "")}
        @change=${(event: Event) => {
          plot.set(place, { [key]: (event.target as HTMLInputElement).value });
          at.changed();
        }}
      />
      <p class="wrong" id="${id}-${place}-${key}">${fault ? desk.say(fault) : ""}</p>`;
  return html`<tr>
    <td class="number">${place + 1}</td>
    <td>${cell("due", desk.label("instalments", "due_on"), read?.due_fault)}</td>
    <td class="amount">
      ${cell("amount", desk.label("instalments", "amount"), read?.amount_fault)}
    </td>
    <td>
      <button
        class="small"
        aria-label=${t.actOn(t.removeChild, t.childOf.instalments(place + 1))}
        @click=${act(() => plot.remove(place))}
      >
        ${t.removeChild}
      </button>
    </td>
  </tr>`;
}

/** What the instalments come to, and what they lack, to the fen. */
function balance({ desk, plot }: PlotAt): TemplateResult | typeof nothing {
  const { t } = desk;
  const { weighed } = plot;
  if (!weighed) {
    return nothing;
  }
  const { fen } = weighed.difference;
  const says =
    fen === 0
      ? weighed.ties
        ? t.planTies
        : t.planUnread
      : fen < 0
        ? t.planTooMuch(yuan(-fen))
        : t.planTooLittle(yuan(fen));
  const kind = weighed.ties ? "good" : plot.pressed ? "error" : "warning";
  return html`<p class="summary ${kind} plot-sum" role="status">
    ${t.colon(t.proposalSum)}${sumText(weighed.sum, desk)} ${says}
  </p>`;
}

function adopt(at: PlotAt): void {
  if (at.plot.ties) {
    at.adopt();
    return;
  }
  at.plot.pressed = true;
  at.changed();
  at.desk.tell(at.desk.t.planDoesNotTie);
}
