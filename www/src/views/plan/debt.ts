/**
 * A plan for one debt: a form that proposes, one or two proposals side by side, edited in place,
 * and written into the ledger in one step.
 */

import { html, nothing, type TemplateResult } from "lit";

import type { Compared, PlannedDebt, Refused } from "../../engine/office/planning";
import { newProposal, type ProposalForm } from "../../plans/form";
import { Plot } from "../../plans/plot";
import { isRefused, type Planner } from "../../plans/planner";
import { View } from "../view";
import { planChart } from "./chart";
import { plotView } from "./editor";
import { printed } from "./printed";
import { proposalForm } from "./proposal_form";
import { refusal, remarks, sumText } from "./words";

class PlanDebt extends View {
  static override properties = {
    ...View.properties,
    planner: { attribute: false },
    debt: { attribute: false },
  };

  declare planner: Planner;
  declare debt: PlannedDebt;
  readonly #form: ProposalForm = newProposal();
  #refused: Refused | null = null;
  #plots: Plot[] = [];
  #compared: Compared | null = null;

  protected override render(): TemplateResult {
    const { desk, t, debt } = this;
    const [first, second] = this.#plots;
    return html`<section class="card">
        <button class="small" id="plan-back" @click=${() => this.planner.go({ kind: "list" })}>
          ${t.backToPlans}
        </button>
        <h2 tabindex="-1">${t.planFor(debt.creditor || debt.debt_id)}</h2>
        ${this.#facts()} ${this.#booked()}
      </section>
      <section class="card">
        <h3>${t.proposePlan}</h3>
        ${proposalForm(desk, this.#form, this.#refused, () => this.requestUpdate())}
        ${refusal(desk, this.#refused, this.#boxes())}
        <div class="actions">
          <button class="primary" id="propose" @click=${this.#propose}>
            ${first ? t.proposeAgain : t.propose}
          </button>
          ${
            first && !second
              ? html`<button id="propose-other" @click=${this.#other}>${t.proposeOther}</button>`
              : nothing
          }
        </div>
      </section>
      ${first ? this.#proposals() : nothing}`;
  }

  #facts(): TemplateResult {
    const { desk, t, debt } = this;
    const fact = (label: string, text: string) =>
      html`<div>
        <dt>${label}</dt>
        <dd>${text}</dd>
      </div>`;
    return html`<dl class="facts">
      ${fact(desk.label("entries", "debt_id"), debt.debt_id)}
      ${fact(t.toPlan, sumText(debt.to_plan, desk))}
      ${0 < debt.left_out.fen ? fact(t.disputedLeftOut, sumText(debt.left_out, desk)) : nothing}
      ${debt.act_by ? fact(t.actBy, debt.act_by) : nothing}
    </dl>`;
  }

  /** The plan that is in the ledger now. */
  #booked(): TemplateResult {
    const { desk, t, debt } = this;
    if (debt.instalments.length === 0) {
      return html`<p class="muted">${t.noPlanYet}</p>`;
    }
    return html`<details class="booked">
      <summary>${t.bookedPlan(debt.instalments.length, sumText(debt.planned, desk))}</summary>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">${desk.label("instalments", "due_on")}</th>
            <th scope="col" class="number">
              ${desk.label("instalments", "amount")}（${desk.money}）
            </th>
            <th scope="col" class="number">${t.unpaid}（${desk.money}）</th>
            <th scope="col">${t.planState}</th>
          </tr>
        </thead>
        <tbody>
          ${debt.instalments.map(
            (one) =>
              html`<tr>
                <th scope="row">${one.due}</th>
                <td class="number">${one.amount}</td>
                <td class="number">${one.rest}</td>
                <td>${t.standings[one.standing]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <button class="small" id="edit-booked" @click=${this.#editBooked}>${t.editBooked}</button>
    </details>`;
  }

  #proposals(): TemplateResult {
    const { desk, t, debt } = this;
    const [first, second] = this.#plots;
    const total = first?.total ?? debt.to_plan.fen;
    return html`<section class="card" id="proposals">
      <h3>${second ? t.twoProposals : t.proposal}</h3>
      ${planChart({
        desk,
        total,
        instalments: first?.due ?? [],
        other: second?.due,
      })}
      ${
        this.#compared
          ? html`${printed(desk, this.#compared.page, false)}
            ${remarks(desk, this.#compared.remarks)}`
          : nothing
      }
      <div class="proposals">
        ${this.#plots.map((plot, place) =>
          plotView({
            desk,
            plot,
            id: `plan-${place + 1}`,
            title: second ? t.proposalOf(place + 1) : "",
            changed: () => this.#changed(),
            adopt: () => this.#adopt(plot),
            drop: second ? () => this.#drop(place) : null,
          }),
        )}
      </div>
    </section>`;
  }

  #boxes(): string[] {
    const shares = this.#form.milestones.flatMap((_, place) => [
      `due-${place}`,
      `percent-${place}`,
    ]);
    return ["parts", "each", "until", "first", "target", ...shares];
  }

  #made(): Plot | null {
    const form = JSON.stringify({ row: this.debt.row, ...this.#form });
    const told = this.planner.ask((office, draft) => office.plan_propose(draft, form));
    this.#refused = told && isRefused(told) ? told : null;
    if (!told || isRefused(told)) {
      this.requestUpdate();
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
      return null;
    }
    const against = { act_by: this.debt.act_by ?? "", target: this.#form.target };
    return this.#plot(told.instalments, told.total.fen, against);
  }

  #plot(lines: readonly { due: string; amount: string }[], total: number, against: object) {
    const unit = this.desk.overview?.amount_unit ?? "wan";
    const { office } = this.planner;
    return office ? new Plot(office, unit, total, lines, against) : null;
  }

  readonly #propose = (): void => {
    const plot = this.#made();
    if (plot) {
      this.#plots = [...this.#plots.slice(0, Math.max(this.#plots.length - 1, 0)), plot];
      this.#changed();
      this.#tell(plot);
    }
  };

  /** The one there is stays to be compared with. */
  readonly #other = (): void => {
    const plot = this.#made();
    if (plot) {
      this.#plots = [...this.#plots, plot];
      this.#changed();
      this.#tell(plot);
    }
  };

  readonly #editBooked = (): void => {
    const open = this.debt.instalments.filter(({ rest_fen }) => 0 < rest_fen);
    const lines = open.map(({ due, rest }) => ({ due, amount: rest }));
    const plot = this.#plot(lines, this.debt.to_plan.fen, { act_by: this.debt.act_by ?? "" });
    if (plot) {
      this.#plots = [plot];
      this.#changed();
    }
  };

  #tell(plot: Plot): void {
    this.desk.tell(this.t.proposed(plot.lines.length));
    void this.updateComplete.then(() =>
      this.querySelector("#proposals")?.scrollIntoView({ block: "nearest" }),
    );
  }

  #changed(): void {
    const [first, second] = this.#plots;
    this.#compared = null;
    if (first?.ties && second?.ties) {
      const form = { row: this.debt.row, first: first.lines, second: second.lines };
      const told = this.planner.ask((office, draft) =>
        office.plan_compare(draft, JSON.stringify(form)),
      );
      this.#compared = told && !isRefused(told) ? told : null;
    }
    this.requestUpdate();
  }

  #drop(place: number): void {
    this.#plots = this.#plots.filter((_, index) => index !== place);
    this.#changed();
  }

  #adopt(plot: Plot): void {
    const refused = this.planner.write([{ row: this.debt.row, instalments: plot.lines }]);
    if (refused) {
      this.#refused = refused;
      this.requestUpdate();
    } else {
      this.planner.go({ kind: "list" });
    }
  }
}

customElements.define("al-plan-debt", PlanDebt);
