/** The repayment plans: the debts that still lack one or have something wrong with theirs. */

import { html, type TemplateResult } from "lit";

import type { Finding } from "../engine/contract";
import { isOpen } from "../findings";
import { stepOfFinding } from "../steps";
import { View } from "./view";

/** Debts listed at once. */
const MOST = 50;

class Plan extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const open = desk.findings
      .all()
      .filter((finding) => isOpen(finding) && stepOfFinding(finding, desk) === "plan");
    const byRow = new Map(open.map((finding) => [finding.row ?? 0, finding]));
    const rows = [...byRow.keys()].sort((a, b) => a - b);
    return html`<section class="card">
      <h2>${t.steps.plan}</h2>
      <p>${rows.length === 0 ? t.plansInOrder : t.plansLeft(rows.length)}</p>
      <ul class="findings">
        ${rows.slice(0, MOST).map((row) => this.#row(row, byRow.get(row)))}
      </ul>
      <div class="actions end">
        <button class="primary" @click=${() => desk.go("check")}>${t.next(t.steps.check)}</button>
      </div>
    </section>`;
  }

  #row(row: number, finding: Finding | undefined): TemplateResult {
    const { desk, t } = this;
    const [name = ""] = desk.session?.rows(row, row + 1, ["creditor_name"])[0] ?? [];
    return html`<li>
      <a
        href="#ledger"
        @click=${(event: Event) => {
          event.preventDefault();
          if (finding) {
            desk.form = true;
            desk.jump(finding);
          }
        }}
        >${t.rowNumber(row + 1)} · ${name}</a
      >
      ${finding ? desk.say(finding.message) : ""}
    </li>`;
  }
}

customElements.define("al-plan", Plan);
