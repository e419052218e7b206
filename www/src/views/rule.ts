/** All that one rule found: what is wrong, why, what to do, each place, and answers to all alike. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Finding } from "../engine/contract";
import { PAGE, type Group } from "../worklist";
import { clauseView } from "./clause";
import { confirmation } from "./finding";
import { View } from "./view";

class RuleFindings extends View {
  static override properties = { desk: { attribute: false }, group: { attribute: false } };

  declare group: Group;
  /** The finding whose reason is being asked for. */
  #asked = "";

  protected override render(): TemplateResult {
    const { desk, t, group } = this;
    const { findings, code, severity } = group;
    const rule = desk.rule(code);
    const kind = findings[0]?.reason === null ? severity : "confirmed";
    return html`<section class="rule ${kind}" data-rule=${code}>
      <h3 tabindex="-1">
        <span class="tag ${kind}">${t.severity[kind]}</span>
        <span class="said">${rule ? desk.say(rule.title) : code}</span> <code>${code}</code>
        <span class="muted">${t.places(findings.length)}</span>
      </h3>
      ${
        rule
          ? html`<dl class="rule-facts">
              <div>
                <dt>${t.whatToDo}</dt>
                <dd class="said">${desk.say(rule.repair)}</dd>
              </div>
              <div>
                <dt>${t.basis}</dt>
                <dd>${clauseView(desk, rule.basis)}</dd>
              </div>
            </dl>`
          : nothing
      }
      ${kind === "confirmed" ? this.#revokeAll() : this.#answerAll()}
      <ul class="findings">
        ${repeat(
          this.#shown(),
          (finding) => finding.id,
          (finding) => this.#item(finding),
        )}
      </ul>
      ${PAGE < findings.length ? this.#pages() : nothing}
    </section>`;
  }

  #shown(): readonly Finding[] {
    const { group } = this;
    const from = this.desk.work.page(group) * PAGE;
    return group.findings.slice(from, from + PAGE);
  }

  #answerAll(): TemplateResult {
    const { desk, t, group } = this;
    const repairable = group.findings.filter(({ instead }) => instead !== null);
    return html`${
      1 < repairable.length
        ? html`<p class="alike">
            <button class="small repair-all" @click=${() => desk.work.repair(repairable)}>
              ${t.repairAll(repairable.length)}
            </button>
            <span class="muted">${t.oneStep}</span>
          </p>`
        : nothing
    }
    ${
      group.severity === "warning" && 1 < group.findings.length
        ? html`<div class="alike">${confirmation(desk, group.findings)}</div>`
        : nothing
    }`;
  }

  #revokeAll(): TemplateResult | typeof nothing {
    const { desk, t, group } = this;
    return 1 < group.findings.length
      ? html`<p class="alike">
          <button class="small" @click=${() => desk.work.confirm(group.findings, "")}>
            ${t.revokeAll(group.findings.length)}
          </button>
        </p>`
      : nothing;
  }

  #item(finding: Finding): TemplateResult {
    const { desk, t, group } = this;
    const place = this.#place(finding);
    const isOpenWarning = finding.severity === "warning" && finding.reason === null;
    const isAsked = isOpenWarning && (this.#asked === finding.id || group.findings.length === 1);
    return html`<li
      data-finding=${finding.id}
      data-code=${finding.code}
      data-row=${finding.row ?? ""}
    >
      <a
        class="finding-place"
        href="#ledger"
        @click=${(event: Event) => this.#follow(event, finding)}
        >${place}</a
      >
      <span class="finding-message said">${desk.say(finding.message)}</span>
      <span class="finding-acts">
        ${
          finding.instead === null
            ? nothing
            : html`<button
                class="small repair"
                aria-label=${t.actOn(t.repairTo(finding.instead), place)}
                @click=${() => desk.work.repair([finding])}
              >
                ${t.repairTo(finding.instead)}
              </button>`
        }
        ${
          isOpenWarning && !isAsked
            ? html`<button
                class="small ask-reason"
                aria-label=${t.actOn(t.giveReason, place)}
                @click=${() => this.#ask(finding)}
              >
                ${t.giveReason}
              </button>`
            : nothing
        }
      </span>
      ${isAsked || finding.reason !== null ? confirmation(desk, [finding]) : nothing}
    </li>`;
  }

  #pages(): TemplateResult {
    const { desk, t, group } = this;
    const page = desk.work.page(group);
    const all = group.findings.length;
    const to = Math.min(all, (page + 1) * PAGE);
    const turn = (by: number) => () => {
      if (0 <= page + by && (page + by) * PAGE < all) {
        desk.work.turn(group, page + by);
        desk.tell(t.pageOf((page + by) * PAGE + 1, Math.min(all, (page + by + 1) * PAGE), all));
      }
    };
    return html`<p class="pages">
      <button
        class="small page-before"
        aria-disabled=${page === 0 ? "true" : "false"}
        @click=${turn(-1)}
      >
        ${t.pageBefore}
      </button>
      <button
        class="small page-after"
        aria-disabled=${to === all ? "true" : "false"}
        @click=${turn(1)}
      >
        ${t.pageAfter}
      </button>
      <span>${t.pageOf(page * PAGE + 1, to, all)}</span>
    </p>`;
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

  #follow(event: Event, finding: Finding): void {
    event.preventDefault();
    this.desk.work.follow(this.group, finding);
  }

  #ask(finding: Finding): void {
    this.#asked = finding.id;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      const item = this.querySelector(`[data-finding="${CSS.escape(finding.id)}"]`);
      item?.querySelector<HTMLElement>("input")?.focus();
    });
  }
}

customElements.define("al-rule", RuleFindings);
