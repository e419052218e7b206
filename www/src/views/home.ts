/** The first page: where drafts live, the drafts there are, and how to begin. */

import { html, nothing, type TemplateResult } from "lit";

import type { DraftInfo } from "../engine/contract";
import { handOut } from "../exchange";
import { clock } from "./status";
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
              accept=".json,.xlsx,.xls,.et,.tsv,.csv,.txt"
              @change=${this.#opened}
            />
          </label>
          <button id="template" @click=${() => void handOut(desk, "template")}>
            ${t.handed.template}
          </button>
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
      <section class="card">
        <h2>${t.drafts}</h2>
        ${desk.drawer.drafts.length === 0 ? html`<p class="muted">${t.noDrafts}</p>` : this.#drafts()}
      </section>
    `;
  }

  #drafts(): TemplateResult {
    const { desk, t } = this;
    return html`<table class="list">
      <thead>
        <tr>
          <th scope="col">${t.unitName}</th>
          <th scope="col">${t.period}</th>
          <th scope="col" class="number">${t.rows}</th>
          <th scope="col" class="number">${t.errorsLeft}</th>
          <th scope="col" class="number">${t.warningsLeft}</th>
          <th scope="col">${t.lastChange}</th>
          <th scope="col">${t.acts}</th>
        </tr>
      </thead>
      <tbody>
        ${desk.drawer.drafts.map((draft) => this.#draft(draft))}
      </tbody>
    </table>`;
  }

  #draft(draft: DraftInfo): TemplateResult {
    const { desk, t } = this;
    const name = draft.unit_name || t.noUnit;
    const damaged = draft.state === "damaged";
    return html`<tr class=${damaged ? "damaged" : ""} data-draft=${draft.id}>
      <th scope="row">
        ${name} ${damaged ? html`<span class="tag error">${t.damaged}</span>` : nothing}
      </th>
      <td>${draft.period}</td>
      <td class="number">${draft.rows}</td>
      <td class="number">${draft.errors}</td>
      <td class="number">${draft.warnings}</td>
      <td>${draft.saved_at ? clock(new Date(draft.saved_at)) : ""}</td>
      <td class="acts">
        <button
          class="primary small"
          aria-label=${t.actOn(t.resume, name)}
          @click=${() => void desk.resume(draft)}
        >
          ${damaged ? t.resumeDamaged : t.resume}
        </button>
        <button
          class="small"
          aria-label=${t.actOn(t.saveCopy, name)}
          @click=${() => desk.copy(draft)}
        >
          ${damaged ? t.saveRaw : t.saveCopy}
        </button>
        <button
          class="small danger"
          aria-label=${t.actOn(t.remove, name)}
          @click=${() => this.#ask(draft)}
        >
          ${t.remove}
        </button>
      </td>
    </tr>`;
  }

  #ask(draft: DraftInfo): void {
    const { desk, t } = this;
    desk.show({
      kind: "ask",
      question: t.removeDraft(draft.unit_name || t.noUnit, draft.rows),
      detail: t.removeDraftDetail,
      yes: t.remove,
      go: () => desk.remove(draft.id),
    });
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
