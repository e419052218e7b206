/** The line that is always there: what is saved, where, and since when. */

import { html, nothing, type TemplateResult } from "lit";

import { rememberPlace } from "../offline/returning";
import type { Kept } from "../saving";
import { writeAll } from "./typing";
import { View } from "./view";

class Status extends View {
  protected override render(): TemplateResult {
    const { desk, t } = this;
    const counts = desk.overview?.counts;
    return html`<footer class="status">
      <span class="status-saved ${desk.saving.state.state}" data-saved=${desk.saving.state.state}
        >${this.#saved()}</span
      >
      ${
        desk.session
          ? html`<button class="plain" @click=${() => desk.copy(null)}>${t.saveCopy}</button>`
          : nothing
      }
      <span class="status-space"></span>
      ${
        desk.updates.waits
          ? html`<button class="small" id="update" @click=${() => void this.#update()}>
              ${t.updateNow}
            </button>`
          : nothing
      }
      ${
        desk.session && counts
          ? html`<span class="status-counts"
              >${t.rowsOf(desk.overview?.rows ?? 0)} · ${t.errorsOf(counts.errors)} ·
              ${t.warningsOf(counts.warnings)}</span
            >`
          : nothing
      }
      <button class="plain" id="diagnosis" @click=${() => desk.show({ kind: "diagnosis" })}>
        ${t.diagnosis.name}
      </button>
      <span class="status-version">${t.version(desk.catalogue.version)}</span>
    </footer>`;
  }

  #on(on: Kept): (time: string) => string {
    const { desk, t } = this;
    if (desk.drawer.hosted) {
      return t.savedOnHost;
    }
    if (desk.isLocked) {
      return t.savedLocked;
    }
    return { all: t.savedAt, quick: t.savedQuick, safe: t.savedSafe }[on];
  }

  /** What is typed is saved first; where it cannot be, the clerk decides. */
  async #update(): Promise<void> {
    const { desk, t } = this;
    const go = () => {
      rememberPlace(desk);
      desk.updates.apply();
    };
    writeAll();
    await desk.saving.flush();
    if (desk.session && desk.saving.state.state === "failed") {
      const [question, detail, yes] = [t.leaveUnsaved, t.leaveUnsavedDetail, t.leave];
      desk.show({ kind: "ask", question, detail, yes, go });
    } else {
      go();
    }
  }

  #saved(): string {
    const { desk, t } = this;
    if (!desk.session) {
      return desk.drawer.storage === "forbidden" ? t.storageForbidden : t.draftsLiveHere;
    }
    const state = desk.saving.state;
    switch (state.state) {
      case "none":
        return desk.drawer.storage === "forbidden" ? t.storageForbidden : t.nothingToSave;
      case "waiting":
        return t.notSaved;
      case "saved":
        return this.#on(state.on)(clock(state.at));
      case "failed":
        return t.saveFailed[state.why];
    }
  }
}

/** 14:03:21, and the day where it was not today. */
export function clock(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
  return at.toDateString() === new Date().toDateString() ? time : `${day(at)} ${time}`;
}

function day(at: Date): string {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
}

customElements.define("al-status", Status);
