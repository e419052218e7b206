/** One field of a form: label above, help, the input its kind asks for, findings beneath. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Desk } from "../desk";
import type { FieldInfo, Finding, Kind, Option } from "../engine/contract";
import { gravest } from "../findings";
import { textOf, toggled, wordsOf, type Words } from "../several";
import { rootOf } from "../stage";
import type { CapitalElement } from "./capital";
import "./capital";
import { findingNotes } from "./finding";
import { typing } from "./typing";

export interface FieldAt {
  desk: Desk;
  field: FieldInfo;
  /** Unique in the page; labels and findings hang on it. */
  id: string;
  text: string;
  findings: readonly Finding[];
  /** Whether the help stands there, or is to be asked for. */
  help?: "shown" | "asked";
  /** Why the value is what it is, where it can be told. */
  why?: TemplateResult | typeof nothing;
  /** Writes what was typed and says what the cell holds now. */
  write: (text: string) => string;
}

/** Long enough to need more than a line. */
const LONG = 200;
/** As the engine prints a flag, in either language. */
const YES = "是";
const NO = "否";

export function fieldView(at: FieldAt): TemplateResult {
  const { desk, field } = at;
  const grave = gravest(at.findings);
  const many = field.kind.type === "flag" || field.kind.type === "choices";
  const isDerivedAmount = field.kind.type === "amount" && field.presence === "derived";
  const label = html`${desk.say(field.label)}${
    field.kind.type === "amount"
      ? html`<span class=${isDerivedAmount ? "unit" : "unseen"}>（${desk.money}）</span>`
      : nothing
  }${
    field.presence === "required"
      ? html`<span class="required" title=${desk.t.required}>*</span>`
      : nothing
  }`;
  const body = html`${helpView(at)}
    ${field.presence === "derived" ? html`<output id=${at.id}>${shown(at)}</output>` : input(at)}
    ${at.why ?? nothing}
    <div class="field-notes" id="${at.id}-notes">${findingNotes(desk, at.findings)}</div>`;
  const shape = `field kind-${field.kind.type} ${grave ?? ""} ${isLong(field.kind) ? "long" : ""}`;
  return many
    ? html`<fieldset class=${shape} data-field=${field.key}>
        <legend>${label}</legend>
        ${body}
      </fieldset>`
    : html`<div class=${shape} data-field=${field.key}>
        <label for=${at.id}>${label}</label>
        ${body}
      </div>`;
}

/** The help of a field; on demand where forms are long. */
function helpView(at: FieldAt): TemplateResult | typeof nothing {
  const { desk, field, id } = at;
  const isAmount = at.help === "asked" && field.kind.type === "amount";
  if (!field.help && !isAmount) {
    return nothing;
  }
  const help = field.help ? desk.say(field.help) : "";
  return at.help === "asked"
    ? html`<button
          class="help-ask"
          aria-expanded="false"
          aria-controls="${id}-help"
          aria-label=${desk.t.helpOn(desk.say(field.label))}
          @click=${unfold}
        >
          ?
        </button>
        <p class="help" id="${id}-help" hidden>
          ${help}
          ${
            field.kind.type === "amount"
              ? html`<al-capital .desk=${desk} .text=${at.text}></al-capital>`
              : nothing
          }
        </p>`
    : html`<p class="help" id="${id}-help">${help}</p>`;
}

function unfold(event: Event): void {
  const button = event.currentTarget as HTMLElement;
  const help = rootOf(button).getElementById(button.getAttribute("aria-controls") ?? "");
  if (help) {
    help.hidden = !help.hidden;
    button.setAttribute("aria-expanded", help.hidden ? "false" : "true");
    help.querySelector<CapitalElement>("al-capital")?.ask();
  }
}

/** What is not typed, in the language of the page. */
function shown({ desk, field, text }: FieldAt): string {
  const { kind } = field;
  const option = kind.type === "choice" ? kind.options.find(({ zh }) => zh === text) : undefined;
  return option ? desk.say(option) : text || "—";
}

function isLong(kind: Kind): boolean {
  return kind.type === "text" && LONG <= kind.max;
}

function input(at: FieldAt): TemplateResult {
  const { kind } = at.field;
  switch (kind.type) {
    case "choice":
      return select(at, kind.options);
    case "choices":
      return checkboxes(at, kind.options);
    case "flag":
      return radios(at);
    case "amount":
      return html`<span class="with-unit"
        >${line(at)}<span class="unit" aria-hidden="true">${at.desk.money}</span></span
      >`;
    default:
      return isLong(kind) ? area(at) : line(at);
  }
}

function described(at: FieldAt): string {
  return `${at.field.help ? `${at.id}-help ` : ""}${at.id}-notes`;
}

function invalid(at: FieldAt): "true" | typeof nothing {
  return gravest(at.findings) === "error" ? "true" : nothing;
}

function line(at: FieldAt): TemplateResult {
  const { kind } = at.field;
  const digits = ["amount", "rate", "count"].includes(kind.type);
  return html`<input
    id=${at.id}
    autocomplete="off"
    spellcheck="false"
    inputmode=${digits ? "decimal" : nothing}
    placeholder=${at.desk.t.placeholder[kind.type] ?? nothing}
    aria-describedby=${described(at)}
    aria-invalid=${invalid(at)}
    .value=${at.text}
    ${typing(at.write, kind.type === "text")}
  />`;
}

function area(at: FieldAt): TemplateResult {
  return html`<textarea
    id=${at.id}
    rows="3"
    spellcheck="false"
    aria-describedby=${described(at)}
    aria-invalid=${invalid(at)}
    .value=${at.text}
    ${typing(at.write, true)}
  ></textarea>`;
}

/** A text that is none of the options stays to be seen, as an option of its own. */
function select(at: FieldAt, options: readonly Option[]): TemplateResult {
  const known = at.text === "" || options.some((option) => option.zh === at.text);
  const pick = (event: Event) => void at.write((event.target as HTMLSelectElement).value);
  return html`<select
    id=${at.id}
    aria-describedby=${described(at)}
    aria-invalid=${invalid(at)}
    @change=${pick}
  >
    <option value="" .selected=${live(at.text === "")}>${at.desk.t.choose}</option>
    ${
      known
        ? nothing
        : html`<option value=${at.text} .selected=${live(true)}>
            ${at.desk.t.unknownOption(at.text)}
          </option>`
    }
    ${options.map(
      (option) =>
        html`<option value=${option.zh} .selected=${live(option.zh === at.text)}>
          ${at.desk.say(option)}
        </option>`,
    )}
  </select>`;
}

function checkboxes(at: FieldAt, options: readonly Option[]): TemplateResult {
  const words = wordsOf(at.text, options);
  const box = (shown: string, isIn: boolean, next: () => Words) =>
    html`<label class="tick"
      ><input
        type="checkbox"
        .checked=${live(isIn)}
        @change=${() => void at.write(textOf(next()))}
      />${shown}</label
    >`;
  return html`<div class="ticks" id=${at.id} aria-describedby=${described(at)}>
    ${options.map((option) =>
      box(at.desk.say(option), words.known.includes(option), () => toggled(words, option)),
    )}
    ${words.strange.map((word) =>
      box(at.desk.t.unknownOption(word), true, () => ({
        ...words,
        strange: words.strange.filter((other) => other !== word),
      })),
    )}
  </div>`;
}

function radios(at: FieldAt): TemplateResult {
  const words = at.desk.t.flag[at.field.key] ?? at.desk.t.flag["*"];
  const radio = (value: string, shown: string) =>
    html`<label class="tick"
      ><input
        type="radio"
        name=${at.id}
        value=${value}
        .checked=${live(at.text === value)}
        @change=${() => at.write(value)}
      />${shown}</label
    >`;
  return html`<div class="ticks" id=${at.id} aria-describedby=${described(at)}>
    ${radio(YES, words?.yes ?? YES)} ${radio(NO, words?.no ?? NO)}
    ${
      at.text === "" || at.text === YES || at.text === NO
        ? nothing
        : radio(at.text, at.desk.t.unknownOption(at.text))
    }
  </div>`;
}
