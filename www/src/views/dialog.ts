/** What a dialog is, and those that are said at any time. */

import { html, nothing, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Notice } from "../notice";
import { clock } from "./status";

export interface Dialog {
  title: string;
  body: TemplateResult;
  actions: TemplateResult;
}

const PLAIN = [
  "trouble",
  "ask",
  "busy",
  "working",
  "too_large",
  "held",
  "given",
  "slept",
  "busy_elsewhere",
  "came_back",
  "newer",
] as const;

type Plain = Extract<Notice, { kind: (typeof PLAIN)[number] }>;
/** Those that come with the views that come later. */
export type LaterNotice = Exclude<Notice, Plain>;

export function isPlain(notice: Notice): notice is Plain {
  return (PLAIN as readonly string[]).includes(notice.kind);
}

export function plainDialog(desk: Desk, notice: Plain): Dialog {
  const { t } = desk;
  switch (notice.kind) {
    case "trouble":
      return frame(
        t.trouble,
        html`<p>${notice.code ? html`<code>${notice.code}</code> ` : nothing}${notice.message}</p>
          <p class="muted">${t.troubleDetail}</p>`,
        closing(desk, t.close),
      );
    case "ask":
      return frame(
        notice.question,
        html`<p>${notice.detail}</p>`,
        html`<button class="danger" @click=${() => act(desk, notice.go)}>${notice.yes}</button
          >${closing(desk, t.cancel)}`,
      );
    case "busy":
      return frame(t.opening(notice.name), html`<p>${t.openingDetail}</p>`, html``);
    case "too_large":
      return frame(
        t.cannotOpen(notice.name),
        html`<p><code>L-01</code> ${t.tooLarge(mebibytes(notice.bytes), mebibytes(notice.most))}</p>
          <p>${desk.rule("L-01") ? desk.say(desk.rule("L-01")!.repair) : nothing}</p>
          <p class="muted">${t.workKept}</p>`,
        closing(desk, t.close),
      );
    case "held":
      return frame(
        t.held(notice.name),
        html`<p>${t.heldDetail}</p>`,
        html`<button
            class="primary"
            @click=${() => act(desk, () => void desk.ledgers.takeOver(notice.info))}
          >
            ${t.takeOver}
          </button>
          <button @click=${() => act(desk, () => void desk.ledgers.fork(notice.info))}>
            ${t.fork}</button
          >${closing(desk, t.cancel)}`,
      );
    case "given":
      return frame(t.given, html`<p>${t.givenDetail}</p>`, closing(desk, t.close));
    case "slept":
      return frame(t.slept, html`<p>${t.sleptDetail(notice.name)}</p>`, closing(desk, t.close));
    case "busy_elsewhere":
      return frame(t.held(t.lockedDraft), html`<p>${t.closeElsewhere}</p>`, closing(desk, t.close));
    case "came_back":
      return frame(
        t.cameBack(notice.name),
        html`<p>${t.cameBackFrom(time(notice.loss.newest), time(notice.loss.back))}</p>`,
        closing(desk, t.close),
      );
    case "newer":
      return frame(
        t.newerFound(time(notice.at)),
        html`<p>${t.newerFoundDetail}</p>`,
        html`<button class="primary" @click=${() => act(desk, notice.take)}>${t.takeNewer}</button
          >${closing(desk, t.keepThis)}`,
      );
    case "working":
      return frame(
        notice.title,
        html`<progress aria-label=${notice.title}></progress>`,
        html`<button class="dialog-first" @click=${notice.cancel}>${t.cancel}</button>`,
      );
  }
}

export function frame(title: string, body: TemplateResult, actions: TemplateResult): Dialog {
  return { title, body, actions };
}

/** The button that only closes: the first to have the focus, or the one that Escape presses. */
export function closing(
  desk: Desk,
  label: string,
  as: "dialog-first" | "dialog-escape" = "dialog-first",
): TemplateResult {
  return html`<button class=${as} @click=${() => act(desk, () => undefined)}>${label}</button>`;
}

/** Closes the dialog, and then does it. */
export function act(desk: Desk, act: () => void): void {
  desk.show(null);
  act();
}

/** A moment, as it is stored, for people; empty where it is not known. */
function time(at: string): string {
  return at && clock(new Date(at));
}

function mebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
