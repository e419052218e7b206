/** The ledger's page: what can be done to rows, the grid, and what is said of the cell in focus. */

import { html, nothing, type TemplateResult } from "lit";

import { rememberColumns, rememberedColumns, usualColumns } from "../grid/columns";
import "./debt";
import "./exchange";
import { findingNotes } from "./finding";
import "./sheet";
import { View } from "./view";

interface SheetElement extends HTMLElement {
  takeFocus(): void;
}

class Ledger extends View {
  #keys: string[] | null = null;
  #choosing = false;

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
      @sheet-leave=${() => this.querySelector<HTMLElement>(".toolbar button")?.focus()}
      @sheet-insert=${this.#insert}
      @sheet-remove=${this.#remove}
    >
      <div class="ledger-sheet">
        ${this.#toolbar()} ${this.#choosing ? this.#chooser() : nothing}
        <al-sheet .desk=${desk} .keys=${this.#shown()}></al-sheet>
        ${this.#totals()} ${this.#notes()}
      </div>
      ${desk.form ? html`<al-debt .desk=${desk}></al-debt>` : nothing}
    </div>`;
  }

  #toolbar(): TemplateResult {
    const { desk, t } = this;
    const isRow = desk.spot.row < (desk.overview?.rows ?? 0);
    return html`<div class="toolbar" role="toolbar" aria-label=${t.toolbar}>
      <button @click=${this.#add}>${t.addRow}</button>
      <button @click=${this.#insert} title="Insert">${t.insertRow}</button>
      <button @click=${this.#duplicate}>${t.duplicateRow}</button>
      <button @click=${this.#remove} title="Ctrl+Delete">${t.removeRow}</button>
      <span class="toolbar-gap"></span>
      <button
        @click=${() => this.#undo(false)}
        aria-disabled=${desk.overview?.can_undo ? "false" : "true"}
        title="Ctrl+Z"
      >
        ${t.undo}
      </button>
      <button
        @click=${() => this.#undo(true)}
        aria-disabled=${desk.overview?.can_redo ? "false" : "true"}
        title="Ctrl+Y"
      >
        ${t.redo}
      </button>
      <span class="toolbar-gap"></span>
      <button
        id="open-form"
        title="Ctrl+Enter"
        aria-disabled=${isRow ? "false" : "true"}
        @click=${this.#form}
      >
        ${t.openForm}
      </button>
      <button
        aria-expanded=${this.#choosing ? "true" : "false"}
        @click=${() => {
          this.#choosing = !this.#choosing;
          this.requestUpdate();
        }}
      >
        ${t.columns}
      </button>
      <al-exchange .desk=${desk} both></al-exchange>
      <span class="toolbar-hint muted">${t.pasteHint}</span>
    </div>`;
  }

  #chooser(): TemplateResult {
    const { desk, t } = this;
    const shown = this.#shown();
    const fields = desk.catalogue.fields.entries;
    return html`<div class="chooser card">
      ${desk.catalogue.groups
        .filter((group) => fields.some((field) => field.group === group.key))
        .map(
          (group) =>
            html`<fieldset>
              <legend>${desk.say(group.label)}</legend>
              ${fields
                .filter((field) => field.group === group.key)
                .map(
                  (field) =>
                    html`<label class="tick"
                      ><input
                        type="checkbox"
                        .checked=${shown.includes(field.key)}
                        @change=${() => this.#toggle(field.key)}
                      />${desk.say(field.label)}</label
                    >`,
                )}
            </fieldset>`,
        )}
      <div class="actions">
        <button class="small" @click=${() => this.#show(usualColumns(fields))}>
          ${t.usualColumns}
        </button>
        <button class="small" @click=${() => this.#show(fields.map((field) => field.key))}>
          ${t.allColumns}
        </button>
      </div>
    </div>`;
  }

  #totals(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const totals = desk.overview?.totals;
    return totals
      ? html`<dl class="totals">
          <div>
            <dt>${t.totalCount}</dt>
            <dd>${totals.count}</dd>
          </div>
          <div>
            <dt>${t.totalArrears}（${desk.money}）</dt>
            <dd>${totals.arrears}</dd>
          </div>
          <div>
            <dt>${t.totalUndisputed}（${desk.money}）</dt>
            <dd>${totals.undisputed}</dd>
          </div>
          <div>
            <dt>${t.totalBalance}（${desk.money}）</dt>
            <dd>${totals.balance}</dd>
          </div>
        </dl>`
      : nothing;
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
    return html`<section class="cell-notes" aria-label=${t.cellNotes}>
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

  /** The clerk's columns, and the one a finding led to. */
  #shown(): string[] {
    const fields = this.desk.catalogue.fields.entries;
    this.#keys ??= rememberedColumns(fields);
    const { field } = this.desk.spot;
    if (field && !this.#keys.includes(field) && this.desk.field("entries", field)) {
      const keys = [...this.#keys, field];
      this.#keys = fields.map((known) => known.key).filter((key) => keys.includes(key));
    }
    return this.#keys;
  }

  #toggle(key: string): void {
    const shown = this.#shown();
    const keys = shown.includes(key) ? shown.filter((known) => known !== key) : [...shown, key];
    const fields = this.desk.catalogue.fields.entries;
    this.#show(fields.map((field) => field.key).filter((known) => keys.includes(known)));
  }

  #show(keys: string[]): void {
    if (keys.length === 0) {
      return;
    }
    if (!keys.includes(this.desk.spot.field)) {
      this.desk.spot = { ...this.desk.spot, field: keys[0] ?? "" };
    }
    this.#keys = keys;
    rememberColumns(keys);
    this.requestUpdate();
  }

  // ---- rows

  readonly #add = (): void => {
    const rows = this.desk.overview?.rows ?? 0;
    this.#begin(rows);
  };

  readonly #insert = (): void => {
    const row = Math.min(this.desk.spot.row, this.desk.overview?.rows ?? 0);
    this.#begin(row);
  };

  readonly #duplicate = (): void => {
    const { row } = this.desk.spot;
    if (row < (this.desk.overview?.rows ?? 0)) {
      this.#at(row + 1, () => this.desk.change((session) => session.duplicate_row(row)));
    }
  };

  readonly #remove = (): void => {
    const { row } = this.desk.spot;
    if (row < (this.desk.overview?.rows ?? 0)) {
      this.#at(row, () => this.desk.change((session) => session.remove_rows(row, 1)));
      this.desk.tell(this.t.rowRemoved(row + 1));
    }
  };

  readonly #form = (): void => {
    if (this.desk.spot.row < (this.desk.overview?.rows ?? 0)) {
      this.desk.form = true;
      this.desk.refresh();
    }
  };

  #undo(again: boolean): void {
    if (again) {
      this.desk.redo();
    } else {
      this.desk.undo();
    }
  }

  #begin(row: number): void {
    this.#at(row, () => this.desk.change((session) => session.insert_rows(row, 1)));
    this.desk.attention.begun = row;
  }

  #at(row: number, act: () => void): void {
    act();
    this.desk.moveTo({ row, field: this.desk.spot.field });
    this.querySelector<SheetElement>("al-sheet")?.takeFocus();
  }
}

customElements.define("al-ledger", Ledger);
