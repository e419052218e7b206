/** The list of drafts, and what can be done with each. */

import { html, nothing, type TemplateResult } from "lit";

import type { DraftInfo } from "../drafts/cabinet";
import type { Save } from "../drafts/layout";
import { room } from "../drafts/room";
import { clock } from "./status";
import { View } from "./view";

class Drafts extends View {
  /** The draft whose further acts are shown. */
  #open = "";
  #versions: Save[] = [];

  protected override render(): TemplateResult {
    const { desk, t } = this;
    const { drawer } = desk;
    const words = t.draftsOn[drawer.storage];
    return html`<section class="card drafts">
      <h2>${t.drafts}</h2>
      ${words ? html`<p class="where ${drawer.storage}">${words}</p>` : nothing} ${this.#removed()}
      ${drawer.drafts.length === 0 ? html`<p class="muted">${t.noDrafts}</p>` : this.#list()}
      ${this.#room()}
    </section>`;
  }

  #removed(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const removed = desk.shelf.removed;
    return removed
      ? html`<p class="removed" role="status">
          ${t.removed(removed.name, removed.rows)}
          <button class="small" id="undo-remove" @click=${() => void desk.shelf.undoRemove()}>
            ${t.removeUndo}
          </button>
        </p>`
      : nothing;
  }

  #list(): TemplateResult {
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
          <th scope="col" class="number">${t.size}</th>
          <th scope="col">${t.acts}</th>
        </tr>
      </thead>
      <tbody>
        ${desk.drawer.drafts.map((draft) => [
          this.#draft(draft),
          draft.id === this.#open ? this.#further(draft) : nothing,
        ])}
      </tbody>
    </table>`;
  }

  #draft(draft: DraftInfo): TemplateResult {
    const { desk, t } = this;
    const name = desk.ledgers.nameOf(draft);
    const damaged = draft.state === "damaged";
    return html`<tr class=${damaged ? "damaged" : ""} data-draft=${draft.id}>
      <th scope="row">
        ${name} ${draft.state === "locked" ? html`<span class="tag">${t.locked}</span>` : nothing}
        ${damaged ? html`<span class="tag error">${t.damaged}</span>` : nothing}
        ${draft.name && draft.unit_name ? html`<br /><span class="muted">${draft.unit_name}</span>` : nothing}
      </th>
      ${draft.state === "locked" ? html`<td colspan="6"></td>` : this.#facts(draft)}
      <td class="acts">
        ${draft.state === "locked" ? this.#unlock(draft) : this.#acts(draft)}
        <button
          class="small danger"
          aria-label=${t.actOn(t.remove, name)}
          @click=${() => void desk.shelf.remove(draft)}
        >
          ${t.remove}
        </button>
      </td>
    </tr>`;
  }

  #facts(draft: DraftInfo): TemplateResult {
    const { t } = this;
    return html`<td>${draft.period}</td>
      <td class="number">${draft.rows}</td>
      <td class="number">${draft.errors}</td>
      <td class="number">${draft.warnings}</td>
      <td>${draft.saved_at ? clock(new Date(draft.saved_at)) : ""}</td>
      <td class="number">${t.sizeOf(Math.ceil(draft.chars / 1024))}</td>`;
  }

  #unlock(draft: DraftInfo): TemplateResult {
    const { desk, t } = this;
    return html`<button
      class="primary small"
      aria-label=${t.unlock(desk.ledgers.nameOf(draft))}
      @click=${() => void desk.ledgers.resume(draft)}
    >
      ${t.unlockIt}
    </button>`;
  }

  #acts(draft: DraftInfo): TemplateResult {
    const { desk, t } = this;
    const name = desk.ledgers.nameOf(draft);
    const damaged = draft.state === "damaged";
    const isOpen = draft.id === this.#open;
    return html`<button
        class="primary small"
        aria-label=${t.actOn(t.resume, name)}
        @click=${() => void desk.ledgers.resume(draft)}
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
        class="small"
        aria-expanded=${isOpen}
        aria-label=${t.actOn(isOpen ? t.less : t.more, name)}
        @click=${() => void this.#toggle(draft)}
      >
        ${isOpen ? t.less : t.more}
      </button>`;
  }

  #further(draft: DraftInfo): TemplateResult {
    const { desk, t } = this;
    const others = desk.drawer.drafts.filter(
      (one) => one.id !== draft.id && one.state !== "locked",
    );
    return html`<tr class="further">
      <td colspan="8">
        <form class="further-acts" @submit=${(event: Event) => this.#rename(event, draft)}>
          <label for="draft-name">${t.draftName}</label>
          <input id="draft-name" maxlength="40" .value=${draft.name || draft.unit_name} />
          <button class="small" id="rename-draft">${t.rename}</button>
          <button
            class="small"
            type="button"
            id="duplicate-draft"
            @click=${() => void desk.shelf.duplicate(draft)}
          >
            ${t.duplicate}
          </button>
        </form>
        <form class="further-acts" @submit=${(event: Event) => this.#lock(event, draft)}>
          <label for="lock-draft">${t.lockWith}</label>
          <input
            id="lock-draft"
            type="password"
            autocomplete="new-password"
            minlength="8"
            required
          />
          <label for="lock-again">${t.passphraseAgain}</label>
          <input id="lock-again" type="password" autocomplete="new-password" required />
          <button class="small" id="lock">${t.lock}</button>
          <span class="muted">${t.lockHint}</span>
        </form>
        ${
          others.length === 0
            ? nothing
            : html`<form
                class="further-acts"
                @submit=${(event: Event) => this.#compare(event, draft)}
              >
                <label for="compare-with">${t.compareWith}</label>
                <select id="compare-with">
                  ${others.map(
                    (one) =>
                      html`<option value=${one.id}>
                        ${desk.ledgers.nameOf(one)} ${one.period}
                        ${one.saved_at ? clock(new Date(one.saved_at)) : ""}
                      </option>`,
                  )}
                </select>
                <button class="small" id="compare-drafts">${t.compare}</button>
              </form>`
        }
        ${this.#history(draft)}
      </td>
    </tr>`;
  }

  #history(draft: DraftInfo): TemplateResult {
    const { desk, t } = this;
    const earlier = this.#versions.slice(1);
    return html`<h3>${t.versions}</h3>
      <p class="muted">${earlier.length === 0 ? t.noVersions : t.versionsHint}</p>
      <ol class="versions">
        ${earlier.map(
          ({ number, info }) =>
            html`<li data-version=${number}>
              <span
                >${clock(new Date(info.saved_at))} · ${t.rowsOf(info.rows)} ·
                ${t.errorsOf(info.errors)} · ${t.warningsOf(info.warnings)}</span
              >
              <button class="small" @click=${() => void desk.ledgers.restore(draft, number)}>
                ${t.restoreVersion}
              </button>
              <button class="small" @click=${() => void desk.ledgers.fork(draft, number)}>
                ${t.openVersion}
              </button>
              <button class="small" @click=${() => void desk.shelf.copy(draft, number)}>
                ${t.saveVersion}
              </button>
            </li>`,
        )}
      </ol>`;
  }

  /** How full the browser is, once there is something in it. */
  #room(): TemplateResult | typeof nothing {
    const { desk, t } = this;
    const measured = desk.drawer.hosted ? null : room();
    if (!measured || measured.used === 0) {
      return nothing;
    }
    const mega = (units: number) => (units / 1024 / 1024).toFixed(1);
    const { used, most, isShort } = measured;
    const percent = Math.round((100 * used) / most);
    return html`<p class="room ${isShort ? "short" : ""}" role=${isShort ? "alert" : nothing}>
      <meter min="0" max=${most} high=${0.8 * most} .value=${used} aria-hidden="true"></meter>
      ${t.roomUsed(mega(used), mega(most), percent)}
      ${isShort ? html`<strong>${t.roomShort}</strong>` : nothing}
    </p>`;
  }

  async #toggle(draft: DraftInfo): Promise<void> {
    this.#open = this.#open === draft.id ? "" : draft.id;
    this.#versions = [];
    this.requestUpdate();
    const versions = await this.desk.drawer.history(draft.id);
    // Another one may have been opened meanwhile.
    if (this.#open === draft.id) {
      this.#versions = versions;
      this.requestUpdate();
    }
  }

  #rename(event: Event, draft: DraftInfo): void {
    event.preventDefault();
    const box = this.querySelector<HTMLInputElement>("#draft-name");
    void this.desk.shelf.rename(draft, box?.value.trim() ?? "");
  }

  #lock(event: Event, draft: DraftInfo): void {
    event.preventDefault();
    const [first, again] = ["#lock-draft", "#lock-again"].map((id) =>
      this.querySelector<HTMLInputElement>(id)!,
    );
    again!.setCustomValidity(first!.value === again!.value ? "" : this.t.passphrasesDiffer);
    if (again!.reportValidity()) {
      this.#open = "";
      void this.desk.shelf.lock(draft, first!.value);
    }
  }

  #compare(event: Event, draft: DraftInfo): void {
    event.preventDefault();
    const box = this.querySelector<HTMLSelectElement>("#compare-with");
    const other = this.desk.drawer.drafts.find((one) => one.id === box?.value);
    if (other) {
      void this.desk.shelf.compare(draft, other);
    }
  }
}

customElements.define("al-drafts", Drafts);
