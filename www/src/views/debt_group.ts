/** One group of a debt's questions: those that are for this debt, and the others folded away. */

import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { applies } from "../applies";
import type { Explanation, FieldInfo, Row, Words } from "../engine/contract";
import { focusedIn } from "../stage";
import { fieldView } from "./field";
import { View } from "./view";
import { whyView } from "./why";

class DebtGroup extends View {
  static override properties = {
    desk: { attribute: false },
    group: { attribute: false },
    row: { attribute: false },
    debt: { attribute: false },
    told: { attribute: false },
  };

  declare group: { key: string; label: Words };
  declare row: number;
  declare debt: Row;
  declare told: readonly Explanation[];

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const own = desk.catalogue.fields.entries.filter(({ group }) => group === this.group.key);
    const others = own.filter((field) => this.#isFolded(field));
    const asked = own.filter((field) => !others.includes(field));
    return html`<section>
      <h3 tabindex="-1">${desk.say(this.group.label)}</h3>
      <div class="fields">${this.#fields(asked)}</div>
      ${
        others.length === 0
          ? nothing
          : html`<details class="not-asked">
              <summary>
                ${t.notAsked(others.map((field) => desk.say(field.label)).join(t.listComma))}
              </summary>
              <div class="fields">${this.#fields(others)}</div>
            </details>`
      }
    </section>`;
  }

  /** Each field keeps its place in the page, whatever comes before it. */
  #fields(fields: readonly FieldInfo[]): unknown {
    return repeat(
      fields,
      (field) => `${this.row} ${field.key}`,
      (field) => this.#field(field),
    );
  }

  /** What is typed, or wrong, is never out of sight; what is being typed stays where it is. */
  #isFolded(field: FieldInfo): boolean {
    const { desk, debt, row } = this;
    const place = this.querySelector(`.not-asked [data-field="${field.key}"]`);
    if (place?.contains(focusedIn(place))) {
      return true;
    }
    return (
      !applies(field, debt.cells, desk) &&
      (debt.cells[field.key] ?? "") === "" &&
      desk.findings.ofCell(row, field.key).length === 0
    );
  }

  #field(field: FieldInfo): TemplateResult {
    const { desk, row, debt } = this;
    const text = derivedText(field, debt) ?? debt.cells[field.key] ?? "";
    return fieldView({
      desk,
      field,
      id: `debt-${field.key}`,
      text,
      findings: desk.attention.inRow(desk.findings.ofCell(row, field.key), row, text),
      help: "asked",
      why: whyView(desk, field.key, this.told),
      write: (typed) => {
        desk.change((session) => session.set_cell(row, field.key, typed));
        return desk.session?.row(row).cells[field.key] ?? typed;
      },
    });
  }
}

/** What the engine works out, where a field of the sheet only repeats it. */
function derivedText(field: FieldInfo, debt: Row): string | undefined {
  switch (field.key) {
    case "plan_maker":
      return debt.derived.plan_maker;
    case "supervisors":
      return debt.derived.supervisors.join("、");
    case "repaid_total":
      return debt.derived.repaid;
    case "balance":
      return debt.derived.balance;
    default:
      return undefined;
  }
}

customElements.define("al-debt-group", DebtGroup);
