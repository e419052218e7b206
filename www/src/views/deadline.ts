/** By when the ledger and the plans are due, how long that is, and whom to ask. */

import { html, nothing, type TemplateResult } from "lit";

import { deadlinesOf, urgency } from "../deadline";
import type { Desk } from "../desk";

export function deadlineView(desk: Desk): TemplateResult {
  const { t } = desk;
  const { office } = desk.campaign;
  const deadlines = deadlinesOf(desk.campaign);
  const isOver = deadlines.some((deadline) => urgency(deadline) === "over");
  return html`<section class="card due" aria-label=${t.deadline}>
    <ul class="due-days">
      ${deadlines.map(
        (deadline) =>
          html`<li class="due-day ${urgency(deadline)}">
            <span>${t.deadlines[deadline.what]}</span>
            <strong>${t.daysLeft(deadline.left)}</strong>
            <span class="muted">${t.dayOf(deadline.day, deadline.weekday)}</span>
          </li>`,
      )}
    </ul>
    <div class="due-office">
      <h3>${t.whoToAsk}</h3>
      <p>${office.name}</p>
      <p>${t.phoneOf(office.phone)}　${t.emailOf(office.email)}</p>
      ${isOver ? html`<p class="due-over">${t.overdueWhatToDo(office.name)}</p>` : nothing}
    </div>
  </section>`;
}
