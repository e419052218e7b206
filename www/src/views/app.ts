/** The whole page: the banner, the steps, the view of the step, the status line, the dialog. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import { focusedIn } from "../stage";
import "./steps";

import "./banner";
import "./notice";
import "./status";
import { stepView } from "./step";
import "./trail";
import { View } from "./view";

class App extends View {
  #shown = "";

  /** A step that is left takes its focused button with it: the next one is read from its top. */
  protected override updated(_: PropertyValues): void {
    const { desk, t } = this;
    const step =
      desk.step === "home" ? "" : `${t.steps[desk.step]} - ${desk.overview?.unit_name} - `;
    const errors = desk.step === "home" ? 0 : (desk.overview?.counts.errors ?? 0);
    desk.stage.titled(`${errors ? `${t.errorsOf(errors)} - ` : ""}${step}${t.product}`);
    this.dataset["step"] = desk.step;
    if (this.#shown !== desk.step) {
      this.#shown = desk.step;
      requestAnimationFrame(() => {
        const focused = focusedIn(this);
        if (focused === null || focused === document.body) {
          this.querySelector<HTMLElement>("#main")?.focus({ preventScroll: true });
        }
      });
    }
  }

  protected override render(): TemplateResult {
    const { desk, t } = this;
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t.skip}</a>
      <al-banner part="banner" .desk=${desk}></al-banner>
      ${
        desk.session && desk.step !== "home"
          ? html`<al-steps part="steps" .desk=${desk}></al-steps
              ><al-trail part="trail" .desk=${desk}></al-trail>`
          : nothing
      }
      <main id="main" part="main" tabindex="-1" class="step-${desk.step}">
        ${stepView(desk, desk.step)}
      </main>
      <al-status part="status" .desk=${desk}></al-status>
      <al-notice part="dialog" .desk=${desk}></al-notice>
      <datalist id="reasons">
        ${desk.campaign.reasons?.map((reason) => html`<option value=${reason}></option>`)}
      </datalist>
      <div class="unseen" role="status" aria-live="polite">${desk.said}</div>
    `;
  }

  /** The address keeps the step: the link must not change it. */
  #skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>("#main")?.focus();
  }
}

customElements.define("al-app", App);
