/** The repayment plans: the debts with what is to be planned, one debt, a budget, or interest. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { PlannedDebt, PlannedDebts } from "../engine/office/planning";
import type { Due } from "../plans/months";
import { Planner, type Place } from "../plans/planner";
import "./plan/budget";
import { planChart } from "./plan/chart";
import "./plan/debt";
import "./plan/interest";
import "./plan/payments";
import "./plan/since";
import { sumText } from "./plan/words";
import { View } from "./view";

/** Debts listed at once. */
const MOST = 100;

class Plan extends View {
  #planner: Planner | null = null;
  #shown: Place | null = null;
  #from = 0;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    this.#planner ??= new Planner(desk);
    const planner = this.#planner;
    planner.load();
    if (planner.trouble) {
      return html`<section class="card" role="alert">
        <h2>${t.trouble}</h2>
        <p>${t.officeMissing} <code>${planner.trouble}</code></p>
        <button @click=${() => planner.load()}>${t.again}</button>
      </section>`;
    }
    const { place } = planner;
    const debts = planner.list();
    if (!debts) {
      return html`<section class="card" aria-busy="true">
        <h2>${t.steps.plan}</h2>
        <p>${t.officeLoading}</p>
      </section>`;
    }
    const debt = "row" in place ? debts.debts[place.row] : undefined;
    switch (place.kind) {
      case "budget":
        return html`<al-plan-budget .desk=${desk} .planner=${planner}></al-plan-budget>`;
      case "debt":
        return debt
          ? html`<al-plan-debt .desk=${desk} .planner=${planner} .debt=${debt}></al-plan-debt>`
          : this.#list(planner, debts);
      case "interest":
        return html`<al-plan-interest
          .desk=${desk}
          .planner=${planner}
          .row=${place.row}
        ></al-plan-interest>`;
      case "payments":
        return html`<al-plan-payments .desk=${desk} .planner=${planner}></al-plan-payments>`;
      case "since":
        return html`<al-plan-since .desk=${desk} .planner=${planner}></al-plan-since>`;
      default:
        return this.#list(planner, debts);
    }
  }

  /** What is opened is read from its heading; the list gives the focus back to where it was. */
  protected override updated(_: PropertyValues): void {
    const before = this.#shown;
    const place = this.#planner?.place ?? null;
    this.#shown = place;
    if (before && place && place !== before) {
      void this.#drawn().then(() => {
        const back = "row" in before ? `[data-row="${before.row}"] button` : "#share-budget";
        const first = place.kind === "list" ? back : "h2";
        this.querySelector<HTMLElement>(first)?.focus();
      });
    }
  }

  /** A view within this one draws after it. */
  async #drawn(): Promise<void> {
    await this.updateComplete;
    const shown = this.firstElementChild;
    await (shown instanceof View ? shown.updateComplete : null);
  }

  #list(planner: Planner, debts: PlannedDebts): TemplateResult {
    const { desk, t } = this;
    const { totals } = debts;
    const listed = debts.debts.filter((debt) => debt.state !== "done");
    const sum = (label: string, text: string) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${text}</dd>
      </div>`;
    return html`<section class="card">
        <h2 tabindex="-1">${t.steps.plan}</h2>
        <p class="muted">${t.planHelp}</p>
        <dl class="totals plan-totals">
          ${sum(t.toPlan, sumText(totals.to_plan, desk))}
          ${sum(t.planned, sumText(totals.planned, desk))}
          ${sum(t.overdue, sumText(totals.overdue, desk))}
          ${sum(t.waiting, t.debtsOf(totals.waiting))}
        </dl>
        <div class="actions">
          <button id="share-budget" @click=${() => planner.go({ kind: "budget" })}>
            ${t.shareBudget}
          </button>
          <button id="record-payments" @click=${() => planner.go({ kind: "payments" })}>
            ${t.recordPayments}
          </button>
          <button id="since-before" @click=${() => planner.go({ kind: "since" })}>
            ${t.sinceBefore}
          </button>
        </div>
        ${planChart({ desk, total: totals.planned.fen, instalments: open(listed) })}
      </section>
      <section class="card">
        ${listed.length === 0 ? html`<p>${t.nothingToPlan}</p>` : this.#table(planner, listed)}
      </section>
      <div class="actions end">
        <button class="primary" @click=${() => desk.go("check")}>${t.next(t.steps.check)}</button>
      </div>`;
  }

  #table(planner: Planner, listed: readonly PlannedDebt[]): TemplateResult {
    const { desk, t } = this;
    const shown = listed.slice(this.#from, this.#from + MOST);
    return html`<table class="list plans">
        <thead>
          <tr>
            <th scope="col" class="number">${t.rowNo}</th>
            <th scope="col">${desk.label("entries", "creditor_name")}</th>
            <th scope="col" class="number">${t.toPlan}（${desk.money}）</th>
            <th scope="col">${t.planState}</th>
            <th scope="col">${t.nextInstalment}</th>
            <th scope="col">${t.planEnds}</th>
            <th scope="col">${t.acts}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((debt) => this.#debt(planner, debt))}
        </tbody>
      </table>
      ${listed.length <= MOST ? nothing : this.#pages(listed.length)}`;
  }

  #debt(planner: Planner, debt: PlannedDebt): TemplateResult {
    const { desk, t } = this;
    const name = debt.creditor || debt.debt_id;
    const isPlannable = 0 < debt.to_plan.fen;
    return html`<tr data-row=${debt.row} data-state=${debt.state}>
      <td class="number">${debt.row + 1}</td>
      <th scope="row">
        ${name}${debt.project ? html`<span class="muted"> ${debt.project}</span>` : nothing}
      </th>
      <td class="number">
        ${debt.to_plan.text}${
          0 < debt.left_out.fen
            ? html`<span class="muted left-out">${t.disputedPart(debt.left_out.text)}</span>`
            : nothing
        }
      </td>
      <td>
        <span class="tag plan-${debt.state}">${t.planStates[debt.state]}</span>
        ${debt.lacks ? html`<span class="muted">${desk.say(debt.lacks)}</span>` : nothing}
      </td>
      <td>${debt.next ? `${debt.next.due} ${debt.next.rest}` : "—"}</td>
      <td>${debt.ends ?? "—"}</td>
      <td class="acts">
        ${
          isPlannable
            ? html`<button
                class="small primary"
                aria-label=${t.actOn(t.makePlan, name)}
                @click=${() => planner.go({ kind: "debt", row: debt.row })}
              >
                ${debt.instalments.length === 0 ? t.makePlan : t.changePlan}
              </button>`
            : html`<button
                class="small"
                aria-label=${t.actOn(t.openDebt, name)}
                @click=${() => this.#open(debt.row)}
              >
                ${t.openDebt}
              </button>`
        }
        <button
          class="small"
          aria-label=${t.actOn(t.interest, name)}
          @click=${() => planner.go({ kind: "interest", row: debt.row })}
        >
          ${t.interest}
        </button>
      </td>
    </tr>`;
  }

  #open(row: number): void {
    this.desk.form = true;
    this.desk.moveTo({ row, field: this.desk.spot.field });
    this.desk.go("ledger");
  }

  #pages(count: number): TemplateResult {
    const { t } = this;
    const turn = (by: number) => {
      const from = this.#from + by;
      if (0 <= from && from < count) {
        this.#from = from;
        this.requestUpdate();
      }
    };
    return html`<div class="actions">
      <button class="small" @click=${() => turn(-MOST)}>${t.pageBefore}</button>
      <span>${t.fromTo(this.#from + 1, Math.min(this.#from + MOST, count), count)}</span>
      <button class="small" @click=${() => turn(MOST)}>${t.pageAfter}</button>
    </div>`;
  }
}

/** What is still to be paid of all plans. */
function open(debts: readonly PlannedDebt[]): Due[] {
  return debts.flatMap(({ instalments }) =>
    instalments
      .filter(({ rest_fen }) => 0 < rest_fen)
      .map(({ due, rest_fen }) => ({ due, fen: rest_fen })),
  );
}

customElements.define("al-plan", Plan);
