/** Everything found, as work to be done: by rule, the gravest first, with what is answered apart. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { FILTERS } from "../worklist";
import "./rule";
import { View } from "./view";

class Check extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { work } = desk;
    const { groups } = work;
    return html`<section class="card">
        <h2 tabindex="-1" id="check-title">${t.checkTitle}</h2>
        ${this.#summary()} ${this.#filters()} ${1 < groups.length ? this.#index() : nothing}
      </section>
      ${repeat(
        groups,
        (group) => group.code + group.severity,
        (group) => html`<al-rule .desk=${desk} .group=${group}></al-rule>`,
      )}
      ${
        groups.length === 0 && work.filter !== "all"
          ? html`<p class="card muted">${t.noneOfThese}</p>`
          : nothing
      }
      ${this.#confirmed()}
      <div class="actions end">
        <button class="primary" @click=${() => desk.go("print")}>${t.next(t.steps.print)}</button>
      </div>`;
  }

  #summary(): TemplateResult {
    const { desk, t } = this;
    const counts = desk.overview?.counts;
    const open = (counts?.errors ?? 0) + (counts?.warnings ?? 0);
    return open === 0
      ? html`<p class="summary good">${t.nothingFound}</p>`
      : html`<p class="summary ${counts?.errors ? "error" : "warning"}">
          ${t.foundSummary(counts?.errors ?? 0, counts?.warnings ?? 0)}
        </p>`;
  }

  #filters(): TemplateResult {
    const { t } = this;
    const { work } = this.desk;
    return html`<div class="filters" role="group" aria-label=${t.filter}>
      ${FILTERS.map(
        (filter) =>
          html`<button
            class="small filter ${filter}"
            aria-pressed=${work.filter === filter ? "true" : "false"}
            @click=${() => work.choose(filter)}
          >
            ${t.filters[filter]} ${work.count(filter)}
          </button>`,
      )}
    </div>`;
  }

  /** What kinds there are, and the way to each. */
  #index(): TemplateResult {
    const { desk, t } = this;
    const go = (code: string) => (event: Event) => {
      event.preventDefault();
      const heading = this.querySelector<HTMLElement>(`[data-rule="${code}"] h3`);
      heading?.scrollIntoView({ block: "start" });
      heading?.focus({ preventScroll: true });
    };
    return html`<nav class="rule-index" aria-label=${t.rulesFound}>
      <ul>
        ${desk.work.groups.map(({ code, severity, findings }) => {
          const rule = desk.rule(code);
          return html`<li class=${severity}>
            <a href="#check" @click=${go(code)}>${rule ? desk.say(rule.title) : code}</a>
            <span class="muted">${t.places(findings.length)}</span>
          </li>`;
        })}
      </ul>
    </nav>`;
  }

  #confirmed(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const groups = desk.work.confirmed;
    const count = groups.reduce((sum, group) => sum + group.findings.length, 0);
    return count === 0
      ? nothing
      : html`<details class="card answered-list">
          <summary><h2>${t.confirmedList(count)}</h2></summary>
          <p class="muted">${t.confirmedHelp}</p>
          ${repeat(
            groups,
            (group) => group.code,
            (group) => html`<al-rule .desk=${desk} .group=${group}></al-rule>`,
          )}
        </details>`;
  }

  /** Coming back from a cell, the list is taken up where it was left. */
  protected override updated(_: PropertyValues): void {
    const { work } = this.desk;
    if (work.wanted !== null) {
      const wanted = CSS.escape(work.wanted);
      work.wanted = null;
      requestAnimationFrame(() => {
        const item = this.querySelector(`[data-finding="${wanted}"]`);
        const folded = item?.closest("details");
        if (folded) {
          folded.open = true;
        }
        const stop = item?.querySelector<HTMLElement>(".finding-place");
        (stop ?? this.querySelector<HTMLElement>("#check-title"))?.focus();
        item?.scrollIntoView({ block: "center" });
      });
    }
  }
}

customElements.define("al-check", Check);
