/**
 * Check your answers: the ledger as it will be printed, in the layout of the official table, with
 * a way back to each part.
 */

import { html, nothing, type TemplateResult } from "lit";

import { inOrder } from "../findings";
import { COLUMNS, placeOf } from "../paper/ledger";
import { changeHeader } from "./declaration";
import { View } from "./view";

/** Debts on one page of the table. */
const MOST = 50;
const HEAD = [
  "report_unit_name",
  "report_unit_kind",
  "period",
  "cutoff_date",
  "filler",
  "reviewer",
  "head",
  "phone",
  "filled_on",
] as const;
const FIGURES: readonly string[] = ["contract_amount", "paid_before", "arrears_amount"];

class Answers extends View {
  #from = 0;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { overview } = desk;
    const counts = overview?.counts;
    return html`<section class="card" id="answers">
        <h2>${t.checkAnswers}</h2>
        <p class="muted">${t.checkAnswersHelp}</p>
        ${
          overview?.ready
            ? nothing
            : html`<p class="summary ${counts?.errors ? "error" : "warning"}">
                ${t.answersOpen(counts?.errors ?? 0, counts?.warnings ?? 0)}
                <button class="small" @click=${() => desk.go("check")}>${t.steps.check}</button>
              </p>`
        }
        ${this.#head()}
      </section>
      ${overview?.is_nil ? this.#nil() : this.#debts()} ${this.#confirmed()}`;
  }

  #head(): TemplateResult {
    const { desk, t } = this;
    const header = desk.session?.header() ?? {};
    return html`<dl class="answers-head">
      ${HEAD.map((key) => {
        const label = desk.label("header", key);
        return html`<div>
          <dt>${label}</dt>
          <dd>${header[key] || html`<span class="muted">${t.notFilled}</span>`}</dd>
          <dd>
            <button
              class="small"
              aria-label=${t.changeOf(label)}
              @click=${() => changeHeader(desk, key)}
            >
              ${t.change}
            </button>
          </dd>
        </div>`;
      })}
    </dl>`;
  }

  #nil(): TemplateResult {
    return html`<section class="card">
      <p class="summary">${this.t.nilReport}</p>
    </section>`;
  }

  #debts(): TemplateResult {
    const { desk, t } = this;
    const totals = desk.overview?.totals;
    const count = desk.overview?.rows ?? 0;
    const to = Math.min(this.#from + MOST, count);
    const rows = desk.session?.rows(this.#from, to, [...COLUMNS]) ?? [];
    const look = (key: string) => (FIGURES.includes(key) ? "number" : "");
    return html`<section class="card" id="answers-debts">
      <h3>${t.answersRows}（${desk.money}）</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${t.answersRows}>
        <table class="list answers-table">
          <thead>
            <tr>
              ${COLUMNS.map(
                (key) =>
                  html`<th scope="col" class=${look(key)}>${desk.label("entries", key)}</th>`,
              )}
              <th scope="col"><span class="unseen">${t.acts}</span></th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row, index) => {
              const number = this.#from + index;
              return html`<tr>
                ${COLUMNS.map(
                  (key, at) =>
                    html`<td class=${look(key)}>
                      ${row[at] || (key === "seq_no" ? number + 1 : "")}
                    </td>`,
                )}
                <td>
                  <button
                    class="small"
                    aria-label=${t.changeOf(t.rowNumber(number + 1))}
                    @click=${() => this.#row(number)}
                  >
                    ${t.change}
                  </button>
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      ${MOST < count ? this.#pages(count) : nothing}
      <dl class="totals answers-totals">
        <div>
          <dt>${t.totalCount}</dt>
          <dd>${totals?.count}</dd>
        </div>
        <div>
          <dt>${t.totalArrears}（${desk.money}）</dt>
          <dd>${totals?.arrears}</dd>
        </div>
        <div>
          <dt>${t.totalUndisputed}（${desk.money}）</dt>
          <dd>${totals?.undisputed}</dd>
        </div>
        <div>
          <dt>${t.totalRepaid}（${desk.money}）</dt>
          <dd>${totals?.repaid}</dd>
        </div>
        <div>
          <dt>${t.totalBalance}（${desk.money}）</dt>
          <dd>${totals?.balance}</dd>
        </div>
      </dl>
      <p class="capital">${t.colon(t.totalInWords)}<strong>${desk.paperwork.capital}</strong></p>
    </section>`;
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

  #confirmed(): TemplateResult {
    const { desk, t } = this;
    const confirmed = desk.findings.all().filter((finding) => finding.reason !== null);
    return html`<section class="card" id="answers-confirmed">
      <h3>${t.answersConfirmed}</h3>
      ${
        confirmed.length === 0
          ? html`<p class="muted">${t.noneConfirmed}</p>`
          : html`<table class="list">
              <thead>
                <tr>
                  ${t.answeredColumns.map((label) => html`<th scope="col">${label}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${confirmed.sort(inOrder).map(
                  (finding) =>
                    html`<tr>
                      <td>${placeOf(desk, finding)}</td>
                      <td>${finding.code}</td>
                      <td>${desk.say(finding.message)}</td>
                      <td>${finding.reason}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </section>`;
  }

  #row(row: number): void {
    this.desk.form = true;
    this.desk.moveTo({ row, field: this.desk.spot.field });
    this.desk.go("ledger");
  }
}

customElements.define("al-answers", Answers);
