/** The head of the ledger: which unit reports, for when, and who signs. */

import { html, type PropertyValues, type TemplateResult } from "lit";

import type { FieldInfo } from "../engine/contract";
import { SEAL_FIELDS } from "../steps";
import { focusWanted, headerField } from "./header_field";
import { View } from "./view";

class Unit extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const header = desk.session?.header() ?? {};
    const asked = desk.catalogue.fields.header.filter(({ key }) => !SEAL_FIELDS.includes(key));
    const fields = nameFirst(asked);
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
                  .map((field) => headerField(desk, field, header))}
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
    focusWanted(this.desk, this);
  }
}

/** The unit is chosen by its name; its code follows from it. */
function nameFirst(fields: readonly FieldInfo[]): readonly FieldInfo[] {
  const isName = (field: FieldInfo) => field.key === "report_unit_name";
  return [...fields.filter(isName), ...fields.filter((field) => !isName(field))];
}

customElements.define("al-unit", Unit);
