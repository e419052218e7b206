/** The way from step to step, and how far each is. */

import { html, nothing, type TemplateResult } from "lit";

import { STEPS, type TaskStep } from "../steps";
import { View } from "./view";

class StepsBar extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const overview = desk.overview;
    return html`<nav class="steps" aria-label=${t.stepsLabel}>
      <button class="plain step-home" @click=${() => desk.go("home")}>${t.toHome}</button>
      <ol>
        ${STEPS.map((step, index) => this.#step(step, index + 1))}
      </ol>
      <span class="steps-unit"
        >${overview?.unit_name || t.noUnit}${overview?.period ? html` · ${overview.period}` : ""}</span
      >
    </nav>`;
  }

  #step(step: TaskStep, number: number): TemplateResult {
    const { desk, t } = this;
    return html`<li>
      <button
        class="step"
        data-step=${step}
        aria-current=${desk.step === step ? "step" : nothing}
        @click=${() => desk.go(step)}
      >
        <span class="step-number">${number}</span>${t.steps[step]}${this.#badge(step)}
      </button>
    </li>`;
  }

  #badge(step: TaskStep): TemplateResult | typeof nothing {
    const { t, desk } = this;
    const task = desk.tasks.stateOf(step);
    switch (task.state) {
      case "errors":
        return html`<span class="badge error"
          >${task.count}<span class="unseen">${t.errorsUnit}</span></span
        >`;
      case "in_progress":
        return html`<span class="badge warning"
          >${task.left}<span class="unseen">${t.leftUnit}</span></span
        >`;
      case "done":
        return html`<span class="badge done"
          >✓<span class="unseen">${t.taskStates.done}</span></span
        >`;
      default:
        return nothing;
    }
  }
}

customElements.define("al-steps", StepsBar);
