/** What can be done to a column: sort by it, filter by it, let it stand still, put it away. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { FieldInfo } from "../engine/contract";
import { valuesOf, wayOf, type Filter } from "../grid/filters";
import { View } from "./view";

/** As many values as are listed; beyond that a text finds them. */
const LISTED = 200;

class ColumnMenu extends View {
  static override properties = { ...View.properties, key: { attribute: false } };

  /** The column's key. */
  declare key: string;
  #values: { text: string; count: number }[] = [];

  protected override willUpdate(changed: PropertyValues): void {
    const field = this.#field;
    if (changed.has("key") && field) {
      const { texts, rows } = this.desk.arrangement;
      const column = texts && 0 < rows ? texts.of(field.key) : [];
      this.#values = wayOf(field.kind) === "values" ? valuesOf(column, field.kind) : [];
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("key")) {
      this.querySelector<HTMLElement>("button")?.focus();
    }
  }

  get #field(): FieldInfo | undefined {
    return this.desk.field("entries", this.key);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const field = this.#field;
    if (!field) {
      return nothing;
    }
    const { arrangement, columns } = desk;
    const sort = arrangement.sort?.key === field.key ? arrangement.sort : null;
    const place = columns.keys.indexOf(field.key);
    return html`<div
      class="column-menu"
      role="dialog"
      aria-label=${t.grid.menuOf(desk.say(field.label))}
      @keydown=${this.#key}
      @focusout=${this.#left}
    >
      <h2>${desk.say(field.label)}</h2>
      <div class="column-sort">
        ${this.#sort(false, sort?.down === false)} ${this.#sort(true, sort?.down === true)}
      </div>
      <form @submit=${(event: Event) => this.#submit(event, field)}>
        ${this.#filter(field)}
        <div class="actions">
          <button type="submit" class="small primary">${t.grid.filterIt}</button>
          <button
            type="button"
            class="small"
            aria-disabled=${arrangement.filters.has(field.key) ? "false" : "true"}
            @click=${() => this.#then(() => arrangement.filterBy(field.key, null))}
          >
            ${t.grid.unfilter}
          </button>
        </div>
      </form>
      <div class="column-more">
        <button class="small" @click=${() => this.#then(() => columns.freeze(place + 1))}>
          ${t.grid.freezeHere}
        </button>
        <button class="small" @click=${() => this.#then(() => columns.freeze(0))}>
          ${t.grid.unfreeze}
        </button>
        <button class="small" @click=${() => this.#then(() => columns.toggle(field.key))}>
          ${t.grid.hideColumn}
        </button>
      </div>
    </div>`;
  }

  #sort(down: boolean, isOn: boolean): TemplateResult {
    const { desk, t } = this;
    const sort = () => desk.arrangement.sortBy(isOn ? null : { key: this.key, down });
    return html`<button
      class="small"
      aria-pressed=${isOn ? "true" : "false"}
      @click=${() => this.#then(sort)}
    >
      ${down ? t.grid.sortDown : t.grid.sortUp}
    </button>`;
  }

  #filter(field: FieldInfo): TemplateResult {
    const { t } = this;
    const filter = this.desk.arrangement.filters.get(field.key);
    const range = filter?.by === "range" ? filter : null;
    switch (wayOf(field.kind)) {
      case "values":
        return this.#list(filter?.by === "values" ? filter.values : null);
      case "text":
        return html`<label
            >${t.grid.holdsText}<input
              name="text"
              autocomplete="off"
              .value=${filter?.by === "text" ? filter.text : ""} /></label
          >${this.#blanks(filter)}`;
      case "numbers":
      case "days":
        return html`<div class="column-range">
            <label
              >${t.grid.from}<input name="from" autocomplete="off" .value=${range?.from ?? ""}
            /></label>
            <label
              >${t.grid.to}<input name="to" autocomplete="off" .value=${range?.to ?? ""}
            /></label>
            ${field.kind.type === "amount" ? html`<span>${this.desk.money}</span>` : nothing}
          </div>
          ${this.#blanks(filter)}`;
    }
  }

  #list(chosen: readonly string[] | null): TemplateResult {
    const { t } = this;
    return html`<fieldset class="column-values">
      <legend class="unseen">${t.grid.values}</legend>
      ${
        this.#values.length === 0
          ? html`<p class="muted">${t.grid.noValues}</p>`
          : this.#values
              .slice(0, LISTED)
              .map(
                ({ text, count }) =>
                  html`<label class="tick"
                    ><input
                      type="checkbox"
                      name="value"
                      .value=${text}
                      .checked=${chosen?.includes(text) ?? false}
                    />${text || t.blank} <span class="muted">${count}</span></label
                  >`,
              )
      }
    </fieldset>`;
  }

  #blanks(filter: Filter | undefined): TemplateResult {
    const { t } = this;
    const blank = filter?.by === "blank" ? filter.blank : null;
    const radio = (value: string, isOn: boolean, words: string) =>
      html`<label class="tick"
        ><input type="radio" name="blank" value=${value} .checked=${isOn} />${words}</label
      >`;
    return html`<div class="column-blanks">
      ${radio("", blank === null, t.grid.bothBlank)}
      ${radio("blank", blank === true, t.grid.isBlank)}
      ${radio("filled", blank === false, t.grid.notBlank)}
    </div>`;
  }

  #submit(event: Event, field: FieldInfo): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string) => String(data.get(name) ?? "").trim();
    const values = data.getAll("value").map(String);
    const blank = text("blank");
    const filter: Filter | null =
      blank !== ""
        ? { by: "blank", blank: blank === "blank" }
        : values.length !== 0
          ? { by: "values", values }
          : text("from") || text("to")
            ? { by: "range", from: text("from"), to: text("to") }
            : text("text")
              ? { by: "text", text: text("text") }
              : null;
    this.#then(() => this.desk.arrangement.filterBy(field.key, filter));
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      event.stopPropagation();
      this.#then(() => undefined);
    }
  };

  /** Whoever goes elsewhere is done with it. */
  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.contains(to)) {
      this.dispatchEvent(new CustomEvent("menu-close", { detail: false }));
    }
  };

  #then(act: () => void): void {
    this.dispatchEvent(new CustomEvent("menu-close", { detail: true }));
    act();
  }
}

customElements.define("al-column-menu", ColumnMenu);
