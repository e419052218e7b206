/** The dialogs with much in them: what a file was, what a paste would do, what is known of a draft. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { DraftInfo } from "../drafts/cabinet";
import type { Opened } from "../engine/contract";
import type { Messages } from "../locale";
import type { Notice } from "../notice";
import { goOnward } from "../onward";
import { paste as makePaste, previewOf } from "../pasting";
import { comparison } from "./comparison";
import "./diagnosis";
import { act, closing, frame, type Dialog, type LaterNotice } from "./dialog";
import { keysTable } from "./keys";
import { pastePreview } from "./paste";
import { refusal, sheetChoice } from "./sheets";

export function dialogOf(desk: Desk, notice: LaterNotice): Dialog {
  const { t } = desk;
  switch (notice.kind) {
    case "opened":
      return opened(desk, notice, nothing);
    case "damaged":
      return opened(
        desk,
        notice,
        html`<button @click=${() => desk.copy(notice.info)}>${t.saveRaw}</button>`,
      );
    case "keys":
      return frame(t.grid.keysTitle, keysTable(desk), closing(desk, t.close));
    case "diagnosis":
      return frame(
        t.diagnosis.title,
        html`<al-diagnosis .desk=${desk}></al-diagnosis>`,
        closing(desk, t.close),
      );
    case "unlock":
      return frame(
        t.unlock(desk.ledgers.nameOf(notice.info)),
        html`${notice.wrong ? html`<p role="alert"><strong>${t.wrongPassphrase}</strong></p>` : nothing}
          <form id="unlock" @submit=${(event: Event) => unlock(desk, event, notice.info)}>
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
          <button class="dialog-escape" @click=${() => act(desk, () => undefined)}>
            ${t.cancel}
          </button>`,
      );
    case "compared":
      return frame(
        t.compared(...notice.names),
        comparison(desk, notice.comparison),
        closing(desk, t.close),
      );
    case "onward":
      return onward(desk, notice);
    case "paste":
      return pasting(desk, notice);
    case "sheets":
      return frame(
        t.exchange.chooseSheet(notice.name),
        sheetChoice(desk, notice.sheets, (sheet) => act(desk, () => notice.take(sheet))),
        html`<button class="dialog-escape" @click=${() => act(desk, () => undefined)}>
          ${t.cancel}
        </button>`,
      );
    case "refused":
      return frame(
        t.cannotOpen(notice.name),
        refusal(desk, notice.code, notice.words),
        closing(desk, t.close),
      );
  }
}

function onward(desk: Desk, { handed, isSubmission }: Notice & { kind: "onward" }): Dialog {
  const { t } = desk;
  const { unit, period, revision, rows } = handed;
  const go = (how: "next" | "amend") => () => act(desk, () => void goOnward(desk, handed, how));
  return frame(
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
      <button @click=${() => act(desk, () => undefined)}>${t.cancel}</button>`,
  );
}

function opened(
  desk: Desk,
  notice: Extract<Notice, { kind: "opened" | "damaged" }>,
  more: TemplateResult | typeof nothing,
): Dialog {
  const { t } = desk;
  const { session } = notice;
  const { findings, rows, whole } = notice.opened;
  const lost = notice.kind === "damaged" ? notice.loss?.rows : null;
  const title = notice.kind === "damaged" ? t.draftDamaged(notice.name) : titleOf(t, notice);
  return frame(
    title,
    html`${faults(desk, findings)}
      <p>
        ${rows === 0 ? t.nothingRead : t.rowsRead(rows)}
        ${lost ? html`<strong>${t.rowsLost(lost)}</strong>` : nothing}
      </p>
      <p class="muted">${notice.kind === "damaged" ? t.draftKept : t.workKept}</p>`,
    html`${
        rows === 0 && !whole
          ? nothing
          : html`<button
              class="primary"
              id="open-anyway"
              @click=${() => act(desk, () => void desk.ledgers.accept(session))}
            >
              ${whole && !lost ? t.openIt : t.openWhatIsRead(rows)}
            </button>`
      }
      ${more}
      <button
        class="dialog-first"
        @click=${() =>
          act(desk, () => {
            session.free();
          })}
      >
        ${t.doNotOpen}
      </button>`,
  );
}

function faults(desk: Desk, findings: Opened["findings"]): TemplateResult {
  const { t } = desk;
  return html`<ul class="faults">
    ${findings.map(
      (fault) =>
        html`<li>
          <code>${fault.code}</code> ${desk.say(fault.message)}<br /><span class="muted"
            >${t.whatToDo}${desk.say(desk.rule(fault.code)!.repair)}</span
          >
        </li>`,
    )}
  </ul>`;
}

function pasting(desk: Desk, notice: Extract<Notice, { kind: "paste" }>): Dialog {
  const { t } = desk;
  const { paste, preview, from } = notice;
  return frame(
    from ? t.exchange.toImport(from.name, preview.rows) : t.toPaste(preview.rows),
    pastePreview(desk, preview, from?.told ?? [], (columns) => {
      const settled = { ...paste, columns };
      const next = previewOf(desk, settled);
      if (next) {
        desk.show({ ...notice, paste: settled, preview: next });
      }
    }),
    html`<button class="dialog-escape" @click=${() => act(desk, () => undefined)}>
        ${t.cancel}</button
      ><button class="dialog-first primary" @click=${() => act(desk, () => makePaste(desk, paste))}>
        ${from ? t.exchange.importIt : t.pasteIt}
      </button>`,
  );
}

function unlock(desk: Desk, event: Event, info: DraftInfo): void {
  event.preventDefault();
  const form = event.currentTarget as HTMLFormElement;
  const passphrase = form.querySelector<HTMLInputElement>("#passphrase")?.value ?? "";
  act(desk, () => void desk.ledgers.unlock(info, passphrase));
}

function titleOf(t: Messages, notice: Extract<Notice, { kind: "opened" | "damaged" }>) {
  return notice.opened.whole ? t.openedWith(notice.name) : t.cannotOpen(notice.name);
}
