/** The home of an open ledger: what is to be done, and how far each part of it is. */

import { html, type TemplateResult } from "lit";

import { STEPS, type TaskStep } from "../steps";
import type { TaskState } from "../tasks";
import { View } from "./view";

class TaskList extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const overview = desk.overview;
    const facts = [
      overview?.period,
      t.rowsOf(overview?.rows ?? 0),
      t.revisionOf(overview?.revision ?? 1),
    ].filter((fact) => fact);
    return html`<section class="card tasks" aria-labelledby="tasks-title">
      <h2 id="tasks-title">${overview?.unit_name || t.noUnit}</h2>
      <p class="muted">${facts.join(" · ")}</p>
      <h3>${t.taskList}</h3>
      <p>${t.tasksDone(desk.tasks.done, STEPS.length)}</p>
      <ol class="task-list">
        ${STEPS.map((step) => this.#task(step))}
      </ol>
    </section>`;
  }

  #task(step: TaskStep): TemplateResult {
    const { desk, t } = this;
    const task = desk.tasks.stateOf(step);
    return html`<li class="task">
      <div>
        <a
          class="task-name"
          href="#${step}"
          data-task=${step}
          aria-describedby="hint-${step} state-${step}"
          @click=${(event: Event) => {
            event.preventDefault();
            desk.go(step);
          }}
          >${t.steps[step]}</a
        >
        <p class="muted" id="hint-${step}">${t.taskHints[step]}</p>
      </div>
      <strong class="task-state ${task.state}" id="state-${step}">${this.#state(task)}</strong>
    </li>`;
  }

  #state(task: TaskState): string {
    const { t } = this;
    switch (task.state) {
      case "in_progress":
        return t.taskInProgress(task.left);
      case "errors":
        return t.taskErrors(task.count);
      default:
        return t.taskStates[task.state];
    }
  }
}

customElements.define("al-tasks", TaskList);
