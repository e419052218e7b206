/** The form that proposes a plan for one debt; only the boxes its method asks for. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../../desk";
import type { Refused } from "../../engine/office/planning";
import { isShown, type Method, type ProposalForm } from "../../plans/form";
import { box, pick, tick } from "./words";

const METHODS: readonly Method[] = ["equal", "until", "fixed", "milestones"];

type Text = "parts" | "each" | "until" | "first" | "target";

export function proposalForm(
  desk: Desk,
  form: ProposalForm,
  refused: Refused | null,
  changed: () => void,
): TemplateResult {
  const { t } = desk;
  const set = (some: Partial<ProposalForm>) => {
    Object.assign(form, some);
    changed();
  };
  const text = (key: Text, more: { unit?: string; placeholder?: string } = {}) =>
    isShown(form, key)
      ? box({
          desk,
          id: `propose-${key}`,
          label: t.proposal_[key],
          field: key,
          text: form[key],
          refused,
          write: (typed) => set({ [key]: typed }),
          ...more,
        })
      : nothing;
  const day = { placeholder: t.placeholder.date ?? "" };
  return html`<fieldset class="methods">
      <legend>${t.planMethod}</legend>
      ${METHODS.map(
        (method) =>
          html`<label class="tick"
            ><input
              type="radio"
              name="plan-method"
              value=${method}
              .checked=${form.method === method}
              @change=${() => set({ method })}
            />${t.planMethods[method]}</label
          >`,
      )}
    </fieldset>
    <div class="fields">
      ${text("parts")} ${text("each", { unit: desk.money })} ${text("first", day)}
      ${
        form.method === "milestones"
          ? nothing
          : pick("propose-every", t.every, t.everies, form.every, (every) => set({ every }))
      }
      ${text("until", day)}
      ${
        isShown(form, "round")
          ? pick("propose-round", t.roundTo, t.rounds, form.round, (round) => set({ round }))
          : nothing
      }
      ${text("target", { placeholder: t.optional })}
    </div>
    ${form.method === "milestones" ? milestones(desk, form, refused, set) : nothing}
    <p>
      ${
        form.method === "milestones"
          ? nothing
          : tick("propose-roll", t.rollDays, form.roll, (roll) => set({ roll }))
      }
      ${tick("propose-whole", t.planWhole, form.whole, (whole) => set({ whole }))}
    </p>`;
}

function milestones(
  desk: Desk,
  form: ProposalForm,
  refused: Refused | null,
  set: (some: Partial<ProposalForm>) => void,
): TemplateResult {
  const { t } = desk;
  const change = (place: number, some: Partial<{ due: string; percent: string }>) =>
    set({
      milestones: form.milestones.map((one, index) =>
        index === place ? { ...one, ...some } : one,
      ),
    });
  return html`<div class="milestones">
    ${form.milestones.map(
      (one, place) =>
        html`<div class="milestone">
          ${box({
            desk,
            id: `milestone-due-${place}`,
            label: t.milestoneDay(place + 1),
            field: `due-${place}`,
            text: one.due,
            refused,
            write: (due) => change(place, { due }),
          })}
          ${box({
            desk,
            id: `milestone-percent-${place}`,
            label: t.milestoneShare,
            field: `percent-${place}`,
            unit: "%",
            text: one.percent,
            refused,
            write: (percent) => change(place, { percent }),
          })}
          <button
            class="small"
            aria-label=${t.actOn(t.removeChild, t.milestoneDay(place + 1))}
            @click=${() => set({ milestones: form.milestones.filter((_, at) => at !== place) })}
          >
            ${t.removeChild}
          </button>
        </div>`,
    )}
    <button
      class="small"
      @click=${() => set({ milestones: [...form.milestones, { due: "", percent: "" }] })}
    >
      ${t.addMilestone}
    </button>
  </div>`;
}
