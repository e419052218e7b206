/** The reporting unit: typed into a box that offers the roster, by kind; another may be typed. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { Campaign, Finding } from "../engine/contract";
import { gravest } from "../findings";
import { findingNotes } from "./finding";
import { View } from "./view";

type RosterUnit = Campaign["units"][number];

const FIELD = "report_unit_name";

class Roster extends View {
  static override properties = {
    ...View.properties,
    text: { attribute: false },
    findings: { attribute: false },
  };

  declare text: string;
  declare findings: readonly Finding[];
  #open = false;
  /** What narrows the list: nothing until the clerk types. */
  #typed: string | null = null;
  #chosen = -1;

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const field = desk.field("header", FIELD);
    const units = this.#units();
    return html`<div class="field roster ${gravest(this.findings) ?? ""}" data-field=${FIELD}>
      <label for="header-${FIELD}"
        >${desk.label("header", FIELD)}<span class="required" title=${t.required}>*</span></label
      >
      ${field?.help ? html`<p class="help" id="roster-help">${desk.say(field.help)}</p>` : nothing}
      <div class="combo">
        <input
          id="header-${FIELD}"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-expanded=${this.#open ? "true" : "false"}
          aria-controls="roster-list"
          aria-autocomplete="list"
          aria-activedescendant=${
            this.#open && 0 <= this.#chosen ? `roster-${this.#chosen}` : nothing
          }
          aria-describedby="roster-help roster-notes"
          placeholder=${t.rosterHint}
          .value=${this.text}
          @input=${this.#type}
          @mousedown=${() => this.#show(true)}
          @keydown=${this.#key}
          @blur=${this.#leave}
        />
        ${this.#open ? this.#list(units) : nothing}
      </div>
      <div class="field-notes" id="roster-notes">${findingNotes(desk, this.findings)}</div>
    </div>`;
  }

  protected override updated(_: PropertyValues): void {
    this.querySelector(".combo [aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  #list(units: readonly RosterUnit[]): TemplateResult {
    const kinds = [...new Set(units.map((unit) => unit.kind))];
    return html`<div class="combo-list" id="roster-list" role="listbox">
      ${units.length === 0 ? html`<p class="muted">${this.t.notOnRoster}</p>` : nothing}
      ${kinds.map(
        (kind) =>
          html`<div role="group" aria-label=${this.#kind(kind)}>
            <div class="combo-group">${this.#kind(kind)}</div>
            ${units.map((unit, index) =>
              unit.kind === kind ? this.#option(unit, index) : nothing,
            )}
          </div>`,
      )}
    </div>`;
  }

  #option(unit: RosterUnit, index: number): TemplateResult {
    return html`<div
      class="combo-option"
      id="roster-${index}"
      role="option"
      aria-selected=${index === this.#chosen ? "true" : "false"}
      @mousedown=${(event: MouseEvent) => {
        event.preventDefault();
        this.#take(unit);
      }}
    >
      ${unit.name}${
        unit.to_be_confirmed ? html`<span class="muted"> ${this.t.toBeConfirmed}</span>` : nothing
      }
    </div>`;
  }

  #kind(code: string): string {
    const kind = this.desk.field("header", "report_unit_kind")?.kind;
    const options = kind?.type === "choice" ? kind.options : [];
    const option = options.find((option) => option.code === code);
    return option ? this.desk.say(option) : code;
  }

  /** Grouped by kind, as they are listed. */
  #units(): RosterUnit[] {
    const typed = this.#typed?.trim() ?? "";
    const units = this.desk.campaign.units.filter((unit) => unit.name.includes(typed));
    const kinds = [...new Set(units.map((unit) => unit.kind))];
    return kinds.flatMap((kind) => units.filter((unit) => unit.kind === kind));
  }

  #show(open: boolean): void {
    this.#open = open;
    this.#typed = open ? this.#typed : null;
    this.#chosen = open ? this.#chosen : -1;
    this.requestUpdate();
  }

  #type(event: Event): void {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#open = true;
    this.#chosen = this.#typed && this.#units().length === 1 ? 0 : -1;
    this.requestUpdate();
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    const units = this.#units();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      this.#chosen = Math.max(0, Math.min(units.length - 1, this.#chosen + by));
      this.#show(true);
    } else if (event.key === "Enter") {
      const unit = units[this.#chosen];
      event.preventDefault();
      if (this.#open && unit) {
        this.#take(unit);
      } else {
        this.#leave(event);
      }
    } else if (event.key === "Escape" && this.#open) {
      event.preventDefault();
      this.#show(false);
    }
  }

  #take(unit: RosterUnit): void {
    this.#show(false);
    this.desk.change((session) => session.choose_unit(unit.code));
    this.#showText();
  }

  /** Leaving the box: a name of the roster is that unit, another is kept as it was typed. */
  #leave(event: Event): void {
    const typed = (event.target as HTMLInputElement).value;
    this.#show(false);
    this.desk.attention.touch(FIELD);
    if (typed === this.text) {
      return;
    }
    const unit = this.desk.campaign.units.find((unit) => unit.name === typed.trim());
    if (unit) {
      this.#take(unit);
    } else {
      this.desk.change((session) => session.set_header(FIELD, typed));
      this.#showText();
    }
  }

  #showText(): void {
    const input = this.querySelector("input");
    if (input) {
      input.value = this.desk.session?.header()[FIELD] ?? "";
    }
  }
}

customElements.define("al-roster", Roster);
