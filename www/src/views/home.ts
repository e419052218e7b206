/** The first page: what is left to do, the drafts there are, and how to begin. */

import { html, nothing, type TemplateResult } from "lit";

import { handOut } from "../exchange";
import { askOnward } from "../onward";
import { deadlineView } from "./deadline";
import "./drafts";
import "./tasks";
import { View } from "./view";

class Home extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { campaign } = desk;
    return html`
      ${
        desk.session
          ? html`<al-tasks .desk=${desk}></al-tasks>`
          : html`<section class="card lead">
              <h2>${desk.say(campaign.title)}</h2>
              <p class="muted">${t.noticeOf(campaign.notice.number, campaign.notice.issued_on)}</p>
              <p>${t.duty}</p>
              ${this.#begin()}
              <p
                class="where ${desk.drawer.storage}"
                role=${desk.drawer.storage === "forbidden" ? "alert" : nothing}
              >
                ${
                  desk.drawer.storage === "forbidden"
                    ? t.storageForbiddenLong
                    : t.draftsLiveHereLong
                }
              </p>
            </section>`
      }
      ${deadlineView(desk)}
      <al-drafts .desk=${desk}></al-drafts>
      ${
        desk.session
          ? html`<section class="card">
              <h2>${t.anotherLedger}</h2>
              ${this.#begin()}
            </section>`
          : nothing
      }
      ${
        desk.stage.hasCounty
          ? html`<section class="card">
              <a class="button" id="county" href="#county">${t.office.countyEntry}</a>
              <p class="muted">${t.office.countyHint}</p>
            </section>`
          : nothing
      }
    `;
  }

  #begin(): TemplateResult {
    const { desk, t } = this;
    return html`<div class="actions">
        <button class=${desk.session ? "" : "primary"} id="begin" @click=${() => desk.begin()}>
          ${t.begin}
        </button>
        <label class="button">
          ${t.openFile}
          <input
            class="unseen"
            id="open-file"
            type="file"
            accept=".json,.xlsx,.xls,.et,.tsv,.csv,.txt"
            @change=${this.#opened}
          />
        </label>
        <button id="template" @click=${() => void handOut(desk, "template")}>
          ${t.exchange.handed.template}
        </button>
        <span class="muted">${t.openFileHint}</span>
      </div>
      <div class="actions">
        <label class="button">
          ${t.onward}
          <input
            class="unseen"
            id="onward-file"
            type="file"
            accept=".json"
            @change=${this.#goesOn}
          />
        </label>
        <span class="muted">${t.onwardHint}</span>
      </div>`;
  }

  #goesOn(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file) {
      void askOnward(this.desk, file);
    }
  }

  #opened(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    // The same file may be chosen again after it was mended.
    input.value = "";
    if (file) {
      void this.desk.open(file);
    }
  }
}

customElements.define("al-home", Home);
