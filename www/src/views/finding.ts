/** One finding in full: what is wrong, what to do, why, and the buttons that do it. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Finding } from "../engine/contract";
import { clauseView } from "./clause";

/** The findings of one place; nothing where there are none. */
export function findingNotes(desk: Desk, findings: readonly Finding[]): TemplateResult | symbol {
  return findings.length === 0
    ? nothing
    : html`${findings.map((finding) => findingNote(desk, finding))}`;
}

export function findingNote(desk: Desk, finding: Finding): TemplateResult {
  const { t } = desk;
  const rule = desk.rule(finding.code);
  const kind = finding.reason === null ? finding.severity : "confirmed";
  return html`<div class="note ${kind}" data-code=${finding.code}>
    <p class="note-message">
      <strong class="tag ${kind}">${t.severity[kind]}</strong>
      <span class="said">${desk.say(finding.message)}</span>
      <code>${finding.code}</code>
    </p>
    ${
      rule
        ? html`<div class="note-help">
            ${t.whatToDo}<span class="said">${desk.say(rule.repair)}</span
            ><span class="note-basis">${t.basis}${clauseView(desk, rule.basis)}</span>
          </div>`
        : nothing
    }
    ${
      finding.instead === null
        ? nothing
        : html`<button class="small repair" @click=${() => desk.work.repair([finding])}>
            ${t.repairTo(finding.instead)}
          </button>`
    }
    ${finding.severity === "warning" ? confirmation(desk, [finding]) : nothing}
  </div>`;
}

/** The reason a warning is confirmed with, for one warning or for all of a rule at once. */
export function confirmation(desk: Desk, findings: readonly Finding[]): TemplateResult {
  const { t } = desk;
  const reason = findings.length === 1 ? (findings[0]?.reason ?? null) : null;
  if (reason !== null) {
    return html`<p class="confirmed-reason">
      ${t.confirmedBecause(reason)}
      <button class="small" @click=${() => desk.work.confirm(findings, "")}>${t.revoke}</button>
    </p>`;
  }
  const confirm = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const input = form.elements.namedItem("reason") as HTMLInputElement;
    const text = input.value.trim();
    if (text) {
      desk.work.confirm(findings, text);
    } else {
      input.setCustomValidity(t.reasonMissing);
      input.reportValidity();
      input.setCustomValidity("");
      input.focus();
    }
  };
  return html`<form class="confirm" novalidate @submit=${confirm}>
    <input
      name="reason"
      list="reasons"
      autocomplete="off"
      maxlength="200"
      placeholder=${t.reasonHint}
      aria-label=${t.reason}
    />
    <button class="small" type="submit">
      ${findings.length === 1 ? t.confirm : t.confirmAll(findings.length)}
    </button>
  </form>`;
}
