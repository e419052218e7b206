/** Budgets shared among all debts: what each gets and when, before anything is written. */

import { html, nothing, type TemplateResult } from "lit";

import type { Refused, Shared, SharedDebt } from "../../engine/office/planning";
import { newBudget, type BudgetForm } from "../../plans/form";
import { isRefused, type Planner } from "../../plans/planner";
import { View } from "../view";
import { planChart } from "./chart";
import { box, pick, refusal, remarks, sumText, tick } from "./words";

/** Debts listed at once: the sums are of all. */
const MOST = 200;

class PlanBudget extends View {
  static override properties = { ...View.properties, planner: { attribute: false } };

  declare planner: Planner;
  readonly #form: BudgetForm = newBudget();
  #refused: Refused | null = null;
  #kept: { name: string; shared: Shared } | null = null;
  #shared: Shared | null = null;
  #name = "";

  protected override render(): TemplateResult {
    const { desk, t } = this;
    return html`<section class="card">
        <button class="small" id="plan-back" @click=${() => this.planner.go({ kind: "list" })}>
          ${t.backToPlans}
        </button>
        <h2 tabindex="-1">${t.shareBudget}</h2>
        <p class="muted">${t.shareHelp}</p>
        ${this.#boxes()}
        ${refusal(desk, this.#refused, ["budget", "periods", "first", "threshold"])}
        <div class="actions">
          <button class="primary" id="share" @click=${this.#share}>${t.sharePreview}</button>
          ${
            this.#shared && !this.#kept
              ? html`<button id="keep" @click=${this.#keep}>${t.keepToCompare}</button>`
              : nothing
          }
        </div>
      </section>
      ${this.#kept && this.#shared ? this.#compared(this.#kept) : nothing}
      ${this.#shared ? this.#preview(this.#shared) : nothing}`;
  }

  #boxes(): TemplateResult {
    const { desk, t } = this;
    const form = this.#form;
    const set = (some: Partial<BudgetForm>) => {
      Object.assign(form, some);
      this.requestUpdate();
    };
    const text = (key: "budget" | "periods" | "first" | "threshold", more: object = {}) =>
      box({
        desk,
        id: `share-${key}`,
        label: t.budget_[key],
        field: key,
        text: form[key],
        refused: this.#refused,
        write: (typed) => set({ [key]: typed }),
        ...more,
      });
    return html`<div class="fields">
        ${text("budget", { unit: desk.money })}
        ${pick("share-every", t.budgetEvery, t.everies, form.every, (every) => set({ every }))}
        ${text("first", { placeholder: t.placeholder.date ?? "" })}
        ${form.until_cleared ? nothing : text("periods")}
        ${pick("share-method", t.shareMethod, t.shareMethods, form.method, (method) =>
          set({ method }),
        )}
        ${
          form.method === "undisputed-first"
            ? pick("share-inside", t.shareInside, t.shareInsides, form.inside, (inside) =>
                set({ inside }),
              )
            : nothing
        }
        ${form.method === "small-then-pro-rata" ? text("threshold", { unit: desk.money }) : nothing}
      </div>
      <p>
        ${tick("share-cleared", t.untilCleared, form.until_cleared, (until_cleared) =>
          set({ until_cleared }),
        )}
        ${tick("share-roll", t.rollDays, form.roll, (roll) => set({ roll }))}
      </p>`;
  }

  /** Two ways of sharing side by side. */
  #compared(kept: { name: string; shared: Shared }): TemplateResult {
    const { desk, t } = this;
    const both = [kept.shared, this.#shared].filter((one): one is Shared => one !== null);
    const line = (label: string, of: (one: Shared) => string) =>
      html`<tr>
        <th scope="row">${label}</th>
        ${both.map((one) => html`<td class="number">${of(one)}</td>`)}
      </tr>`;
    const last = (one: Shared) => one.periods[one.periods.length - 1];
    return html`<section class="card" id="budgets-compared">
      <h3>${t.twoProposals}</h3>
      <table class="list">
        <thead>
          <tr>
            <th scope="col"></th>
            <th scope="col" class="number">${kept.name}</th>
            <th scope="col" class="number">${this.#name}</th>
          </tr>
        </thead>
        <tbody>
          ${line(t.periodsOf, (one) => String(one.periods.length))}
          ${line(t.planEnds, (one) => last(one)?.due ?? "—")}
          ${line(t.clearedFirst, (one) => t.debtsOf(clearedBy(one, one.periods[0]?.due)))}
          ${line(t.clearedInAll, (one) => t.debtsOf(clearedBy(one, last(one)?.due)))}
          ${line(t.leftUnplanned, (one) => (last(one) ? sumText(last(one)!.left, desk) : "—"))}
        </tbody>
      </table>
      <button
        class="small"
        @click=${() => {
          this.#kept = null;
          this.requestUpdate();
        }}
      >
        ${t.dropProposal}
      </button>
    </section>`;
  }

  #preview(shared: Shared): TemplateResult {
    const { desk, t } = this;
    const gets = shared.debts.filter((debt) => 0 < debt.gets.fen);
    const due = gets.flatMap(({ instalments }) => instalments);
    const of = (one: Shared | undefined) => one?.debts.flatMap((debt) => debt.instalments);
    return html`<section class="card" id="shared">
      <h3>${t.sharedAmong(gets.length)}</h3>
      ${remarks(desk, shared.remarks)}
      ${planChart({
        desk,
        total: shared.total.fen,
        instalments: of(this.#kept?.shared) ?? due,
        other: this.#kept ? due : undefined,
      })}
      <table class="list">
        <thead>
          <tr>
            <th scope="col" class="number">${t.rowNo}</th>
            <th scope="col">${desk.label("entries", "creditor_name")}</th>
            <th scope="col">${desk.label("entries", "due_date")}</th>
            <th scope="col" class="number">${t.payable}（${desk.money}）</th>
            <th scope="col" class="number">${t.gets}（${desk.money}）</th>
            <th scope="col" class="number">${t.leftOver}（${desk.money}）</th>
            <th scope="col">${t.instalmentsOf}</th>
          </tr>
        </thead>
        <tbody>
          ${shared.debts.slice(0, MOST).map((debt) => this.#debt(debt))}
        </tbody>
      </table>
      ${MOST < shared.debts.length ? html`<p class="muted">${t.moreDebts(shared.debts.length - MOST)}</p>` : nothing}
      <div class="actions end">
        <button class="primary" id="adopt-shares" @click=${() => this.#adopt(gets)}>
          ${t.adoptShares(gets.length)}
        </button>
      </div>
    </section>`;
  }

  #debt(debt: SharedDebt): TemplateResult {
    const { t } = this;
    const { instalments } = debt;
    const [first] = instalments;
    const last = instalments[instalments.length - 1];
    return html`<tr data-row=${debt.row}>
      <td class="number">${debt.row + 1}</td>
      <th scope="row">${debt.creditor || debt.debt_id}</th>
      <td>${debt.due ?? "—"}</td>
      <td class="number">${debt.payable.text}</td>
      <td class="number">${debt.gets.text}</td>
      <td class="number">${debt.left.text}</td>
      <td>
        ${
          debt.in_court
            ? t.planStates.in_court
            : first && last
              ? t.instalmentSpan(instalments.length, first.due, last.due)
              : "—"
        }
      </td>
    </tr>`;
  }

  readonly #share = (): void => {
    const form = JSON.stringify(this.#form);
    const told = this.planner.ask((office, draft) => office.plan_share(draft, form));
    this.#refused = told && isRefused(told) ? told : null;
    this.#shared = told && !isRefused(told) ? told : null;
    const method = this.t.shareMethods.find(([value]) => value === this.#form.method);
    this.#name = method?.[1] ?? "";
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const next = this.querySelector<HTMLElement>("[aria-invalid=true], #shared");
      next?.scrollIntoView({ block: "nearest" });
      this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    });
  };

  readonly #keep = (): void => {
    if (this.#shared) {
      this.#kept = { name: this.#name, shared: this.#shared };
      this.requestUpdate();
    }
  };

  #adopt(gets: readonly SharedDebt[]): void {
    const plans = gets.map(({ row, instalments }) => ({ row, instalments }));
    this.#refused = this.planner.write(plans);
    if (this.#refused) {
      this.requestUpdate();
    } else {
      this.planner.go({ kind: "list" });
    }
  }
}

/** Debts that have all they can get by a day. */
function clearedBy(shared: Shared, day = ""): number {
  const isCleared = ({ left, instalments }: SharedDebt) => {
    const last = instalments[instalments.length - 1];
    return left.fen === 0 && last !== undefined && last.due <= day;
  };
  return shared.debts.filter(isCleared).length;
}

customElements.define("al-plan-budget", PlanBudget);
