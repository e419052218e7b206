/** The whole page: the banner, the steps, the view of the step, the status line, the dialog. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import { STEPS, type Step } from "../steps";
import "./check";
import "./export";
import "./home";
import "./ledger";
import "./notice";
import "./plan";
import "./seal";
import "./status";
import "./unit";
import { View } from "./view";

class App extends View {
  #shown = "";

  /** A step that is left takes its focused button with it: the next one is read from its top. */
  protected override updated(_: PropertyValues): void {
    const { desk, t } = this;
    const step =
      desk.step === "home" ? "" : `${t.steps[desk.step]} - ${desk.overview?.unit_name} - `;
    const errors = desk.step === "home" ? 0 : (desk.overview?.counts.errors ?? 0);
    document.title = `${errors ? `${t.errorsOf(errors)} - ` : ""}${step}${t.product}`;
    if (this.#shown !== desk.step) {
      this.#shown = desk.step;
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) {
          this.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
        }
      });
    }
  }

  protected override render(): TemplateResult {
    const { desk, t } = this;
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t.skip}</a>
      ${this.#banner()} ${desk.session && desk.step !== "home" ? this.#steps() : nothing}
      <main id="main" tabindex="-1" class="step-${desk.step}">${this.#step()}</main>
      <al-status .desk=${desk}></al-status>
      <al-notice .desk=${desk}></al-notice>
      <datalist id="reasons">
        ${desk.campaign.reasons?.map((reason) => html`<option value=${reason}></option>`)}
      </datalist>
      <div class="unseen" role="status" aria-live="polite">${desk.said}</div>
    `;
  }

  #banner(): TemplateResult {
    const { desk, t } = this;
    const { campaign } = desk;
    return html`<header class="banner">
      <div class="banner-title">
        <h1>${t.product}</h1>
        <span class="banner-campaign">${desk.say(campaign.short)}</span>
      </div>
      <dl class="banner-facts">
        <div>
          <dt>${t.deadline}</dt>
          <dd>${t.deadlineOf(campaign.deadlines.ledger)}</dd>
        </div>
        <div>
          <dt>${t.askWho}</dt>
          <dd><span class="wide-only">${campaign.office.name} </span>${campaign.office.phone}</dd>
        </div>
      </dl>
      <button
        class="plain"
        lang=${desk.lang === "zh" ? "en" : "zh-CN"}
        @click=${() => desk.speak(desk.lang === "zh" ? "en" : "zh")}
      >
        ${t.otherLanguage}
      </button>
    </header>`;
  }

  #steps(): TemplateResult {
    const { desk, t } = this;
    const overview = desk.overview;
    const counts = overview?.counts;
    const badge = (step: Step) =>
      step === "check" && counts && 0 < counts.errors + counts.warnings
        ? html`<span class="badge ${counts.errors ? "error" : "warning"}"
            >${counts.errors + counts.warnings}</span
          >`
        : nothing;
    return html`<nav class="steps" aria-label=${t.stepsLabel}>
      <button class="plain step-home" @click=${() => desk.go("home")}>${t.toHome}</button>
      <ol>
        ${STEPS.map(
          (step, index) =>
            html`<li>
              <button
                class="step"
                aria-current=${desk.step === step ? "step" : nothing}
                @click=${() => desk.go(step)}
              >
                <span class="step-number">${index + 1}</span>${t.steps[step]}${badge(step)}
              </button>
            </li>`,
        )}
      </ol>
      <span class="steps-unit"
        >${overview?.unit_name || t.noUnit}${overview?.period ? html` · ${overview.period}` : ""}</span
      >
    </nav>`;
  }

  #step(): TemplateResult {
    const { desk } = this;
    switch (desk.step) {
      case "home":
        return html`<al-home .desk=${desk}></al-home>`;
      case "unit":
        return html`<al-unit .desk=${desk}></al-unit>`;
      case "ledger":
        return html`<al-ledger .desk=${desk}></al-ledger>`;
      case "plan":
        return html`<al-plan .desk=${desk}></al-plan>`;
      case "print":
        return html`<al-seal .desk=${desk}></al-seal>`;
      case "check":
        return html`<al-check .desk=${desk}></al-check>`;
      case "export":
        return html`<al-export .desk=${desk}></al-export>`;
    }
  }

  /** The address keeps the step: the link must not change it. */
  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>("#main")?.focus();
  }
}

customElements.define("al-app", App);
