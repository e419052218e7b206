/** `<arrears-ledger>`: the whole ledger as an element. */

import { html, render, type TemplateResult } from "lit";

import type { Desk, Turn } from "../../desk";
import type { Finding, Overview, Session, Submission } from "../../engine/contract";
import { messageOf } from "../../engine/errors";
import type { Step } from "../../steps";
import "../../views/app";
import { draw, reasons, topOf } from "./drawn";
import { beginAs, closeDesk, openDesk } from "./open";
import { own } from "./owned";
import type { ArrearsLedgerEventMap } from "./public";
import { DECIDING, SettingsElement } from "./settings";
import { ElementStage } from "./stage";
import { FormValue, watchForm } from "./value";

export class LedgerElement extends SettingsElement {
  static readonly formAssociated = true;
  static readonly observedAttributes = ["locale", ...DECIDING];

  readonly #internals = "attachInternals" in this ? this.attachInternals() : null;
  readonly #value = new FormValue({
    host: this,
    internals: this.#internals,
    name: () => this.name,
    submission: () => this.#submission(),
    left: () => this.#left(),
  });
  #desk: Desk | null = null;
  #ends: (() => void)[] = [];
  /** Counts starts: one that was overtaken by another gives up. */
  #start = 0;
  #isTakingBack = false;
  #ready: Promise<void> = Promise.resolve();
  /** A change of settings, or a removal, waits for those that come with it. */
  #isDue = false;

  // ---- life

  connectedCallback(): void {
    this.takeUp(["campaign", "prefill", "store", "unit", "period", "readOnlyFields"]);
    this.takeUp(["storage", "locale", "name", "parts"]);
    // What is wrong with a form is shown at what can have the focus.
    if (!this.hasAttribute("tabindex")) {
      this.tabIndex = -1;
    }
    this.#due();
  }

  /** An element that is moved is taken out and put in again: that is no end. */
  disconnectedCallback(): void {
    this.#due();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === "locale") {
      this.#desk?.set({ lang: this.locale });
    } else if (before !== now) {
      this.decided();
    }
  }

  protected override decided(): void {
    if (this.#desk || this.#ends.length !== 0) {
      this.#end();
    }
    this.#due();
  }

  #due(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      this.#ready = Promise.resolve().then(() => {
        this.#isDue = false;
        return this.#settle();
      });
      // Whoever wants to know asks `ready`; the element says it by itself.
      this.#ready.catch(() => undefined);
    }
  }

  async #settle(): Promise<void> {
    if (!this.isConnected) {
      this.#end();
    } else if (!this.#desk) {
      await this.#begin();
    }
  }

  async #begin(): Promise<void> {
    this.#start += 1;
    const start = this.#start;
    const top = topOf(this);
    try {
      const wanted = this.wanted();
      const stage = new ElementStage(this, {
        arrived: (step) => this.#tell("ledger-step", { step }),
        handsOver: (submission) => this.#tell("ledger-submit", { submission }),
      });
      const desk = await openDesk(wanted, stage);
      if (start !== this.#start || !this.isConnected) {
        closeDesk(desk);
        return;
      }
      this.#desk = desk;
      own(this, { desk, stage });
      this.#ends = [
        desk.turns.add((turn) => this.#turned(turn)),
        this.#watchSaving(desk),
        this.#watchForm(),
        draw(this, { desk, stage }, this.#view(desk)),
      ];
      await beginAs(desk, wanted);
      this.#tell("ledger-ready", {});
    } catch (error) {
      const why = messageOf(error);
      render(html`<p role="alert">清欠台账无法启动：${why} / The ledger cannot start.</p>`, top);
      throw error;
    }
  }

  #view(desk: Desk): TemplateResult {
    return this.parts
      ? html`<al-notice .desk=${desk}></al-notice>${reasons(desk)}`
      : html`<al-app part="app" .desk=${desk}></al-app>`;
  }

  #end(): void {
    this.#start += 1;
    const desk = this.#desk;
    this.#ends
      .splice(0)
      .reverse()
      .forEach((end) => end());
    if (desk) {
      own(this, null);
      closeDesk(desk);
      this.#desk = null;
      this.#value.end();
    }
  }

  // ---- told

  #tell<K extends keyof ArrearsLedgerEventMap>(
    type: K,
    detail: ArrearsLedgerEventMap[K]["detail"],
  ): boolean {
    const about = { detail, bubbles: true, composed: true, cancelable: true };
    return this.dispatchEvent(new CustomEvent(type, about));
  }

  #turned(change: Turn): void {
    this.#value.touch(topOf(this).querySelector<HTMLElement>("#main") ?? undefined);
    if (this.#isTakingBack) {
      return;
    }
    if (!this.#tell("ledger-change", { change, overview: this.overview }) && change) {
      // Those who are told of the change have to hear of it before it is gone.
      void Promise.resolve().then(() => {
        this.#isTakingBack = true;
        this.#desk?.undo();
        this.#isTakingBack = false;
      });
    }
  }

  #watchSaving(desk: Desk): () => void {
    let before = desk.saving.state;
    return desk.views.add(() => {
      const now = desk.saving.state;
      const { draft } = desk;
      if (now === before) {
        return;
      }
      if (now.state === "saved" && before.state !== "none") {
        this.#tell("draft-saved", { draft, at: now.at });
      } else if (now.state === "failed") {
        this.#tell("draft-failed", { draft, why: now.why });
      }
      before = now;
    });
  }

  /** The form around it is handed in: with the ledger as it stands, or not while something is left. */
  #watchForm(): () => void {
    return watchForm(this, {
      put: () => this.#value.put(),
      isRefused: () => this.go("check"),
    });
  }

  #submission(): Submission | null {
    const { session, overview } = this.#desk ?? {};
    return session && overview?.ready ? session.submission() : null;
  }

  #left(): string {
    const { overview, t } = this.#desk ?? {};
    if (!t || overview?.ready) {
      return "";
    }
    const { errors, warnings } = overview?.counts ?? { errors: 0, warnings: 0 };
    return overview ? `${t.errorsOf(errors)}，${t.warningsOf(warnings)}` : t.nothingToSave;
  }

  // ---- asked

  get ready(): Promise<void> {
    return this.#ready;
  }

  get form(): HTMLFormElement | null {
    return this.#internals ? this.#internals.form : this.closest("form");
  }

  get value(): string {
    return this.#submission()?.text ?? "";
  }

  get session(): Session | null {
    return this.#desk?.session ?? null;
  }

  get overview(): Overview | null {
    return this.#desk?.overview ?? null;
  }

  get findings(): readonly Finding[] {
    return this.#desk?.findings.all() ?? [];
  }

  get step(): Step {
    return this.#desk?.step ?? "home";
  }

  go(step: Step): void {
    this.#desk?.go(step);
  }

  begin(): void {
    this.#desk?.begin();
  }

  async open(file: File): Promise<void> {
    await this.#desk?.open(file);
  }

  async flush(): Promise<void> {
    await this.#desk?.saving.flush();
  }

  checkValidity(): boolean {
    return this.#internals ? this.#internals.checkValidity() : this.#left() === "";
  }

  reportValidity(): boolean {
    return this.#internals ? this.#internals.reportValidity() : this.#left() === "";
  }
}
