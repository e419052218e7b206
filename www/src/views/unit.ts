/** The head of the ledger: which unit reports, for when, and who signs. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { FieldInfo } from "../engine/contract";
import { fieldView } from "./field";
import "./roster";
import { View } from "./view";

/** Filled in with the unit; shown to be checked, not to be typed. */
const FROM_ROSTER: readonly string[] = ["report_unit_code", "report_unit_kind"];

class Unit extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const header = desk.session?.header() ?? {};
    const fields = nameFirst(desk.catalogue.fields.header);
    const isOwn = (group: string) => fields.some((field) => field.group === group);
    return html`${desk.catalogue.groups
        .filter((group) => isOwn(group.key))
        .map(
          (group) =>
            html`<section class="card">
              <h2>${desk.say(group.label)}</h2>
              <div class="fields">
                ${fields
                  .filter((field) => field.group === group.key)
                  .map((field) => this.#field(field, header))}
              </div>
            </section>`,
        )}
      ${this.#before()}
      <div class="actions end">
        <button class="primary" @click=${() => desk.go("ledger")}>${t.next(t.steps.ledger)}</button>
      </div>`;
  }

  /** The ledger of the period before: debts that vanished or shrank must say why. */
  #before(): TemplateResult {
    const { desk, t } = this;
    const choose = (event: Event) => {
      const input = event.currentTarget as HTMLInputElement;
      const file = input.files?.[0];
      if (file) {
        void desk.earlier.follow(file);
      }
      input.value = "";
    };
    return html`<section class="card" id="before">
      <h2>${t.lastPeriod}</h2>
      <p class="muted">${t.lastPeriodHelp}</p>
      ${
        desk.earlier.file
          ? html`<p>
              ${t.comparing(desk.earlier.file.name, desk.earlier.file.rows)}
              <button class="small" @click=${() => desk.earlier.unfollow()}>${t.unfollow}</button>
            </p>`
          : html`<label class="button"
              >${t.chooseBefore}<input class="unseen" type="file" accept=".json" @change=${choose}
            /></label>`
      }
    </section>`;
  }

  /** A finding may have led here. */
  protected override updated(_: PropertyValues): void {
    const wanted = this.desk.wanted;
    if (wanted !== null) {
      this.desk.wanted = null;
      const field = this.querySelector<HTMLElement>(`#header-${wanted}`);
      const stop = field?.matches("input,select,textarea") ? field : field?.querySelector("input");
      stop?.focus();
      (stop ?? field)?.scrollIntoView({ block: "center" });
    }
  }

  #field(field: FieldInfo, header: Record<string, string>): TemplateResult | typeof nothing {
    const { desk } = this;
    const text = header[field.key] ?? "";
    const findings = desk.attention.inHeader(desk.findings.ofHeader(field.key), field.key, text);
    if (field.key === "report_unit_name") {
      return html`<al-roster .desk=${desk} .text=${text} .findings=${findings}></al-roster>`;
    }
    const byRoster = FROM_ROSTER.includes(field.key) && header["report_unit_code"] !== "";
    const shown: FieldInfo = byRoster ? { ...field, presence: "derived" } : field;
    return fieldView({
      desk,
      field: shown,
      id: `header-${field.key}`,
      text,
      findings,
      write: (typed) => {
        desk.attention.touch(field.key);
        desk.change((session) => session.set_header(field.key, typed));
        return desk.session?.header()[field.key] ?? typed;
      },
    });
  }
}

/** The unit is chosen by its name; its code follows from it. */
function nameFirst(fields: readonly FieldInfo[]): readonly FieldInfo[] {
  const isName = (field: FieldInfo) => field.key === "report_unit_name";
  return [...fields.filter(isName), ...fields.filter((field) => !isName(field))];
}

customElements.define("al-unit", Unit);
