/** What hangs on a debt: the instalments of its plan, its payments, its changes. */

import { html, nothing, type TemplateResult } from "lit";

import type { ChildTable, FieldInfo, Row } from "../engine/contract";
import { lessOf, sumOf } from "../sum";
import { fieldView } from "./field";
import { findingNotes } from "./finding";
import { View } from "./view";

class Children extends View {
  static override properties = {
    desk: { attribute: false },
    table: { attribute: false },
    row: { attribute: false },
    debt: { attribute: false },
  };

  declare table: ChildTable;
  declare row: number;
  declare debt: Row;

  protected override render(): TemplateResult {
    const { t, table } = this;
    const children = this.debt[table];
    return html`<section class="children" data-table=${table}>
      <h3 tabindex="-1">
        ${t.children[table]}
        ${children.length === 0 ? nothing : html`<span class="muted">${children.length}</span>`}
      </h3>
      ${
        children.length === 0
          ? html`<p class="muted">${t.noChildren[table]}</p>`
          : children.map((cells, child) => this.#child(cells, child))
      }
      ${this.#sum()}
      <button class="small add-child" @click=${this.#add}>${t.addChild[table]}</button>
    </section>`;
  }

  #child(cells: Record<string, string>, child: number): TemplateResult {
    const { desk, t, table, row } = this;
    const name = t.childOf[table](child + 1);
    return html`<div
      class="child"
      role="group"
      aria-label=${name}
      @focusout=${(event: FocusEvent) => this.#left(event, child)}
    >
      <div class="child-head">
        <strong>${name}</strong>
        <button
          class="small remove-child"
          aria-label=${t.actOn(t.removeChild, name)}
          @click=${() => this.#remove(child)}
        >
          ${t.removeChild}
        </button>
      </div>
      ${findingNotes(desk, desk.findings.ofChild(table, row, child, null))}
      <div class="fields">
        ${desk.catalogue.fields[table].map((field) => this.#field(child, field, cells))}
      </div>
    </div>`;
  }

  /** Left again, what was just added counts like the others. */
  #left(event: FocusEvent, child: number): void {
    const { attention } = this.desk;
    const group = event.currentTarget as Element;
    const isIn = event.relatedTarget instanceof Node && group.contains(event.relatedTarget);
    if (!isIn && attention.begunChild === this.#keyOf(child)) {
      attention.begunChild = null;
      this.desk.refresh();
    }
  }

  #keyOf(child: number): string {
    return `${this.row} ${this.table} ${child}`;
  }

  /** Whether the plan comes to what is owed. */
  #sum(): TemplateResult | typeof nothing {
    const { desk, t, debt } = this;
    const plan = this.table === "instalments" ? debt.instalments : [];
    const sum = sumOf(plan.map(({ amount }) => amount ?? ""));
    if (plan.length === 0 || sum === null) {
      return nothing;
    }
    const less = lessOf(debt.derived.balance, sum);
    return html`<p class="child-sum ${less === "0" ? "even" : ""}">
      ${t.planSum(sum, debt.derived.balance, less ?? "", desk.money)}
    </p>`;
  }

  #field(child: number, field: FieldInfo, cells: Record<string, string>): TemplateResult {
    const { desk, table, row } = this;
    return fieldView({
      desk,
      field,
      id: `${table}-${child}-${field.key}`,
      text: cells[field.key] ?? "",
      findings: desk.attention.inChild(
        desk.findings.ofChild(table, row, child, field.key),
        this.#keyOf(child),
        cells[field.key] ?? "",
      ),
      help: "asked",
      write: (typed) => {
        desk.change((session) => session.set_child(row, table, child, field.key, typed));
        return desk.session?.row(row)[table][child]?.[field.key] ?? typed;
      },
    });
  }

  /** What was added is typed into next. */
  readonly #add = (): void => {
    const { desk, table, row } = this;
    const child = this.debt[table].length;
    const [first] = desk.catalogue.fields[table].filter(({ presence }) => presence === "required");
    if (desk.change((session) => session.add_child(row, table))) {
      desk.attention.begunChild = this.#keyOf(child);
      desk.wanted = { table, child, field: first?.key ?? null };
      desk.refresh();
    }
  };

  #remove(child: number): void {
    const { desk, table, row, t } = this;
    if (desk.change((session) => session.remove_child(row, table, child))) {
      desk.tell(t.childRemoved(t.childOf[table](child + 1)));
      this.querySelector<HTMLElement>("h3")?.focus();
    }
  }
}

customElements.define("al-children", Children);
