/** One debt as a form, beside the grid: who owes whom what, the questions by group, what hangs on it. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { Row } from "../engine/contract";
import { Reasons } from "../reasons";
import "./children";
import "./debt_group";
import { findingNotes } from "./finding";
import { View } from "./view";
import { topicView } from "./why";

const CHILDREN = ["instalments", "payments", "changes"] as const;

class Debt extends View {
  #shown = -1;
  readonly #reasons = new Reasons(() => this.requestUpdate());

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { row } = desk.spot;
    const rows = desk.overview?.rows ?? 0;
    if (!desk.session || rows <= row) {
      return html`<aside class="debt" aria-label=${t.debtForm} @keydown=${this.#key}>
        ${this.#head(row, rows, null)}
        <p class="muted">${t.newRow}</p>
      </aside>`;
    }
    const debt = desk.session.row(row);
    const told = this.#reasons.of(desk, row);
    const topics = desk.catalogue.topics.filter(({ key }) => !desk.field("entries", key));
    return html`<aside class="debt" aria-label=${t.debtForm} @keydown=${this.#key}>
      ${this.#head(row, rows, debt)}
      <div class="debt-body">
        ${findingNotes(desk, desk.findings.ofRow(row))}
        ${this.#groups().map(
          (group) =>
            html`<al-debt-group
              id="group-${group.key}"
              .desk=${desk}
              .group=${group}
              .row=${row}
              .debt=${debt}
              .told=${told}
            ></al-debt-group>`,
        )}
        ${CHILDREN.map(
          (table) =>
            html`<al-children
              id="group-${table}"
              .desk=${desk}
              .table=${table}
              .row=${row}
              .debt=${debt}
            ></al-children>`,
        )}
        <section class="derived" id="group-results">
          <h3 tabindex="-1">${t.results}</h3>
          <dl class="facts derived-facts">
            ${topics.map(({ key }) => topicView(desk, key, told))}
          </dl>
        </section>
      </div>
    </aside>`;
  }

  #groups() {
    const { desk } = this;
    const fields = desk.catalogue.fields.entries;
    return desk.catalogue.groups.filter(({ key }) => fields.some(({ group }) => group === key));
  }

  #head(row: number, rows: number, debt: Row | null): TemplateResult {
    const { desk, t } = this;
    const cells = debt?.cells;
    return html`<div class="debt-head">
      <div class="debt-turn">
        <h2>${t.debtOf(row + 1, rows)}</h2>
        <button
          class="small"
          aria-disabled=${row === 0 ? "true" : "false"}
          aria-keyshortcuts="Alt+PageUp"
          title="Alt+PageUp"
          @click=${() => this.#turn(-1)}
        >
          ${t.previous}
        </button>
        <button
          class="small"
          aria-disabled=${row + 1 < rows ? "false" : "true"}
          aria-keyshortcuts="Alt+PageDown"
          title="Alt+PageDown"
          @click=${() => this.#turn(1)}
        >
          ${t.following}
        </button>
        <button class="small" id="close-form" title="Esc" @click=${this.#close}>${t.close}</button>
      </div>
      ${
        cells
          ? html`<p class="debt-what">
                <span>${t.owes(cells["debtor_name"] || "—", cells["creditor_name"] || "—")}</span>
                <strong class="number"
                  >${t.owed(cells["arrears_amount"] || "—", debt.derived.balance || "—", desk.money)}</strong
                >
              </p>
              ${this.#nav()}`
          : nothing
      }
    </div>`;
  }

  /** The way to a part of the form. */
  #nav(): TemplateResult {
    const { desk, t } = this;
    const parts = [
      ...this.#groups().map(({ key, label }) => ({ key, name: desk.say(label) })),
      ...CHILDREN.map((key) => ({ key, name: t.children[key] })),
      { key: "results", name: t.results },
    ];
    const go = (key: string) => (event: Event) => {
      event.preventDefault();
      const heading = this.querySelector<HTMLElement>(`#group-${key} h3`);
      heading?.scrollIntoView({ block: "start" });
      heading?.focus({ preventScroll: true });
    };
    return html`<nav class="debt-nav" aria-label=${t.partsOfForm}>
      ${parts.map(({ key, name }) => html`<a href="#group-${key}" @click=${go(key)}>${name}</a>`)}
    </nav>`;
  }

  /** Another debt begins at its top; an opened form takes the focus. */
  protected override updated(_: PropertyValues): void {
    const { row } = this.desk.spot;
    if (this.#shown !== row) {
      const opened = this.#shown < 0;
      this.#shown = row;
      this.querySelector(".debt-body")?.scrollTo(0, 0);
      if (opened && !this.desk.wanted) {
        requestAnimationFrame(() => this.#toFirst());
      }
    }
    if (this.desk.wanted) {
      requestAnimationFrame(() => this.#take());
    }
  }

  #toFirst(): void {
    const first = this.querySelector<HTMLElement>("#debt-debtor_name");
    first?.focus({ preventScroll: true });
    first?.closest("section")?.scrollIntoView({ block: "nearest" });
  }

  /** A finding may have led here: its field has the focus, wherever it is folded away. */
  #take(): void {
    const { wanted } = this.desk;
    if (!wanted || wanted.table === "header") {
      return;
    }
    this.desk.wanted = null;
    const { table, child, field } = wanted;
    const id =
      table === "entries" ? `debt-${field ?? ""}` : `${table}-${child ?? 0}-${field ?? ""}`;
    const place = this.querySelector<HTMLElement>(`#${id}`);
    const folded = place?.closest("details");
    if (folded) {
      folded.open = true;
    }
    const stops = "input,select,textarea";
    const stop = place?.matches(stops) ? place : place?.querySelector<HTMLElement>(stops);
    (stop ?? this.querySelector<HTMLElement>("#debt-debtor_name"))?.focus({ preventScroll: true });
    (stop ?? place)?.scrollIntoView({ block: "center" });
  }

  #turn(by: number): void {
    const row = this.desk.spot.row + by;
    if (0 <= row && row < (this.desk.overview?.rows ?? 0)) {
      this.desk.moveTo({ row, field: this.desk.spot.field });
      this.desk.tell(this.t.debtOf(row + 1, this.desk.overview?.rows ?? 0));
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

customElements.define("al-debt", Debt);
