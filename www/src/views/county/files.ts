/** Taking files in: what came of each, the period before, lists, settings. */

import { html, nothing, type TemplateResult } from "lit";

import type { Line } from "../../county/book";
import type { CountySettings } from "../../engine/office/county";
import { download } from "../../files";
import { BookView } from "./view";

type Setting = keyof CountySettings;

const isToSee = ({ result }: Line): boolean => result !== "accepted" && result !== "repeated";

class Files extends BookView {
  protected override render(): TemplateResult {
    return html`${this.#drop()} ${this.#lines()} ${this.#besides()} ${this.#settings()}`;
  }

  #drop(): TemplateResult {
    const { book, words } = this;
    const { progress } = book;
    return html`<section
      class="card drop"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${this.#dropped}
    >
      <h2>${words.tabs.files}</h2>
      <p>${words.dropHere}</p>
      <div class="actions">
        ${this.#picker("county-files", words.pickFiles, false)}
        ${this.#picker("county-folder", words.pickFolder, true)}
        <button id="county-download" ?disabled=${book.count === 0} @click=${this.#download}>
          ${words.download}
        </button>
        <button id="county-clear" ?disabled=${book.count === 0} @click=${this.#clear}>
          ${words.startOver}
        </button>
      </div>
      ${
        progress
          ? html`<p class="progress">
              <progress max=${progress.all} .value=${progress.done}></progress>
              <span>${words.addingOf(progress.done, progress.all)}</span>
              <button class="small" id="county-cancel" @click=${() => book.cancel()}>
                ${words.cancel}
              </button>
            </p>`
          : nothing
      }
      <p class="muted" id="county-held" role="status">
        ${words.held(book.count)} · ${book.isKept ? words.kept : words.notKept}
      </p>
      ${book.fault ? html`<p class="error" role="alert">${book.fault}</p>` : nothing}
    </section>`;
  }

  #picker(id: string, label: string, isFolder: boolean): TemplateResult {
    return html`<label class="button">
      ${label}
      <input
        class="unseen"
        id=${id}
        type="file"
        multiple
        accept=${isFolder ? nothing : ".json"}
        ?webkitdirectory=${isFolder}
        @change=${this.#picked}
      />
    </label>`;
  }

  #lines(): TemplateResult | typeof nothing {
    const { desk, book, words } = this;
    if (book.lines.length === 0) {
      return nothing;
    }
    const counts = new Map<string, number>();
    book.lines.forEach(({ result }) => counts.set(result, (counts.get(result) ?? 0) + 1));
    const order = ["unreadable", "refused", "repeated", "joined", "accepted"];
    // While files go in, a list of hundreds would be drawn anew again and again.
    const told = book.progress ? book.lines.filter(isToSee) : [...book.lines];
    const lines = told.sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
    const [file, result, remark] = words.resultColumns;
    return html`<section class="card" id="county-lines">
      <h2>${words.resultOf}</h2>
      <p>
        ${[...counts].map(([key, count]) => {
          const label = words.results[key as keyof typeof words.results];
          return html`<span class="tag ${key}">${words.countOf(label, count)}</span> `;
        })}
      </p>
      <div class="paper-scroll lines" tabindex="0" role="region" aria-label=${words.resultOf}>
        <table class="list">
          <thead>
            <tr>
              <th scope="col">${file}</th>
              <th scope="col">${result}</th>
              <th scope="col">${remark}</th>
            </tr>
          </thead>
          <tbody>
            ${lines.slice(0, 500).map(
              (line) =>
                html`<tr data-result=${line.result}>
                  <td>${line.name}</td>
                  <td><span class="tag ${line.result}">${words.results[line.result]}</span></td>
                  <td>${line.why ? line.why[desk.lang] : ""}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  #besides(): TemplateResult {
    const { book, words } = this;
    return html`<section class="card county-besides">
      <div>
        <h3>${words.earlier}</h3>
        <p class="muted">${words.earlierHelp}</p>
        <label class="button">
          ${words.pickFiles}
          <input
            class="unseen"
            id="county-earlier"
            type="file"
            accept=".json"
            @change=${(event: Event) => this.#one(event, (file) => book.follow(file))}
          />
        </label>
        ${book.earlierName ? html`<p>${words.earlierIs(book.earlierName)}</p>` : nothing}
      </div>
      <div>
        <h3>${words.lists}</h3>
        <p class="muted">${words.listsHelp}</p>
        <label class="button">
          ${words.pickFiles}
          <input
            class="unseen"
            id="county-list"
            type="file"
            accept=".csv,.tsv,.txt"
            @change=${(event: Event) => this.#one(event, (file) => book.list(file))}
          />
        </label>
      </div>
    </section>`;
  }

  #settings(): TemplateResult {
    const { book, words } = this;
    const settings = book.settings();
    const box = (key: Setting, hint = "") =>
      html`<label>
        ${words.settingsOf[key]}
        <input name=${key} .value=${String(settings[key] ?? "")} placeholder=${hint} />
      </label>`;
    const choice = (key: Setting, options: Record<string, string>) =>
      html`<label>
        ${words.settingsOf[key]}
        <select name=${key}>
          ${Object.entries(options).map(
            ([code, label]) =>
              html`<option value=${code} ?selected=${String(settings[key] ?? "") === code}>
                ${label}
              </option>`,
          )}
        </select>
      </label>`;
    return html`<form class="card county-settings" id="county-settings" @submit=${this.#apply}>
      <h2>${words.settings}</h2>
      <div class="county-fields">
        ${box("period", words.byMost)} ${box("due", words.byCampaign)}
        ${choice("nil_report", words.nilBy)} ${choice("late_by", words.lateBy)}
        ${choice("disputed_in_base", words.yesOrNo)}
        ${choice("decimals", { "2": "2", "4": "4", "6": "6", "0": "0" })} ${box("issue")}
        ${box("large")}
      </div>
      <button type="submit">${words.apply}</button>
    </form>`;
  }

  #apply(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const text = (key: Setting) => String(form.get(key) ?? "").trim();
    const settings: Record<string, unknown> = {
      late_by: text("late_by"),
      disputed_in_base: text("disputed_in_base") === "true",
      decimals: Number(text("decimals")),
      issue: Math.trunc(Number(text("issue"))) || 0,
      large: Math.trunc(Number(text("large"))) || 0,
    };
    for (const key of ["period", "due", "nil_report"] as const) {
      if (text(key)) {
        settings[key] = text(key);
      }
    }
    void this.book.setSettings(settings as unknown as CountySettings);
  }

  #picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = input.files;
    if (files?.length) {
      void this.book.pick(files).finally(() => {
        input.value = "";
      });
    }
  }

  #dropped(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) {
      void this.book.pick(event.dataTransfer);
    }
  }

  #one(event: Event, act: (file: File) => Promise<void>): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) {
      void act(file).finally(() => {
        input.value = "";
      });
    }
  }

  #download(): void {
    const { name, bytes } = this.book.file();
    download(name, bytes);
  }

  #clear(): void {
    if (window.confirm(this.words.startOverSure)) {
      void this.book.clear();
    }
  }
}

customElements.define("al-county-files", Files);
