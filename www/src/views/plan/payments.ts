/** Payments put on record, many at a time: the debt, the day, the amount, the voucher. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { PlannedDebt } from "../../engine/office/planning";
import { isBlank, missing, newPaid, record, type Paid, type PaidBox } from "../../plans/follow";
import type { Planner } from "../../plans/planner";
import { findingNotes } from "../finding";
import { View } from "../view";

/** Lines there are to begin with. */
const LINES = 5;

class PlanPayments extends View {
  static override properties = { ...View.properties, planner: { attribute: false } };

  declare planner: Planner;
  #lines: Paid[] = [];
  #pressed = false;
  /** Debts that payments were just recorded for. */
  readonly #recorded = new Set<number>();

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const debts = this.#debts();
    if (this.#lines.length === 0) {
      this.#lines = Array.from({ length: LINES }, () => newPaid(this.#cash()));
    }
    return html`<section class="card">
      <button class="small" id="plan-back" @click=${() => this.planner.go({ kind: "list" })}>
        ${t.backToPlans}
      </button>
      <h2 tabindex="-1">${t.recordPayments}</h2>
      <p class="muted">${t.recordPaymentsHelp}</p>
      <datalist id="payable-debts">
        ${debts.map((debt) => html`<option value=${nameOf(debt)}></option>`)}
      </datalist>
      <table class="list payments">
        <thead>
          <tr>
            <th scope="col">${t.whichDebt}</th>
            <th scope="col">${desk.label("payments", "paid_on")}</th>
            <th scope="col">${desk.label("payments", "amount")}（${desk.money}）</th>
            <th scope="col">${desk.label("payments", "voucher_no")}</th>
            <th scope="col">${desk.label("payments", "method")}</th>
            <th scope="col" class="number">${t.balanceAfter}（${desk.money}）</th>
          </tr>
        </thead>
        <tbody>
          ${this.#lines.map((line, place) => this.#line(line, place, debts))}
        </tbody>
      </table>
      <div class="actions">
        <button class="small" @click=${this.#more}>${t.moreLines}</button>
      </div>
      <div class="actions">
        <button class="primary" id="record" @click=${this.#record}>${t.record}</button>
      </div>
      ${this.#findings()}
    </section>`;
  }

  #debts(): PlannedDebt[] {
    return (this.planner.list()?.debts ?? []).filter(({ state }) => state !== "done");
  }

  /** What most are paid by. */
  #cash(): string {
    const kind = this.desk.field("payments", "method")?.kind;
    return kind?.type === "choice" ? (kind.options[0]?.zh ?? "") : "";
  }

  #line(line: Paid, place: number, debts: readonly PlannedDebt[]): TemplateResult {
    const { desk, t } = this;
    const debt = debts.find(({ row }) => row === line.row);
    const blank = this.#pressed && !isBlank(line) ? missing(line) : [];
    const says = { row: t.chooseDebt, paid_on: t.enterDay, amount: t.enterAmount };
    const cell = (
      key: PaidBox | "voucher_no",
      label: string,
      value: string,
      write: (text: string) => void,
      list = "",
    ) => {
      const wrong = blank.includes(key as PaidBox) ? says[key as PaidBox] : "";
      return html`<td class=${key === "amount" ? "amount" : ""}>
        <input
          id="paid-${key}-${place}"
          aria-label="${t.rowNumber(place + 1)} ${label}"
          aria-invalid=${wrong ? "true" : nothing}
          aria-describedby="paid-${key}-${place}-wrong"
          autocomplete="off"
          spellcheck="false"
          list=${list || nothing}
          .value=${live(value)}
          @change=${(event: Event) => {
            write((event.target as HTMLInputElement).value);
            this.requestUpdate();
          }}
        />
        <p class="wrong" id="paid-${key}-${place}-wrong">${wrong}</p>
      </td>`;
    };
    const kind = desk.field("payments", "method")?.kind;
    const methods = kind?.type === "choice" ? kind.options : [];
    return html`<tr>
      ${cell(
        "row",
        t.whichDebt,
        debt ? nameOf(debt) : "",
        (text) => {
          line.row = debts.find((one) => nameOf(one) === text || one.debt_id === text)?.row ?? null;
        },
        "payable-debts",
      )}
      ${cell("paid_on", desk.label("payments", "paid_on"), line.paid_on, (text) => {
        line.paid_on = text;
      })}
      ${cell("amount", desk.label("payments", "amount"), line.amount, (text) => {
        line.amount = text;
      })}
      ${cell("voucher_no", desk.label("payments", "voucher_no"), line.voucher_no, (text) => {
        line.voucher_no = text;
      })}
      <td>
        <select
          aria-label="${t.rowNumber(place + 1)} ${desk.label("payments", "method")}"
          @change=${(event: Event) => {
            line.method = (event.target as HTMLSelectElement).value;
          }}
        >
          ${methods.map(
            (option) =>
              html`<option value=${option.zh} ?selected=${option.zh === line.method}>
                ${desk.say(option)}
              </option>`,
          )}
        </select>
      </td>
      <td class="number">${debt ? debt.balance.text : ""}</td>
    </tr>`;
  }

  /** What the rules say of the payments just recorded. */
  #findings(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const rows = [...this.#recorded];
    const found = rows.flatMap((row) =>
      desk.findings.ofRow(row).filter((finding) => finding.table === "payments"),
    );
    return found.length === 0
      ? nothing
      : html`<h3>${t.paymentFindings}</h3>
          ${findingNotes(desk, found)}`;
  }

  readonly #more = (): void => {
    this.#lines = [...this.#lines, newPaid(this.#cash())];
    this.requestUpdate();
  };

  readonly #record = (): void => {
    const { desk, t } = this;
    const lines = this.#lines.filter((line) => !isBlank(line));
    this.#pressed = true;
    if (lines.length === 0 || lines.some((line) => missing(line).length !== 0)) {
      desk.tell(t.nothingRecorded);
      this.requestUpdate();
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
      return;
    }
    const planned = new Set(
      this.#debts()
        .filter(({ instalments }) => instalments.length !== 0)
        .map(({ row }) => row),
    );
    record(desk, lines, planned);
    lines.forEach(({ row }) => this.#recorded.add(row ?? -1));
    this.#lines = [];
    this.#pressed = false;
    desk.tell(t.recorded(lines.length));
    this.requestUpdate();
  };
}

function nameOf(debt: PlannedDebt): string {
  return [debt.debt_id, debt.creditor, debt.project].filter((part) => part).join(" · ");
}

customElements.define("al-plan-payments", PlanPayments);
