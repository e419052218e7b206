/**
 * The interest of one debt: what the law suggests with its clauses, the bases side by side, the one
 * people choose, and the statement to print. Nothing is chosen for them.
 */

import { html, nothing, type TemplateResult } from "lit";

import type { Alternative, Interest } from "../../engine/office/planning";
import { isRefused, type Planner } from "../../plans/planner";
import { printStatement } from "../../paper/statement";
import { today } from "../../today";
import { View } from "../view";
import { printed } from "./printed";
import { box, refusal, remarks, tick } from "./words";

class PlanInterest extends View {
  static override properties = {
    ...View.properties,
    planner: { attribute: false },
    row: { type: Number },
  };

  declare planner: Planner;
  declare row: number;
  #asOf = "";
  #disputed = false;
  /** The alternative whose statement is shown; without one, that of the basis chosen. */
  #shown: number | null = null;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    this.#asOf ||= desk.session?.header()["cutoff_date"] || today();
    const told = this.#ask();
    const refused = told && isRefused(told) ? told : null;
    const interest = told && !isRefused(told) ? told : null;
    return html`<section class="card">
        <button class="small" id="plan-back" @click=${() => this.planner.go({ kind: "list" })}>
          ${t.backToPlans}
        </button>
        <h2 tabindex="-1">${t.interestOf(interest?.creditor || t.rowNumber(this.row + 1))}</h2>
        <p class="muted">${t.interestHelp}</p>
        <div class="fields">
          ${box({
            desk,
            id: "interest-as-of",
            label: t.computedTo,
            field: "as_of",
            text: this.#asOf,
            refused,
            write: (text) => {
              this.#asOf = text;
              this.requestUpdate();
            },
          })}
        </div>
        ${tick("interest-disputed", t.withDisputed, this.#disputed, (isOn) => {
          this.#disputed = isOn;
          this.requestUpdate();
        })}
        ${refusal(desk, refused, ["as_of"])} ${refused ? this.#open() : nothing}
      </section>
      ${interest ? this.#answer(interest) : nothing}`;
  }

  #ask() {
    const form = JSON.stringify({
      row: this.row,
      as_of: this.#asOf,
      disputed: this.#disputed,
      shown: this.#shown,
    });
    return this.planner.ask<Interest>((office, draft) => office.interest(draft, form));
  }

  /** What is missing is filled in there. */
  #open(): TemplateResult {
    const { desk, t } = this;
    return html`<button
      @click=${() => {
        desk.form = true;
        desk.moveTo({ row: this.row, field: desk.spot.field });
        desk.go("ledger");
      }}
    >
      ${t.openDebt}
    </button>`;
  }

  #answer(interest: Interest): TemplateResult {
    const { desk, t } = this;
    return html`<section class="card" id="bases">
        <h3>${t.bases}</h3>
        <p class="summary ${interest.chosen ? "good" : "warning"}" role="status">
          ${interest.chosen ? t.basisChosen(desk.say(interest.chosen)) : t.basisNotChosen}
        </p>
        ${remarks(desk, interest.suggestion)}
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${t.basisName}</th>
              <th scope="col" class="number">${t.days}</th>
              <th scope="col" class="number">${t.interestSum}</th>
              <th scope="col" class="number">${t.owedInAll}</th>
              <th scope="col">${t.acts}</th>
            </tr>
          </thead>
          <tbody>
            ${interest.alternatives.map((one) => this.#alternative(one))}
          </tbody>
        </table>
        ${remarks(desk, interest.caveats)}
        ${
          interest.chosen
            ? html`<button class="small" id="unchoose" @click=${() => this.#store("", "")}>
                ${t.unchooseBasis}
              </button>`
            : nothing
        }
      </section>
      ${interest.page ? this.#statement(interest) : nothing}`;
  }

  #alternative(one: Alternative): TemplateResult {
    const { desk, t } = this;
    const { figures, texts } = one;
    const name = desk.say(one.basis);
    return html`<tr class=${one.chosen ? "chosen" : ""}>
      <th scope="row">
        ${name} ${one.suggested ? html`<span class="tag">${t.suggested}</span>` : nothing}
        ${one.contested ? html`<span class="tag warning">${t.contested}</span>` : nothing}
        ${one.chosen ? html`<span class="tag confirmed">${t.chosen}</span>` : nothing}
        ${one.fault ? html`<span class="muted">${desk.say(one.fault)}</span>` : nothing}
      </th>
      <td class="number">${figures?.days ?? "—"}</td>
      <td class="number">${figures?.interest ?? "—"}</td>
      <td class="number">${figures?.owed ?? "—"}</td>
      <td class="acts">
        <button
          class="small"
          aria-label=${t.actOn(t.showStatement, name)}
          aria-pressed=${this.#shown === one.place ? "true" : "false"}
          @click=${() => {
            this.#shown = one.place;
            this.requestUpdate();
          }}
        >
          ${t.showStatement}
        </button>
        ${
          texts && !one.chosen && figures
            ? html`<button
                class="small primary choose"
                aria-label=${t.actOn(t.chooseBasis, name)}
                @click=${() => this.#store(texts.rate_basis, texts.rate_markup)}
              >
                ${t.chooseBasis}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  #statement(interest: Interest): TemplateResult {
    const { desk, t } = this;
    const { page } = interest;
    return page
      ? html`<section class="card" id="statement">
          ${printed(desk, page)}
          <div class="actions">
            <button id="print-statement" @click=${() => printStatement(desk, page)}>
              ${t.printStatement}
            </button>
          </div>
        </section>`
      : html``;
  }

  /** Both columns are one step. */
  #store(basis: string, markup: string): void {
    const { desk, t } = this;
    this.#shown = null;
    const keys = ["rate_basis", "rate_markup"];
    if (basis) {
      desk.change((session) => session.paste(this.row, keys, `${basis}\t${markup}`, keys));
    } else {
      // A block that holds nothing is no block.
      desk.change((session) => session.set_cell(this.row, "rate_basis", ""));
      desk.change((session) => session.set_cell(this.row, "rate_markup", ""));
    }
    desk.tell(basis ? t.basisStored : t.basisTaken);
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("h2")?.focus());
  }
}

customElements.define("al-plan-interest", PlanInterest);
