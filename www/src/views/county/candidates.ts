/** What may be wrong between units, decided one by one, and the lists line by line. */

import { html, nothing, type TemplateResult } from "lit";

import type { Candidate, Verdict } from "../../engine/office/county";
import { paperView } from "./paper";
import { BookView } from "./view";

/** As many as are shown at first. */
const STEP = 50;

class Candidates extends BookView {
  #shown = STEP;

  protected override render(): TemplateResult {
    const { desk, book, words } = this;
    const all = book.candidates();
    const more = all.length - this.#shown;
    return html`
      <section class="card">
        <h2>${words.tabs.candidates}</h2>
        <p class="muted">${all.length ? words.candidatesHelp : words.noCandidates}</p>
        ${book.fault ? html`<p class="error" role="alert">${book.fault}</p>` : nothing}
      </section>
      ${all.slice(0, this.#shown).map((one) => this.#one(one))}
      ${
        0 < more
          ? html`<p>
              <button @click=${() => this.#more()}>${words.show} ${Math.min(more, STEP)}</button>
            </p>`
          : nothing
      }
      <div class="card">${paperView(book.paper("compared"), desk.lang, words)}</div>
    `;
  }

  #more(): void {
    this.#shown += STEP;
    this.requestUpdate();
  }

  #one(one: Candidate): TemplateResult {
    const { desk, words } = this;
    const { decision } = one;
    return html`<section class="card candidate" data-key=${one.key} data-kind=${one.kind}>
      <h3>
        ${one.label[desk.lang]}
        <span class="tag">${words.likelihood(one.score)}</span>
        <span class="muted">${words.atStake(one.at_stake)}</span>
      </h3>
      ${one.why.map((why) => html`<p>${why[desk.lang]}</p>`)}
      ${
        one.debts.length
          ? html`<table class="list">
              <thead>
                <tr>
                  ${words.debtColumns.map((label) => html`<th scope="col">${label}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${one.debts.map(
                  (debt) =>
                    html`<tr>
                      <td>${debt.unit_name}</td>
                      <td>${debt.debt_id}</td>
                      <td>${debt.debtor}</td>
                      <td>
                        ${debt.creditor}<br /><span class="muted">${debt.creditor_uscc}</span>
                      </td>
                      <td>${debt.project}</td>
                      <td class="number">${debt.amount}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
      ${
        decision
          ? html`<p class="decided">
              ${words.decidedAs(words.verdicts[decision.verdict], decision.decided_on)}
              ${decision.note}
            </p>`
          : nothing
      }
      ${one.lapsed ? html`<p class="error">${words.lapsed}</p>` : nothing}
      <form class="actions" @submit=${(event: Event) => this.#decide(event, one)}>
        ${this.#verdicts(one)}
        <label class="inline">
          ${words.note} <input name="note" .value=${decision?.note ?? ""} />
        </label>
        <button type="submit">${words.decide}</button>
      </form>
    </section>`;
  }

  #verdicts(one: Candidate): TemplateResult {
    const { words } = this;
    const { decision } = one;
    const may = (Object.keys(words.verdicts) as Verdict[]).filter(
      (verdict) => verdict !== "duplicate" || one.kind === "same_debt",
    );
    return html`<label class="inline">
        ${words.decide}
        <select name="verdict">
          ${may.map(
            (verdict) =>
              html`<option value=${verdict} ?selected=${decision?.verdict === verdict}>
                ${words.verdicts[verdict]}
              </option>`,
          )}
        </select>
      </label>
      ${
        one.kind === "same_debt"
          ? html`<label class="inline">
              ${words.countsAt}
              <select name="counts_at">
                ${one.debts.map(
                  (debt) =>
                    html`<option value=${debt.unit} ?selected=${decision?.counts_at === debt.unit}>
                      ${debt.unit_name}
                    </option>`,
                )}
              </select>
            </label>`
          : nothing
      }`;
  }

  #decide(event: Event, one: Candidate): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (key: string) => String(form.get(key) ?? "");
    const verdict = text("verdict") as Verdict;
    const at = verdict === "duplicate" ? text("counts_at") : "";
    void this.book.decide(one.key, verdict, at, text("note"));
  }
}

customElements.define("al-county-candidates", Candidates);
