/** The one dialog: its frame, its keys, its focus. */

import { html, type PropertyValues, type TemplateResult } from "lit";

import type { Notice } from "../notice";
import { focusedIn } from "../stage";
import { closing, frame, isPlain, plainDialog, type Dialog } from "./dialog";
import { laterNow, withLater } from "./later";
import { View } from "./view";

/** Those that were asked for, and tell of nothing that happened. */
const CALM: readonly Notice["kind"][] = ["paste", "keys", "diagnosis"];

class NoticeView extends View {
  #back: Element | null = null;
  #shown: Notice | null = null;
  /** What it is to say is still coming. */
  #isComing = false;

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
        ${this.#framed(this.#dialog(notice))}
      </div>
    </div>`;
  }

  /** The dialog takes the focus, and gives it back. */
  protected override updated(_: PropertyValues): void {
    const notice = this.desk.notice;
    const hasCome = this.#isComing && laterNow() !== null;
    this.#isComing = notice !== null && !isPlain(notice) && laterNow() === null;
    if (notice === this.#shown) {
      if (hasCome && notice) {
        this.#takeFocus();
      }
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
      this.#takeFocus();
    } else if (this.#back instanceof HTMLElement && this.#back.isConnected) {
      this.#back.focus();
    }
  }

  #takeFocus(): void {
    const first = this.querySelector<HTMLElement>(".dialog-first");
    (first ?? this.querySelector<HTMLElement>(".dialog"))?.focus();
  }

  #dialog(notice: Notice): Dialog {
    const { desk, t } = this;
    if (isPlain(notice)) {
      return plainDialog(desk, notice);
    }
    return (
      laterNow()?.dialogOf(desk, notice) ??
      // Whoever is quick with Enter does not close what is still coming.
      frame(
        t.product,
        withLater(desk, () => html``),
        closing(desk, t.close, "dialog-escape"),
      )
    );
  }

  #framed({ title, body, actions }: Dialog): TemplateResult {
    return html`<h2 id="notice-title">${title}</h2>
      <div class="dialog-body">${body}</div>
      <div class="dialog-actions">${actions}</div>`;
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

customElements.define("al-notice", NoticeView);
