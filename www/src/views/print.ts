/**
 * The sheet that is printed, signed and sealed: the official table, its total, the warnings the
 * unit answered for, the boxes for names and seal, and the check code that ties it to the file.
 * It is drawn when the browser is about to print, and only then: ten thousand rows are no screen.
 */

import { html, nothing, type TemplateResult } from "lit";

import type { Finding } from "../engine/contract";
import { inOrder } from "../findings";
import { View } from "./view";

/** The columns of the sheet a township can fill, in its order. */
const COLUMNS = [
  "seq_no",
  "debtor_name",
  "creditor_name",
  "project_name",
  "money_kind",
  "contract_amount",
  "paid_before",
  "arrears_amount",
  "due_date",
  "dispute",
  "causes",
  "plan_finish",
  "fund_source",
  "duty_person",
] as const;
const LOOKS: Readonly<Record<string, string>> = {
  seq_no: "short",
  contract_amount: "number",
  paid_before: "number",
  arrears_amount: "number",
  due_date: "short",
  plan_finish: "short",
};

class Print extends View {
  #printing = false;
  readonly #before = (): void => this.#show(true);
  readonly #after = (): void => this.#show(false);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("beforeprint", this.#before);
    window.addEventListener("afterprint", this.#after);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("beforeprint", this.#before);
    window.removeEventListener("afterprint", this.#after);
  }

  /** The browser prints what stands there when its event returns: it is drawn within. */
  #show(printing: boolean): void {
    this.#printing = printing;
    this.requestUpdate();
    this.performUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk } = this;
    if (!this.#printing || !desk.session) {
      return nothing;
    }
    const header = desk.session.header();
    return html`<article class="paper">
      <h1>${desk.campaign.sheet_title}</h1>
      ${this.#head(header)} ${desk.overview?.is_nil ? this.#nil() : this.#table()}
      ${this.#answered()} ${this.#signatures(header)}
      ${desk.overview?.is_nil ? html`<p class="paper-code">${this.#code()}</p>` : nothing}
    </article>`;
  }

  #head(header: Record<string, string>): TemplateResult {
    const { desk, t } = this;
    const fact = (key: string) =>
      html`<span>${t.colon(desk.label("header", key))}${header[key] ?? ""}</span>`;
    return html`<p class="paper-head">
      ${fact("report_unit_name")} ${fact("period")} ${fact("cutoff_date")}
      <span>${t.colon(desk.label("header", "amount_unit"))}${desk.money}</span>
    </p>`;
  }

  #nil(): TemplateResult {
    return html`<p class="paper-nil">${this.t.nilReport}</p>`;
  }

  #table(): TemplateResult {
    const { desk, t } = this;
    const totals = desk.overview?.totals;
    const rows = desk.session?.rows(0, desk.overview?.rows ?? 0, [...COLUMNS]) ?? [];
    return html`<table class="paper-table">
      <thead>
        <tr>
          ${COLUMNS.map((key) => html`<th scope="col">${desk.label("entries", key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row, index) =>
            html`<tr>
              ${COLUMNS.map((key, at) => {
                const text = row[at] || (key === "seq_no" ? String(index + 1) : "");
                return html`<td class=${LOOKS[key] ?? nothing}>${text}</td>`;
              })}
            </tr>`,
        )}
        <tr class="paper-total">
          <td colspan="7">${t.paperTotal(totals?.count ?? 0)}</td>
          <td class="number">${totals?.arrears}</td>
          <td colspan="6">
            ${t.totalUndisputed} ${totals?.undisputed} · ${t.totalRepaid} ${totals?.repaid} ·
            ${t.totalBalance} ${totals?.balance}
          </td>
        </tr>
      </tbody>
      ${this.#foot(COLUMNS.length)}
    </table>`;
  }

  /** The foot of a table stands on every page it runs over. */
  #foot(columns: number): TemplateResult {
    return html`<tfoot>
      <tr>
        <td class="paper-code" colspan=${columns}>${this.#code()}</td>
      </tr>
    </tfoot>`;
  }

  #answered(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const confirmed = desk.findings.all().filter((finding) => finding.reason !== null);
    if (confirmed.length === 0) {
      return nothing;
    }
    return html`<table class="paper-table paper-answered">
      <caption>
        ${t.answered}
      </caption>
      <thead>
        <tr>
          ${t.answeredColumns.map((label) => html`<th scope="col">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${confirmed.sort(inOrder).map(
          (finding) =>
            html`<tr>
              <td>${this.#where(finding)}</td>
              <td>${finding.code}</td>
              <td>${desk.say(finding.message)}</td>
              <td>${finding.reason}</td>
            </tr>`,
        )}
      </tbody>
      ${this.#foot(t.answeredColumns.length)}
    </table>`;
  }

  #where(finding: Finding): string {
    const { desk, t } = this;
    const label = desk.label(finding.table, finding.field);
    return finding.row === null
      ? label || t.wholeLedger
      : `${t.rowNumber(finding.row + 1)}${label ? ` · ${label}` : ""}`;
  }

  #signatures(header: Record<string, string>): TemplateResult {
    const { desk, t } = this;
    const keys = ["head", "reviewer", "filler", "phone", "filled_on"];
    return html`<div class="paper-sign">
      ${keys.map(
        (key) => html`<span>${t.colon(desk.label("header", key))}${header[key] ?? ""}</span>`,
      )}
      <span class="paper-seal">${t.seal}</span>
    </div>`;
  }

  #code(): string {
    const { desk, t } = this;
    return desk.submission
      ? `${t.colon(t.checkCode)}${desk.submission.check_code}`
      : t.paperWithoutCode;
  }
}

customElements.define("al-print", Print);
