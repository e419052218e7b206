/** Bringing debts in from files, and handing them out as files of spreadsheet programs. */

import { html, nothing, type TemplateResult } from "lit";

import { bringIn, handOut, type Handed } from "../exchange";
import { focusedIn } from "../stage";
import { View } from "./view";

/** What can be handed out, as the menu lists it. */
const HANDED: readonly Handed[] = ["xlsx", "checked", "csv", "gb18030", "tsv", "template"];

class Exchange extends View {
  static override properties = {
    ...View.properties,
    /** Whether files can be brought in here too. */
    both: { type: Boolean },
  };

  declare both: boolean;
  #open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("focusout", this.#left);
  }

  protected override render(): TemplateResult {
    const { t } = this;
    return html`${this.both ? this.#import() : nothing}
      <span class="menu-place" @keydown=${this.#key}>
        <button
          class="menu-button"
          aria-haspopup="menu"
          aria-expanded=${this.#open ? "true" : "false"}
          @click=${() => this.#show(!this.#open)}
        >
          ${t.exchange.export} ▾
        </button>
        ${this.#open ? this.#menu() : nothing}
      </span>`;
  }

  #import(): TemplateResult {
    const { t } = this;
    return html`<label class="button">
      ${t.exchange.import}
      <input
        class="unseen import-file"
        type="file"
        accept=".xlsx,.xls,.et,.csv,.tsv,.txt"
        @change=${this.#chosen}
      />
    </label>`;
  }

  #menu(): TemplateResult {
    const { t } = this;
    return html`<div class="menu" role="menu" aria-label=${t.exchange.export}>
      ${HANDED.map(
        (what) =>
          html`<button
            role="menuitem"
            class="plain"
            data-what=${what}
            @click=${() => this.#hand(what)}
          >
            ${t.exchange.handed[what]}
          </button>`,
      )}
    </div>`;
  }

  #hand(what: Handed): void {
    this.#show(false);
    this.querySelector<HTMLElement>(".menu-button")?.focus();
    void handOut(this.desk, what);
  }

  #show(open: boolean): void {
    this.#open = open;
    this.requestUpdate();
    if (open) {
      void this.updateComplete.then(() => this.#items()[0]?.focus());
    }
  }

  #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  #key(event: KeyboardEvent): void {
    if (!this.#open) {
      return;
    }
    const items = this.#items();
    const at = items.indexOf(focusedIn(this) as HTMLElement);
    const next = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.#show(false);
      this.querySelector<HTMLElement>(".menu-button")?.focus();
    } else if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      items[next]?.focus();
    }
  }

  readonly #left = (event: FocusEvent): void => {
    if (this.#open && !this.contains(event.relatedTarget as Node | null)) {
      this.#show(false);
    }
  };

  #chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again after it was mended.
    input.value = "";
    if (file) {
      void bringIn(this.desk, file, "ledger");
    }
  }
}

customElements.define("al-exchange", Exchange);
