/** The first page: where drafts live, the drafts there are, and how to begin. */

import { html, nothing, type TemplateResult } from "lit";

import "./drafts";
import { View } from "./view";

class Home extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { campaign } = desk;
    return html`
      <section class="card lead">
        <h2>${desk.say(campaign.title)}</h2>
        <p class="muted">${t.noticeOf(campaign.notice.number, campaign.notice.issued_on)}</p>
        <p>${t.duty}</p>
        <div class="actions">
          <button class="primary" id="begin" @click=${() => desk.begin()}>${t.begin}</button>
          <label class="button">
            ${t.openFile}
            <input
              class="unseen"
              id="open-file"
              type="file"
              accept=".json,.tsv,.csv,.txt"
              @change=${this.#opened}
            />
          </label>
          <span class="muted">${t.openFileHint}</span>
        </div>
        <p
          class="where ${desk.drawer.storage}"
          role=${desk.drawer.storage === "forbidden" ? "alert" : nothing}
        >
          ${desk.drawer.storage === "forbidden" ? t.storageForbiddenLong : t.draftsLiveHereLong}
        </p>
      </section>
      ${
        desk.session
          ? html`<p class="card at-hand">
              ${t.atHand(desk.overview?.unit_name || t.noUnit, desk.overview?.rows ?? 0)}
              <button id="back-to-ledger" @click=${() => desk.go("ledger")}>${t.backToIt}</button>
            </p>`
          : nothing
      }
      <al-drafts .desk=${desk}></al-drafts>
      <section class="card">
        <a class="button" id="county" href="#county">${t.office.countyEntry}</a>
        <p class="muted">${t.office.countyHint}</p>
      </section>
    `;
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
