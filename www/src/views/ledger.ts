/** The ledger's page: what can be done to rows, the grid, and what is said of the cell in focus. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { Command } from "../grid/keys";
import { nextFinding } from "../grid/next_finding";
import { arranged } from "./arranged";
import { findingNotes } from "./finding";
import { withLater } from "./later";
import "./sheet";
import type { SheetEvent } from "./sheet";
import "./sums";
import { toolbar } from "./toolbar";
import { View } from "./view";

interface SheetElement extends HTMLElement {
  takeFocus(): void;
}

interface FindElement extends HTMLElement {
  take(): void;
  go(back: boolean): void;
}

class Ledger extends View {
  #choosing = false;
  #finding = false;
  /** The column whose menu is open. */
  #menu: string | null = null;

  /** A finding may have led to a column that is not shown: then the form has it. */
  protected override willUpdate(_: PropertyValues): void {
    const { desk } = this;
    const { wanted } = desk;
    if (wanted && wanted.table !== "header" && !desk.form) {
      const inGrid = wanted.field === null || desk.columns.keys.includes(wanted.field);
      desk.form = !inGrid && desk.spot.row < (desk.overview?.rows ?? 0);
      desk.wanted = desk.form ? wanted : null;
    }
  }

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const overview = desk.overview;
    if (overview?.is_nil && overview.rows === 0) {
      return html`<section class="card">
        <h2>${t.nilTitle}</h2>
        <p>${t.nilText}</p>
        <button @click=${() => desk.go("unit")}>${t.steps.unit}</button>
      </section>`;
    }
    return html`<div
      class="ledger ${desk.form ? "with-form" : ""}"
      @sheet-command=${(event: SheetEvent) => this.#act(event.detail)}
    >
      <div class="ledger-sheet">
        ${toolbar(desk, (command) => this.#act(command), this.#choosing)}
        ${
          this.#choosing
            ? withLater(desk, () => html`<al-chooser .desk=${desk}></al-chooser>`)
            : nothing
        }
        ${arranged(desk)}
        <div class="sheet-place">
          <al-sheet part="sheet" .desk=${desk}></al-sheet>
          ${this.#menu ? this.#columnMenu(this.#menu) : nothing}
          ${
            this.#finding
              ? withLater(
                  desk,
                  () =>
                    html`<al-find-bar .desk=${desk} @find-close=${this.#closeFind}></al-find-bar>`,
                )
              : nothing
          }
        </div>
        <al-sums .desk=${desk}></al-sums>
        ${this.#notes()}
      </div>
      ${
        desk.form
          ? withLater(desk, () => html`<al-debt part="debt" .desk=${desk}></al-debt>`)
          : nothing
      }
    </div>`;
  }

  #columnMenu(key: string): TemplateResult {
    const close = (event: CustomEvent<boolean>) => {
      this.#menu = null;
      this.requestUpdate();
      if (event.detail) {
        this.#sheet?.takeFocus();
      }
    };
    const { desk } = this;
    return withLater(
      desk,
      () => html`<al-column-menu .desk=${desk} .key=${key} @menu-close=${close}></al-column-menu>`,
    );
  }

  /** What is said of the cell in focus, and of its debt as a whole. */
  #notes(): TemplateResult {
    const { desk, t } = this;
    const { row, field } = desk.spot;
    const info = desk.field("entries", field);
    const isBegun = row === desk.attention.begun;
    const findings = isBegun
      ? []
      : [...desk.findings.ofCell(row, field), ...desk.findings.ofRow(row)];
    return html`<section class="cell-notes" aria-label=${t.cellNotes} tabindex="0">
      <p class="cell-name">
        <strong
          >${row < (desk.overview?.rows ?? 0) ? t.rowNumber(row + 1) : t.newRow} ·
          ${desk.label("entries", field)}</strong
        >
        ${info?.help ? html`<span class="muted">${desk.say(info.help)}</span>` : nothing}
      </p>
      ${findingNotes(desk, findings)}
      ${findings.length === 0 ? html`<p class="muted">${t.keysHint}</p>` : nothing}
    </section>`;
  }

  // ---- what the buttons and the grid's keys ask for

  #act(command: Command | "add" | "undo" | "redo" | "columns"): void {
    const { desk } = this;
    switch (command) {
      case "add":
        return this.#begin(desk.overview?.rows ?? 0, 1);
      case "insertRows":
        return this.#insert();
      case "duplicateRow":
        return this.#duplicate();
      case "removeRows":
        return this.#remove();
      case "undo":
        return desk.undo();
      case "redo":
        return desk.redo();
      case "openForm":
        return this.#form();
      case "columns":
        this.#choosing = !this.#choosing;
        return this.requestUpdate();
      case "columnMenu":
        this.#menu = desk.spot.field || (desk.columns.keys[0] ?? null);
        return this.requestUpdate();
      case "arrangeAgain":
        return desk.arrangement.apply();
      case "clearArrangement":
        return desk.arrangement.clear();
      case "find":
        return this.#find();
      case "findNext":
      case "findPrevious":
        return this.#findAgain(command === "findPrevious");
      case "nextFinding":
      case "previousFinding":
        return this.#nextFinding(command === "previousFinding");
      case "keys":
        return desk.show({ kind: "keys" });
      case "leave":
        return this.querySelector<HTMLElement>(".toolbar button")?.focus();
    }
  }

  #find(): void {
    const bar = this.#bar;
    if (bar) {
      bar.take();
    } else {
      this.#finding = true;
      this.requestUpdate();
    }
  }

  #findAgain(back: boolean): void {
    if (this.#bar) {
      this.#bar.go(back);
    } else {
      this.#find();
    }
  }

  readonly #closeFind = (): void => {
    this.#finding = false;
    this.requestUpdate();
    this.#sheet?.takeFocus();
  };

  #nextFinding(back: boolean): void {
    const { desk, t } = this;
    const { row, field } = desk.spot;
    const next = nextFinding(desk, { row, key: field }, back);
    if (next) {
      desk.moveTo({ row: next.row, field: next.key });
      this.#sheet?.takeFocus();
    } else {
      desk.tell(t.grid.noFinding);
    }
  }

  readonly #form = (): void => {
    if (this.desk.spot.row < (this.desk.overview?.rows ?? 0)) {
      this.desk.form = true;
      this.desk.refresh();
    }
  };

  // ---- rows

  /** The ledger's rows that are selected, in its order. */
  #selected(): number[] {
    const { spot, arrangement } = this.desk;
    const { top, bottom } = spot.selection ?? { top: 0, bottom: -1 };
    const last = Math.min(bottom, arrangement.count - 1);
    const rows = Array.from({ length: Math.max(0, last - top + 1) }, (_, index) =>
      arrangement.at(top + index),
    );
    return rows.sort((left, right) => left - right);
  }

  /** As many as are selected, above the first of them. */
  #insert(): void {
    const rows = this.#selected();
    this.#begin(rows[0] ?? this.desk.overview?.rows ?? 0, Math.max(1, rows.length));
  }

  #begin(row: number, count: number): void {
    this.#at(row, () => this.desk.change((session) => session.insert_rows(row, count)));
    this.desk.attention.begun = row;
  }

  #duplicate(): void {
    const { row } = this.desk.spot;
    if (row < (this.desk.overview?.rows ?? 0)) {
      this.#at(row + 1, () => this.desk.change((session) => session.duplicate_row(row)));
    }
  }

  #remove(): void {
    const { desk, t } = this;
    const rows = this.#selected();
    const [first] = rows;
    if (first !== undefined) {
      this.#at(first, () => desk.change((session) => session.remove_lines(rows)));
      desk.tell(rows.length === 1 ? t.rowRemoved(first + 1) : t.grid.rowsRemoved(rows.length));
    }
  }

  #at(row: number, act: () => void): void {
    const { field } = this.desk.spot;
    act();
    this.desk.moveTo({ row, field });
    this.#sheet?.takeFocus();
  }

  get #sheet(): SheetElement | null {
    return this.querySelector<SheetElement>("al-sheet");
  }

  get #bar(): FindElement | null {
    return this.querySelector<FindElement>("al-find-bar");
  }
}

customElements.define("al-ledger", Ledger);
