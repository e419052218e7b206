/** Choosing the columns: searched by name, by the groups of the form, and how many stand still. */

import { html, nothing, type TemplateResult } from "lit";

import type { FieldInfo } from "../engine/contract";
import { plain } from "../grid/filters";
import { initials } from "../grid/pinyin";
import { View } from "./view";

/** As many columns as may be asked to stand still. */
const MOST_FROZEN = 8;

class Chooser extends View {
  #wanted = "";

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { columns, catalogue } = desk;
    const found = columns.all.filter((field) => this.#isWanted(field));
    return html`<div class="chooser card" role="group" aria-label=${t.columns}>
      <div class="chooser-head">
        <input
          type="search"
          class="chooser-search"
          .value=${this.#wanted}
          placeholder=${t.grid.searchColumns}
          aria-label=${t.grid.searchColumns}
          @input=${this.#search}
        />
        <label class="chooser-frozen"
          >${t.grid.frozen}
          <select @change=${this.#freeze}>
            ${Array.from({ length: MOST_FROZEN + 1 }, (_, count) => {
              const isIt = count === Math.min(columns.frozen, MOST_FROZEN);
              return html`<option value=${count} .selected=${isIt}>${count}</option>`;
            })}
          </select></label
        >
        <button class="small" @click=${() => columns.reset()}>${t.usualColumns}</button>
        <button class="small" @click=${() => columns.show(columns.all.map(({ key }) => key))}>
          ${t.allColumns}
        </button>
        <span class="muted" role="status"
          >${t.grid.columnsShown(columns.keys.length, columns.all.length)}</span
        >
      </div>
      ${
        found.length === 0
          ? html`<p class="muted">${t.grid.noColumns}</p>`
          : catalogue.groups.map((group) => {
              const fields = found.filter((field) => field.group === group.key);
              return fields.length === 0 ? nothing : this.#group(desk.say(group.label), fields);
            })
      }
    </div>`;
  }

  #group(label: string, fields: readonly FieldInfo[]): TemplateResult {
    const { columns } = this.desk;
    const keys = fields.map((field) => field.key);
    const shown = keys.filter((key) => columns.keys.includes(key));
    const isAll = shown.length === keys.length;
    const toggleAll = () => {
      const others = columns.keys.filter((key) => !keys.includes(key));
      columns.show(isAll ? others : [...others, ...keys]);
    };
    return html`<fieldset>
      <legend>
        <label class="tick"
          ><input
            type="checkbox"
            .checked=${isAll}
            .indeterminate=${shown.length !== 0 && !isAll}
            @change=${toggleAll}
          />${label}</label
        >
      </legend>
      ${fields.map(
        (field) =>
          html`<label class="tick"
            ><input
              type="checkbox"
              .checked=${shown.includes(field.key)}
              @change=${() => columns.toggle(field.key)}
            />${this.desk.say(field.label)}</label
          >`,
      )}
    </fieldset>`;
  }

  #isWanted(field: FieldInfo): boolean {
    const wanted = plain(this.#wanted.trim());
    const { zh, en } = field.label;
    return [zh, en, initials(zh)].some((name) => plain(name).includes(wanted));
  }

  readonly #search = (event: Event): void => {
    this.#wanted = (event.target as HTMLInputElement).value;
    this.requestUpdate();
  };

  readonly #freeze = (event: Event): void => {
    this.desk.columns.freeze(Number((event.target as HTMLSelectElement).value));
  };
}

customElements.define("al-chooser", Chooser);
