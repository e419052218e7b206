/** Everything found, by rule: each leads to its cell; what is certain is repaired, the rest answered. */

import { html, nothing, type TemplateResult } from "lit";

import type { Finding } from "../engine/contract";
import { inOrder } from "../findings";
import { confirmation } from "./finding";
import { View } from "./view";

type Filter = "all" | "error" | "warning" | "confirmed" | "notice";
const FILTERS: readonly Filter[] = ["all", "error", "warning", "confirmed", "notice"];
/** Findings of one rule shown at first: ten thousand links help nobody. */
const FIRST = 20;

class Check extends View {
  #filter: Filter = "all";
  readonly #whole = new Set<string>();

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const findings = desk.findings.all();
    const shown = findings.filter((finding) => fits(finding, this.#filter)).sort(inOrder);
    return html`<section class="card">
        <h2>${t.checkTitle}</h2>
        ${this.#summary()} ${this.#filters(findings)}
      </section>
      ${byRule(shown).map((group) => this.#group(group))}
      ${
        shown.length === 0 && findings.length !== 0
          ? html`<p class="card muted">${t.noneOfThese}</p>`
          : nothing
      }
      <div class="actions end">
        <button class="primary" @click=${() => desk.go("export")}>${t.next(t.steps.export)}</button>
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

  #filters(findings: readonly Finding[]): TemplateResult {
    const { t } = this;
    return html`<div class="filters" role="group" aria-label=${t.filter}>
      ${FILTERS.map((filter) => {
        const count = findings.filter((finding) => fits(finding, filter)).length;
        return html`<button
          class="small filter ${filter}"
          aria-pressed=${this.#filter === filter ? "true" : "false"}
          @click=${() => {
            this.#filter = filter;
            this.requestUpdate();
          }}
        >
          ${t.filters[filter]} ${count}
        </button>`;
      })}
    </div>`;
  }

  #group(findings: readonly Finding[]): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const first = findings[0];
    const rule = first && desk.rule(first.code);
    if (!first) {
      return nothing;
    }
    const shown = this.#whole.has(first.code) ? findings : findings.slice(0, FIRST);
    const open = findings.filter((finding) => finding.reason === null);
    const repairable = findings.filter((finding) => finding.instead !== null);
    return html`<section class="card rule ${first.severity}" data-rule=${first.code}>
      <h3>
        <span class="tag ${first.severity}">${t.severity[first.severity]}</span>
        ${rule ? desk.say(rule.title) : first.code} <code>${first.code}</code>
        <span class="muted">${t.places(findings.length)}</span>
      </h3>
      ${
        rule
          ? html`<p class="note-help">
              ${t.whatToDo}${desk.say(rule.repair)}<span class="note-basis"
                >${t.basis}${rule.basis}</span
              >
            </p>`
          : nothing
      }
      ${
        1 < repairable.length
          ? html`<button class="small repair-all" @click=${() => this.#repairAll(repairable)}>
              ${t.repairAll(repairable.length)}
            </button>`
          : nothing
      }
      ${first.severity === "warning" && 1 < open.length ? confirmation(desk, open) : nothing}
      <ul class="findings">
        ${shown.map((finding) => this.#item(finding))}
      </ul>
      ${
        shown.length < findings.length
          ? html`<button
              class="small"
              @click=${() => {
                this.#whole.add(first.code);
                this.requestUpdate();
              }}
            >
              ${t.showAll(findings.length)}
            </button>`
          : nothing
      }
    </section>`;
  }

  #item(finding: Finding): TemplateResult {
    const { desk, t } = this;
    return html`<li data-code=${finding.code} data-row=${finding.row ?? ""}>
      <a
        href="#${finding.table === "header" ? "unit" : "ledger"}"
        @click=${(event: Event) => {
          event.preventDefault();
          desk.jump(finding);
        }}
        >${this.#place(finding)}</a
      >
      <span class="finding-message">${desk.say(finding.message)}</span>
      ${
        finding.instead === null
          ? nothing
          : html`<button class="small repair" @click=${() => desk.repair(finding)}>
              ${t.repairTo(finding.instead)}
            </button>`
      }
      ${finding.severity === "warning" ? confirmation(desk, [finding]) : nothing}
    </li>`;
  }

  #place(finding: Finding): string {
    const { desk, t } = this;
    const label = desk.label(finding.table, finding.field);
    if (finding.row === null) {
      return label || t.wholeLedger;
    }
    const child = finding.child === null ? "" : ` · ${t.childShort(finding.child + 1)}`;
    return `${t.rowNumber(finding.row + 1)}${child}${label ? ` · ${label}` : ""}`;
  }

  #repairAll(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const now = this.desk.findings.get(finding.id);
      if (now && now.instead !== null) {
        this.desk.repair(now);
      }
    }
  }
}

function fits(finding: Finding, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "confirmed":
      return finding.reason !== null;
    case "warning":
      return finding.severity === "warning" && finding.reason === null;
    default:
      return finding.severity === filter;
  }
}

function byRule(findings: readonly Finding[]): Finding[][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.severity}`;
    const group = groups.get(key);
    if (group) {
      group.push(finding);
    } else {
      groups.set(key, [finding]);
    }
  }
  return [...groups.values()];
}

customElements.define("al-check", Check);
