/** What became of the ledger since the one before: the movement of the arrears, and each change. */

import { html, nothing, type TemplateResult } from "lit";

import type { Changed } from "../../engine/office/compare";
import type { Movement, Sum } from "../../engine/office/planning";
import { explain, isToBeExplained, since, type Since } from "../../plans/follow";
import type { Planner } from "../../plans/planner";
import { View } from "../view";

/** Changed debts listed at once. */
const MOST = 50;
const ADDED = ["added", "raised"] as const;
const TAKEN = ["repaid", "removed", "to_court"] as const;

class PlanSince extends View {
  static override properties = { ...View.properties, planner: { attribute: false } };

  declare planner: Planner;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { office } = this.planner;
    const told = office ? since(desk, office) : null;
    return html`<section class="card">
        <button class="small" id="plan-back" @click=${() => this.planner.go({ kind: "list" })}>
          ${t.backToPlans}
        </button>
        <h2 tabindex="-1">${t.sinceBefore}</h2>
        ${
          desk.earlier.file
            ? html`<p class="muted">
                ${t.comparing(desk.earlier.file.name, desk.earlier.file.rows)}
              </p>`
            : html`<p>${t.noEarlier}</p>
                <button @click=${() => desk.go("unit")}>${t.chooseBefore}</button>`
        }
        ${told ? this.#movement(told) : nothing}
      </section>
      ${told ? this.#changes(told) : nothing}`;
  }

  #movement({ movement, why }: Since): TemplateResult {
    const { desk, t } = this;
    if (!movement) {
      return html`<p class="summary warning">${why}</p>`;
    }
    const line = (sign: string, key: keyof typeof t.movement, sum: Sum) =>
      html`<tr data-key=${key}>
        <th scope="row">${sign} ${t.movement[key]}</th>
        <td class="number">${sum.text}</td>
      </tr>`;
    return html`<table class="list sums" id="movement">
        <caption>
          ${t.movementTitle}（${desk.money}）
        </caption>
        <tbody>
          ${line("", "opening", movement.opening)}
          ${ADDED.map((key) => line("＋", key, movement[key]))}
          ${TAKEN.map((key) => line("－", key, movement[key]))}
          ${line("＝", "closing", movement.closing)}
        </tbody>
      </table>
      ${this.#gap(movement)}`;
  }

  #gap({ gap, expected, astray }: Movement): TemplateResult {
    const { t } = this;
    return gap.fen === 0 && astray.length === 0
      ? html`<p class="summary good">${t.movementCloses}</p>`
      : html`<p class="summary error" role="status">
          ${t.movementGap(expected.text, gap.text, astray.slice(0, 10).join("、"))}
        </p>`;
  }

  #changes({ changes }: Since): TemplateResult {
    const { t } = this;
    const count = changes.changed.length + changes.new.length + changes.gone.length;
    const debts = (label: string, list: readonly { debt_id: string | null }[]) =>
      list.length === 0
        ? nothing
        : html`<p>
            ${t.colon(label)}${list
              .slice(0, MOST)
              .map(({ debt_id }) => debt_id ?? "")
              .join("、")}
          </p>`;
    return html`<section class="card" id="changes">
      <h3>${t.changesTitle}</h3>
      ${count === 0 && changes.header.length === 0 ? html`<p>${t.noChanges}</p>` : nothing}
      ${debts(t.debtsNew, changes.new)} ${debts(t.debtsGone, changes.gone)}
      ${
        changes.header.length === 0
          ? nothing
          : html`<table class="list">
              ${this.#columns(false)}
              <tbody>
                ${changes.header.map(
                  (changed) =>
                    html`<tr>
                      <th scope="row">${this.#label(changed)}</th>
                      <td>${changed.old || t.blank}</td>
                      <td>${changed.new || t.blank}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      ${changes.changed.slice(0, MOST).map(
        (debt) =>
          html`<h4>
              ${t.rowNumber(debt.row + 1)} ${debt.debt_id ?? ""} ${this.#creditor(debt.row)}
            </h4>
            <table class="list" data-row=${debt.row}>
              ${this.#columns(true)}
              <tbody>
                ${debt.cells.map((changed) => this.#cell(debt.row, changed))}
              </tbody>
            </table>`,
      )}
      ${
        MOST < changes.changed.length
          ? html`<p class="muted">${t.moreDebts(changes.changed.length - MOST)}</p>`
          : nothing
      }
    </section>`;
  }

  #columns(withReason: boolean): TemplateResult {
    const { t } = this;
    return html`<thead>
      <tr>
        <th scope="col">${t.changedColumn}</th>
        <th scope="col">${t.changedOld}</th>
        <th scope="col">${t.changedNew}</th>
        ${withReason ? html`<th scope="col">${t.changedWhy}</th>` : nothing}
      </tr>
    </thead>`;
  }

  #creditor(row: number): string {
    return this.desk.session?.rows(row, row + 1, ["creditor_name"])[0]?.[0] ?? "";
  }

  /** Amounts of both ledgers are told in yuan, whatever their units. */
  #label({ table, field }: Changed): string {
    const { desk, t } = this;
    const isAmount = desk.field(table, field)?.kind.type === "amount";
    return `${desk.label(table, field)}${isAmount ? `（${t.money("yuan")}）` : ""}`;
  }

  #cell(row: number, changed: Changed): TemplateResult {
    const { desk, t } = this;
    const { table } = changed;
    const label = this.#label(changed);
    const place =
      table === "header" || table === "entries" || changed.child === null
        ? label
        : t.colon(t.childOf[table](changed.child + 1)) + label;
    return html`<tr data-field=${changed.field}>
      <th scope="row">${place}</th>
      <td>${changed.old || t.blank}</td>
      <td>${changed.new || t.blank}</td>
      <td>${isToBeExplained(desk, changed) ? this.#why(row, changed, label) : nothing}</td>
    </tr>`;
  }

  /** The reason on record for this period, or a box to give one. */
  #why(row: number, changed: Changed, label: string): TemplateResult {
    const { desk, t } = this;
    const period = desk.overview?.period ?? "";
    const known = desk.session
      ?.row(row)
      .changes.filter((one) => one["period"] === period)
      .find((one) => one["field"] === desk.field("entries", changed.field)?.label.zh);
    if (known) {
      return html`${known["reason"] ?? ""}`;
    }
    const submit = (event: Event) => {
      event.preventDefault();
      const form = event.currentTarget as HTMLFormElement;
      const input = form.elements.namedItem("reason") as HTMLInputElement;
      const reason = input.value.trim();
      if (reason) {
        explain(desk, row, changed, reason);
        desk.tell(t.reasonRecorded(label));
      } else {
        input.setCustomValidity(t.reasonMissing);
        input.reportValidity();
        input.setCustomValidity("");
      }
    };
    return html`<form class="confirm" novalidate @submit=${submit}>
      <input
        name="reason"
        autocomplete="off"
        maxlength="500"
        placeholder=${t.changeReasonHint}
        aria-label="${label} ${t.changedWhy}"
      />
      <button class="small" type="submit">${t.recordReason}</button>
    </form>`;
  }
}

customElements.define("al-plan-since", PlanSince);
