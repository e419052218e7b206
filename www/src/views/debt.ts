/** One debt as a form: every field by group, its plan, payments and changes, beside the grid. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { ChildTable, Explanation, FieldInfo, Row } from "../engine/contract";
import { Reasons } from "../reasons";
import { fieldView } from "./field";
import { findingNotes } from "./finding";
import { View } from "./view";
import { topicView, whyView } from "./why";

const CHILDREN: readonly ChildTable[] = ["instalments", "payments", "changes"];

class Debt extends View {
  #shown = -1;
  readonly #reasons = new Reasons(() => this.requestUpdate());

  protected override render(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const { row } = desk.spot;
    const rows = desk.overview?.rows ?? 0;
    if (!desk.session || rows <= row) {
      return html`<aside class="debt">
        ${this.#head(row, rows)}
        <p class="muted">${t.newRow}</p>
      </aside>`;
    }
    const debt = desk.session.row(row);
    const told = this.#reasons.of(desk, row);
    const fields = desk.catalogue.fields.entries;
    return html`<aside class="debt" aria-label=${t.debtForm} @keydown=${this.#key}>
      ${this.#head(row, rows)}
      <div class="debt-body">
        ${findingNotes(desk, desk.findings.ofRow(row))}
        ${desk.catalogue.groups.map((group) => {
          const own = fields.filter((field) => field.group === group.key);
          return own.length === 0
            ? nothing
            : html`<section>
                <h3>${desk.say(group.label)}</h3>
                <div class="fields">${own.map((field) => this.#field(field, debt, told))}</div>
              </section>`;
        })}
        ${this.#derived(told)} ${CHILDREN.map((table) => this.#children(table, debt))}
      </div>
    </aside>`;
  }

  /** Another debt begins at its top; an opened form takes the focus. */
  protected override updated(_: PropertyValues): void {
    const { row } = this.desk.spot;
    if (this.#shown !== row) {
      const opened = this.#shown < 0;
      this.#shown = row;
      this.querySelector(".debt-body")?.scrollTo(0, 0);
      if (opened) {
        this.querySelector<HTMLElement>("#debt-debtor_name")?.focus();
      }
    }
  }

  #head(row: number, rows: number): TemplateResult {
    const { t } = this;
    return html`<div class="debt-head">
      <h2>${t.debtOf(row + 1, rows)}</h2>
      <button
        class="small"
        aria-disabled=${row === 0 ? "true" : "false"}
        title="Alt+PageUp"
        @click=${() => this.#turn(-1)}
      >
        ${t.previous}
      </button>
      <button
        class="small"
        aria-disabled=${row + 1 < rows ? "false" : "true"}
        title="Alt+PageDown"
        @click=${() => this.#turn(1)}
      >
        ${t.following}
      </button>
      <button class="small" title="Esc" @click=${this.#close}>${t.close}</button>
    </div>`;
  }

  #field(field: FieldInfo, debt: Row, told: readonly Explanation[]): TemplateResult {
    const { desk } = this;
    const { row } = desk.spot;
    const text = derivedText(field, debt) ?? debt.cells[field.key] ?? "";
    return fieldView({
      desk,
      field,
      id: `debt-${field.key}`,
      text,
      findings: desk.attention.inRow(desk.findings.ofCell(row, field.key), row, text),
      why: whyView(desk, field.key, told),
      write: (typed) => {
        desk.change((session) => session.set_cell(row, field.key, typed));
        return desk.session?.row(row).cells[field.key] ?? typed;
      },
    });
  }

  /** What follows from the debt and stands in no field of it. */
  #derived(told: readonly Explanation[]): TemplateResult {
    const { desk, t } = this;
    const topics = desk.catalogue.topics.filter(({ key }) => !desk.field("entries", key));
    return html`<section class="derived">
      <h3>${t.results}</h3>
      <dl class="facts derived-facts">${topics.map(({ key }) => topicView(desk, key, told))}</dl>
    </section>`;
  }

  #children(table: ChildTable, debt: Row): TemplateResult {
    const { desk, t } = this;
    const { row } = desk.spot;
    const fields = desk.catalogue.fields[table];
    return html`<section class="children" data-table=${table}>
      <h3>${t.children[table]}</h3>
      ${
        debt[table].length === 0
          ? html`<p class="muted">${t.noChildren[table]}</p>`
          : debt[table].map(
              (cells, child) =>
                html`<div class="child">
                  <div class="child-head">
                    <strong>${t.childOf[table](child + 1)}</strong>
                    <button
                      class="small"
                      @click=${() =>
                        desk.change((session) => session.remove_child(row, table, child))}
                    >
                      ${t.removeChild}
                    </button>
                  </div>
                  ${findingNotes(desk, desk.findings.ofChild(table, row, child, null))}
                  <div class="fields">
                    ${fields.map((field) => this.#childField(table, child, field, cells))}
                  </div>
                </div>`,
            )
      }
      <button
        class="small add-child"
        @click=${() => desk.change((session) => session.add_child(row, table))}
      >
        ${t.addChild[table]}
      </button>
    </section>`;
  }

  #childField(
    table: ChildTable,
    child: number,
    field: FieldInfo,
    cells: Record<string, string>,
  ): TemplateResult {
    const { desk } = this;
    const { row } = desk.spot;
    return fieldView({
      desk,
      field,
      id: `${table}-${child}-${field.key}`,
      text: cells[field.key] ?? "",
      findings: desk.findings.ofChild(table, row, child, field.key),
      write: (typed) => {
        desk.change((session) => session.set_child(row, table, child, field.key, typed));
        return desk.session?.row(row)[table][child]?.[field.key] ?? typed;
      },
    });
  }

  #turn(by: number): void {
    const row = this.desk.spot.row + by;
    if (0 <= row && row < (this.desk.overview?.rows ?? 0)) {
      this.desk.moveTo({ row, field: this.desk.spot.field });
    }
  }

  readonly #close = (): void => {
    this.desk.form = false;
    this.desk.moveTo(this.desk.spot);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) {
      return;
    }
    if (event.key === "Escape") {
      event.preventDefault();
      this.#close();
    } else if (event.altKey && (event.key === "PageUp" || event.key === "PageDown")) {
      event.preventDefault();
      this.#turn(event.key === "PageUp" ? -1 : 1);
    }
  };
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

customElements.define("al-debt", Debt);
