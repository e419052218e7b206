/** Handing in: totals, the duty, the file, and what happens next. */

import { html, nothing, type TemplateResult } from "lit";

import type { Submission } from "../engine/contract";
import { isOpen } from "../findings";
import { handIn } from "../hand_in";
import "./exchange";
import "./print";
import { paperOutdated } from "./seal";
import { View } from "./view";

class Export extends View {
  #refused = false;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const overview = desk.overview;
    const ready = overview?.ready ?? false;
    return html`<section class="card">
        <h2>${t.exportTitle(overview?.unit_name || t.noUnit, overview?.period ?? "")}</h2>
        ${overview?.is_nil ? html`<p class="summary">${t.nilReport}</p>` : this.#totals()}
        <div class="declaration">
          <h3>${t.declaration}</h3>
          <p>${t.duty}</p>
          <p>${t.declares}</p>
        </div>
        <div class="actions">
          <button class="primary" id="submit" @click=${this.#submit}>
            ${desk.submission ? t.submitAgain : t.submit}
          </button>
          <button id="print" @click=${() => window.print()}>${t.print}</button>
          <al-exchange .desk=${desk}></al-exchange>
        </div>
        ${this.#refused && !ready ? this.#missing() : nothing}
      </section>
      ${desk.submission ? this.#done(desk.submission) : nothing}
      <al-print .desk=${desk}></al-print>`;
  }

  #totals(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const totals = desk.overview?.totals;
    const line = (label: string, amount: string | number, unit: string) =>
      html`<tr>
        <th scope="row">${label}</th>
        <td class="number">${amount}</td>
        <td>${unit}</td>
      </tr>`;
    return totals
      ? html`<table class="list sums">
          <tbody>
            ${line(t.totalCount, totals.count, t.countUnit)}
            ${line(t.totalArrears, totals.arrears, desk.money)}
            ${line(t.totalUndisputed, totals.undisputed, desk.money)}
            ${line(t.totalRepaid, totals.repaid, desk.money)}
            ${line(t.totalBalance, totals.balance, desk.money)}
          </tbody>
        </table>`
      : nothing;
  }

  #missing(): TemplateResult {
    const { desk, t } = this;
    const counts = desk.overview?.counts;
    const open = desk.findings.all().filter(isOpen);
    return html`<div class="missing" role="alert" tabindex="-1">
      <h3>${t.notReady(counts?.errors ?? 0, counts?.warnings ?? 0)}</h3>
      <ul>
        ${open.slice(0, 8).map(
          (finding) =>
            html`<li>
              <a
                href="#check"
                @click=${(event: Event) => {
                  event.preventDefault();
                  desk.jump(finding);
                }}
                >${finding.row === null ? "" : `${t.rowNumber(finding.row + 1)} · `}${desk.say(
                  finding.message,
                )}</a
              >
            </li>`,
        )}
      </ul>
      <button @click=${() => desk.go("check")}>${t.seeAll(open.length)}</button>
    </div>`;
  }

  #done(submission: Submission): TemplateResult {
    const { desk, t } = this;
    const { office, deadlines } = desk.campaign;
    return html`<section class="card done" id="done">
      <h2>${t.written}</h2>
      ${paperOutdated(desk)}
      <dl class="facts">
        <div>
          <dt>${t.fileName}</dt>
          <dd>${submission.file_name}</dd>
        </div>
        <div>
          <dt>${t.checkCode}</dt>
          <dd><code class="check-code">${submission.check_code}</code></dd>
        </div>
        <div>
          <dt>${t.digest}</dt>
          <dd><code class="digest">${submission.digest}</code></dd>
        </div>
      </dl>
      <h3>${t.whatNext}</h3>
      <ol>
        ${t
          .nextSteps(office.name, office.phone, office.email, deadlines.ledger)
          .map((step) => html`<li>${step}</li>`)}
      </ol>
    </section>`;
  }

  readonly #submit = (): void => {
    this.#refused = !handIn(this.desk);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const told = this.querySelector<HTMLElement>(this.#refused ? ".missing" : "#done");
      told?.scrollIntoView({ block: "nearest" });
      if (this.#refused) {
        told?.focus();
      }
    });
  };
}

customElements.define("al-export", Export);
