/** Where the list of findings was left: how far along it is, the next one, and the way back. */

import { html, nothing, type TemplateResult } from "lit";

import { View } from "./view";

class TrailBar extends View {
  protected override render(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const { trail } = desk.work;
    const rule = trail && desk.rule(trail.code);
    if (!trail || desk.step === "check" || desk.step === "home") {
      return nothing;
    }
    const here = desk.findings.get(trail.ids[trail.at] ?? "");
    const isMended = !here || here.reason !== null;
    const left = trail.ids.filter((id) => desk.findings.get(id)?.reason === null).length;
    return html`<nav class="trail" aria-label=${t.trail}>
      <button class="small" id="back-to-list" @click=${() => desk.work.back()}>
        ${t.backToList}
      </button>
      <span class="trail-what"
        ><code>${trail.code}</code> ${rule ? desk.say(rule.title) : ""} ·
        ${t.nthOf(trail.at + 1, trail.ids.length)} ·
        ${isMended ? html`<strong>${t.isMended}</strong> ·` : nothing} ${t.stillOpen(left)}</span
      >
      <button
        class="small"
        aria-disabled=${desk.work.beside(-1) ? "false" : "true"}
        @click=${() => desk.work.step(-1)}
      >
        ${t.findingBefore}
      </button>
      <button
        class="small"
        id="next-finding"
        aria-disabled=${desk.work.beside(1) ? "false" : "true"}
        @click=${() => desk.work.step(1)}
      >
        ${t.findingAfter}
      </button>
    </nav>`;
  }
}

customElements.define("al-trail", TrailBar);
