/** The one dialog: what a file was, what a paste would do, and questions before something is lost. */

import { html, nothing, type PropertyValues, type TemplateResult } from "lit";

import type { DraftInfo } from "../drafts/cabinet";
import type { Opened } from "../engine/contract";
import type { Notice } from "../notice";
import { goOnward } from "../onward";
import { paste as makePaste, previewOf } from "../pasting";
import { focusedIn } from "../stage";
import { keysTable } from "./keys";
import { comparison } from "./comparison";
import "./diagnosis";
import { pastePreview } from "./paste";
import { refusal, sheetChoice } from "./sheets";
import { clock } from "./status";
import { View } from "./view";

/** Those that were asked for, and tell of nothing that happened. */
const CALM: readonly Notice["kind"][] = ["paste", "keys", "diagnosis"];

class NoticeView extends View {
  #back: Element | null = null;
  #shown: Notice | null = null;

  protected override render(): TemplateResult {
    const notice = this.desk.notice;
    if (!notice) {
      return html``;
    }
    return html`<div class="veil" @mousedown=${this.#veil}>
      <div
        class="dialog"
        role=${CALM.includes(notice.kind) ? "dialog" : "alertdialog"}
        aria-modal="true"
        aria-labelledby="notice-title"
        tabindex="-1"
        @keydown=${this.#key}
      >
        ${this.#content(notice)}
      </div>
    </div>`;
  }

  /** The dialog takes the focus, and gives it back. */
  protected override updated(_: PropertyValues): void {
    const notice = this.desk.notice;
    if (notice === this.#shown) {
      return;
    }
    if (notice && !this.#shown) {
      this.#back = focusedIn(this);
    }
    const goesOn = notice?.kind === "paste" && this.#shown?.kind === "paste";
    this.#shown = notice;
    if (goesOn) {
      return;
    }
    if (notice) {
      const first = this.querySelector<HTMLElement>(".dialog-first");
      (first ?? this.querySelector<HTMLElement>(".dialog"))?.focus();
    } else if (this.#back instanceof HTMLElement && this.#back.isConnected) {
      this.#back.focus();
    }
  }

  #content(notice: Notice): TemplateResult {
    const { desk, t } = this;
    switch (notice.kind) {
      case "too_large":
        return this.#frame(
          t.cannotOpen(notice.name),
          html`<p>
              <code>L-01</code> ${t.tooLarge(mebibytes(notice.bytes), mebibytes(notice.most))}
            </p>
            <p>${desk.rule("L-01") ? desk.say(desk.rule("L-01")!.repair) : nothing}</p>
            <p class="muted">${t.workKept}</p>`,
          this.#close(t.close),
        );
      case "trouble":
        return this.#frame(
          t.trouble,
          html`<p>${notice.code ? html`<code>${notice.code}</code> ` : nothing}${notice.message}</p>
            <p class="muted">${t.troubleDetail}</p>`,
          this.#close(t.close),
        );
      case "ask":
        return this.#frame(
          notice.question,
          html`<p>${notice.detail}</p>`,
          html`<button class="danger" @click=${() => this.#then(notice.go)}>${notice.yes}</button
            >${this.#close(t.cancel)}`,
        );
      case "opened":
        return this.#opened(notice, nothing);
      case "damaged":
        return this.#opened(
          notice,
          html`<button @click=${() => desk.copy(notice.info)}>${t.saveRaw}</button>`,
        );
      case "keys":
        return this.#frame(t.grid.keysTitle, keysTable(desk), this.#close(t.close));
      case "diagnosis":
        return this.#frame(
          t.diagnosis.title,
          html`<al-diagnosis .desk=${desk}></al-diagnosis>`,
          this.#close(t.close),
        );
      case "busy":
        return this.#frame(t.opening(notice.name), html`<p>${t.openingDetail}</p>`, html``);
      case "held":
        return this.#frame(
          t.held(notice.name),
          html`<p>${t.heldDetail}</p>`,
          html`<button
              class="primary"
              @click=${() => this.#then(() => void desk.ledgers.takeOver(notice.info))}
            >
              ${t.takeOver}
            </button>
            <button @click=${() => this.#then(() => void desk.ledgers.fork(notice.info))}>
              ${t.fork}</button
            >${this.#close(t.cancel)}`,
        );
      case "given":
        return this.#frame(t.given, html`<p>${t.givenDetail}</p>`, this.#close(t.close));
      case "slept":
        return this.#frame(
          t.slept,
          html`<p>${t.sleptDetail(notice.name)}</p>`,
          this.#close(t.close),
        );
      case "unlock":
        return this.#frame(
          t.unlock(desk.ledgers.nameOf(notice.info)),
          html`${notice.wrong ? html`<p role="alert"><strong>${t.wrongPassphrase}</strong></p>` : nothing}
            <form id="unlock" @submit=${(event: Event) => this.#unlock(event, notice.info)}>
              <label for="passphrase">${t.passphrase}</label>
              <input
                id="passphrase"
                class="dialog-first"
                type="password"
                autocomplete="current-password"
                required
              />
            </form>`,
          html`<button class="primary" form="unlock">${t.unlockIt}</button>
            <button class="dialog-escape" @click=${() => this.#then(() => undefined)}>
              ${t.cancel}
            </button>`,
        );
      case "busy_elsewhere":
        return this.#frame(
          t.held(t.lockedDraft),
          html`<p>${t.closeElsewhere}</p>`,
          this.#close(t.close),
        );
      case "compared":
        return this.#frame(
          t.compared(...notice.names),
          comparison(desk, notice.comparison),
          this.#close(t.close),
        );
      case "came_back":
        return this.#frame(
          t.cameBack(notice.name),
          html`<p>${t.cameBackFrom(time(notice.loss.newest), time(notice.loss.back))}</p>`,
          this.#close(t.close),
        );
      case "newer":
        return this.#frame(
          t.newerFound(time(notice.at)),
          html`<p>${t.newerFoundDetail}</p>`,
          html`<button class="primary" @click=${() => this.#then(notice.take)}>
              ${t.takeNewer}</button
            >${this.#close(t.keepThis)}`,
        );
      case "onward":
        return this.#onward(notice);
      case "paste":
        return this.#paste(notice);
      case "sheets":
        return this.#frame(
          t.exchange.chooseSheet(notice.name),
          sheetChoice(desk, notice.sheets, (sheet) => this.#then(() => notice.take(sheet))),
          html`<button class="dialog-escape" @click=${() => this.#then(() => undefined)}>
            ${t.cancel}
          </button>`,
        );
      case "refused":
        return this.#frame(
          t.cannotOpen(notice.name),
          refusal(desk, notice.code, notice.words),
          this.#close(t.close),
        );
      case "working":
        return this.#frame(
          notice.title,
          html`<progress aria-label=${notice.title}></progress>`,
          html`<button class="dialog-first" @click=${notice.cancel}>${t.cancel}</button>`,
        );
    }
  }

  #onward({ handed, isSubmission }: Notice & { kind: "onward" }): TemplateResult {
    const { desk, t } = this;
    const { unit, period, revision, rows } = handed;
    const go = (how: "next" | "amend") => () => this.#then(() => void goOnward(desk, handed, how));
    return this.#frame(
      t.onwardTitle(unit || t.noUnit, period, revision),
      html`<p>${t.onwardDetail(rows)}</p>
        ${isSubmission ? nothing : html`<p class="muted">${t.onwardOnlyNext}</p>`}`,
      html`<button class="primary dialog-first" id="onward-next" @click=${go("next")}>
          ${t.onwardNext}
        </button>
        ${
          isSubmission
            ? html`<button id="onward-amend" @click=${go("amend")}>
                ${t.onwardAmend(revision + 1)}
              </button>`
            : nothing
        }
        <button @click=${() => this.#then(() => undefined)}>${t.cancel}</button>`,
    );
  }

  #frame(title: string, body: TemplateResult, actions: TemplateResult): TemplateResult {
    return html`<h2 id="notice-title">${title}</h2>
      <div class="dialog-body">${body}</div>
      <div class="dialog-actions">${actions}</div>`;
  }

  #close(label: string): TemplateResult {
    return html`<button class="dialog-first" @click=${() => this.#then(() => undefined)}>
      ${label}
    </button>`;
  }

  #opened(
    notice: Extract<Notice, { kind: "opened" | "damaged" }>,
    more: TemplateResult | typeof nothing,
  ): TemplateResult {
    const { desk, t } = this;
    const { opened, session } = notice;
    const lost = notice.kind === "damaged" ? notice.loss?.rows : null;
    const title = notice.kind === "damaged" ? t.draftDamaged(notice.name) : titleOf(t, notice);
    return this.#frame(
      title,
      html`${this.#faults(opened)}
        <p>
          ${opened.rows === 0 ? t.nothingRead : t.rowsRead(opened.rows)}
          ${lost ? html`<strong>${t.rowsLost(lost)}</strong>` : nothing}
        </p>
        <p class="muted">${notice.kind === "damaged" ? t.draftKept : t.workKept}</p>`,
      html`${
          opened.rows === 0 && !opened.whole
            ? nothing
            : html`<button
                class="primary"
                id="open-anyway"
                @click=${() => this.#then(() => void desk.ledgers.accept(session))}
              >
                ${opened.whole && !lost ? t.openIt : t.openWhatIsRead(opened.rows)}
              </button>`
        }
        ${more}
        <button
          class="dialog-first"
          @click=${() =>
            this.#then(() => {
              session.free();
            })}
        >
          ${t.doNotOpen}
        </button>`,
    );
  }

  #faults(opened: Opened): TemplateResult {
    const { desk, t } = this;
    return html`<ul class="faults">
      ${opened.findings.map(
        (fault) =>
          html`<li>
            <code>${fault.code}</code> ${desk.say(fault.message)}<br /><span class="muted"
              >${t.whatToDo}${desk.say(desk.rule(fault.code)!.repair)}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  #paste(notice: Extract<Notice, { kind: "paste" }>): TemplateResult {
    const { desk, t } = this;
    const { paste, preview, from } = notice;
    return this.#frame(
      from ? t.exchange.toImport(from.name, preview.rows) : t.toPaste(preview.rows),
      pastePreview(desk, preview, from?.told ?? [], (columns) => {
        const settled = { ...paste, columns };
        const next = previewOf(desk, settled);
        if (next) {
          desk.show({ ...notice, paste: settled, preview: next });
        }
      }),
      html`<button class="dialog-escape" @click=${() => this.#then(() => undefined)}>
          ${t.cancel}</button
        ><button
          class="dialog-first primary"
          @click=${() => this.#then(() => makePaste(desk, paste))}
        >
          ${from ? t.exchange.importIt : t.pasteIt}
        </button>`,
    );
  }

  #unlock(event: Event, info: DraftInfo): void {
    event.preventDefault();
    const passphrase = this.querySelector<HTMLInputElement>("#passphrase")?.value ?? "";
    this.#then(() => void this.desk.ledgers.unlock(info, passphrase));
  }

  #then(act: () => void): void {
    this.desk.show(null);
    act();
  }

  #veil(event: MouseEvent): void {
    if (event.target === event.currentTarget) {
      event.preventDefault();
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      const escape = this.querySelector<HTMLElement>(".dialog-escape");
      (escape ?? this.querySelector<HTMLElement>(".dialog-first"))?.click();
    } else if (event.key === "Enter" && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      this.querySelector<HTMLElement>(".dialog-first")?.click();
    } else if (event.key === "Tab") {
      this.#wrap(event);
    }
  }

  /** Tab stays within the dialog. */
  #wrap(event: KeyboardEvent): void {
    const stops = [...this.querySelectorAll<HTMLElement>("button, a[href], input, select")];
    const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
    const other = event.shiftKey ? stops[stops.length - 1] : stops[0];
    const focused = focusedIn(this);
    if (focused === edge || !this.contains(focused)) {
      event.preventDefault();
      other?.focus();
    }
  }
}

function titleOf(t: View["desk"]["t"], notice: Extract<Notice, { kind: "opened" | "damaged" }>) {
  return notice.opened.whole ? t.openedWith(notice.name) : t.cannotOpen(notice.name);
}

/** A moment, as it is stored, for people; empty where it is not known. */
function time(at: string): string {
  return at && clock(new Date(at));
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}

customElements.define("al-notice", NoticeView);
