/** A form and a session kept in step: what is typed is checked, what is found is shown. */

import type { Change, Finding, Lang, Overview, Submission } from "../../engine/contract";
import type { Session } from "../index";
import { type Control, putIn, textIn } from "./control";
import type { Drafts } from "./drafts";
import { tell } from "./events";
import { isSame, type Layout, layoutOf, type Spot, strayed } from "./layout";
import { Ledger } from "./ledger";
import { isOpen, Messages } from "./messages";
import type { Place } from "./names";
import { addRow, listenToRows } from "./rows";
import { Summary, type Told } from "./summary";

/** What is settled before a form is bound. */
export interface Settled {
  lang: Lang;
  /** The portal's names of fields, and ours. */
  names: Readonly<Record<string, string>>;
  summary: HTMLElement | null;
  /** Makes the form so many debts long; without it, its template does. */
  rows: ((count: number) => void | Promise<void>) | null;
  /** What the submission is called among the form's fields; empty for not at all. */
  submission: string;
}

/** What a control said when it was last read, and what the session made of it. */
interface Known {
  place: Place;
  sent: string;
  got: string;
}

export class Binding {
  drafts: Drafts | null = null;
  overview: Overview;
  readonly #findings = new Map<string, Finding>();
  readonly #known = new WeakMap<Control, Known>();
  /** Controls that the clerk has been in: nobody is blamed for what was not yet reached. */
  readonly #reached = new WeakSet<Control>();
  readonly #messages = new Messages();
  readonly #summary: Summary | null;
  readonly #observer = new MutationObserver(() => this.sync());
  readonly #ends: (() => void)[] = [];
  #layout: Layout;
  #shownAll = false;
  #isWriting = false;
  /** A button is held down: what moves now would move it away from under the mouse. */
  #isPressed = false;
  #isWithheld = false;
  #hasChanged = false;
  /** What a form of the portal's own was before. */
  readonly #wasUnchecked: boolean;

  constructor(
    readonly form: HTMLFormElement,
    readonly ledger: Ledger,
    private readonly settled: Settled,
  ) {
    this.overview = ledger.session.overview();
    this.#reset();
    this.#layout = this.#read();
    this.#summary =
      settled.summary &&
      new Summary(settled.summary, settled.lang, (finding, reason) =>
        this.confirm([finding.id], reason),
      );
    this.#wasUnchecked = form.noValidate;
    // The browser's bubble shows one message and stops the event that shows them all.
    form.noValidate = true;
  }

  get session(): Session {
    return this.ledger.session;
  }

  get findings(): Finding[] {
    return [...this.#findings.values()];
  }

  // ---- in step

  /** What a draft holds goes into the form, which is made as long as it is. */
  async restore(): Promise<void> {
    await this.#lengthen(this.overview.rows);
    this.#layout = this.#read();
    this.ledger.take(this.#layout);
    this.#showTexts(() => true);
    this.#begin();
  }

  /** What the form holds goes into the session; `prefill` may write more, and comes back. */
  async start(prefill: () => void): Promise<void> {
    this.sync();
    prefill();
    this.ledger.forgetTexts();
    this.overview = this.session.overview();
    await this.#lengthen(this.overview.rows);
    this.#layout = this.#read();
    this.ledger.take(this.#layout);
    this.#showTexts(() => true);
    this.#reset();
    this.#begin();
  }

  /** Reads the whole form anew: fields and debts may have come, gone or moved. */
  sync(): void {
    if (this.#isWriting) {
      return;
    }
    const before = this.#layout;
    this.#layout = this.#read();
    this.ledger.align(this.#layout);
    strayed(before, this.#layout).forEach((place) => this.ledger.write(place, ""));
    this.#layout.spots.forEach((spot) => this.#send(spot));
    this.#settle();
  }

  /** The engine changed something; the binding calls this through the ledger. */
  readonly changed = (change: Change): void => {
    this.#hasChanged = true;
    this.overview = change.overview;
    if (change.reload_findings) {
      this.#reset();
      return;
    }
    change.removed.forEach((id) => this.#findings.delete(id));
    change.added.forEach((finding) => this.#findings.set(finding.id, finding));
  };

  #reset(): void {
    this.#findings.clear();
    this.session.findings().forEach((finding) => this.#findings.set(finding.id, finding));
  }

  #read(): Layout {
    const layout = layoutOf(this.form, this.settled.names);
    return { ...layout, spots: layout.spots.filter(({ place }) => this.ledger.knows(place)) };
  }

  /** What stands in a control goes into its cell. */
  #send({ place, controls }: Spot): void {
    const [first] = controls;
    const text = textIn(controls);
    if (!first || text === null) {
      return;
    }
    const known = this.#known.get(first);
    if (known?.sent !== text || !isSame(known.place, place)) {
      this.ledger.write(place, text);
      this.#known.set(first, { place, sent: text, got: this.ledger.text(place) });
    }
  }

  /** After changes: what the engine filled in is shown, then what it found. */
  #settle(): void {
    if (this.#hasChanged) {
      this.#hasChanged = false;
      this.#showTexts(({ controls: [first], place }) => {
        const known = first && this.#known.get(first);
        return this.ledger.text(place) !== (known?.got ?? "");
      });
      this.drafts?.touch();
      const { overview, findings } = this;
      if (!tell(this.form, "ledger-change", { overview, findings })) {
        return;
      }
    }
    this.#showFindings();
  }

  #showTexts(isAsked: (spot: Spot) => boolean): void {
    this.#isWriting = true;
    for (const spot of this.#layout.spots.filter(isAsked)) {
      const { place, controls } = spot;
      const text = this.ledger.text(place);
      putIn(controls, text, (value) => this.ledger.printed(place, value));
      if (controls[0]) {
        this.#known.set(controls[0], { place, sent: textIn(controls) ?? "", got: text });
      }
    }
    this.#isWriting = false;
  }

  async #lengthen(count: number): Promise<void> {
    const missing = () => count - this.#read().entries.length;
    if (0 < missing() && this.settled.rows) {
      await this.settled.rows(count);
    }
    while (!this.settled.rows && 0 < missing() && addRow(this.form)) {
      // One more each time.
    }
    if (0 < missing()) {
      const message = `the form has no room for ${count} debts: it needs a template, or \`rows\``;
      throw Object.assign(new Error(message), { code: "rows" });
    }
  }

  // ---- shown

  #showFindings(): void {
    this.#isWithheld = this.#isPressed;
    if (this.#isPressed) {
      return;
    }
    const { lang } = this.settled;
    for (const spot of this.#layout.spots) {
      const findings = this.#of(spot);
      const isReached = spot.controls.some((control) => this.#reached.has(control));
      this.#messages.tell(spot, findings, this.#shownAll || isReached, lang);
    }
    if (this.#shownAll) {
      this.#summary?.show(this.#told());
    }
    // What was just written is no news.
    this.#observer.takeRecords();
  }

  #of({ place }: Spot): Finding[] {
    return this.findings.filter((finding) => this.ledger.isAbout(finding, place));
  }

  #told(): Told[] {
    const isGrave = ({ severity }: Finding) => (severity === "error" ? 0 : 1);
    return this.findings
      .filter(isOpen)
      .sort((left, right) => isGrave(left) - isGrave(right) || (left.row ?? -1) - (right.row ?? -1))
      .map((finding) => {
        const spot = this.#layout.spots.find(({ place }) => this.ledger.isAbout(finding, place));
        return { finding, control: spot?.controls[0] ?? null };
      });
  }

  /** Shows every finding, reached or not. */
  showAll(): void {
    this.#shownAll = true;
    this.#showFindings();
  }

  confirm(findings: string[], reason: string): void {
    this.ledger.confirm(findings, reason);
    this.#settle();
  }

  /** `null` while errors or open warnings are left. */
  submission(): Submission | null {
    this.sync();
    return this.overview.ready ? this.session.submission() : null;
  }

  // ---- events

  #begin(): void {
    const { form } = this;
    this.#listen(form, "input", (event) => this.#typed(event as InputEvent));
    this.#listen(form, "change", (event) => this.#left(event));
    this.#listen(form, "focusout", (event) => {
      this.#left(event);
      this.#tidy(event.target);
    });
    this.#listen(document, "pointerdown", () => (this.#isPressed = true), true);
    this.#listen(window, "pointerup", () => this.#released(), true);
    this.#listen(window, "pointercancel", () => this.#released(), true);
    this.#listen(form, "compositionend", () => this.sync());
    // After the browser has put the first values back.
    this.#listen(form, "reset", () => void setTimeout(() => this.sync()));
    // First of all: nobody else hears of a form that is not handed in.
    this.#listen(form.ownerDocument, "submit", (event) => this.#submit(event), true);
    this.#listen(window, "pagehide", () => void this.drafts?.flush());
    this.#listen(document, "visibilitychange", () => void this.drafts?.flush());
    this.#ends.push(listenToRows(form));
    this.#observer.observe(form, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["name"],
    });
    this.#showFindings();
  }

  #listen(target: EventTarget, type: string, act: (event: Event) => void, capture = false): void {
    target.addEventListener(type, act, capture);
    this.#ends.push(() => target.removeEventListener(type, act, capture));
  }

  /** The click comes after it, and what it does comes first. */
  #released(): void {
    setTimeout(() => {
      this.#isPressed = false;
      if (this.#isWithheld && this.#ends.length !== 0) {
        this.#showFindings();
      }
    });
  }

  #typed(event: InputEvent): void {
    if (!event.isComposing) {
      this.#sendOf(event.target);
    }
  }

  /** The clerk is done with a control: from now on, what is wrong with it is said. */
  #left({ target }: Event): void {
    if (this.#isWriting) {
      return;
    }
    this.#spotOf(target)?.controls.forEach((control) => this.#reached.add(control));
    this.#sendOf(target);
  }

  /** What was typed stands as the ledger has it: ` 12.50` becomes `12.5`. */
  #tidy(target: EventTarget | null): void {
    const spot = this.#spotOf(target);
    const [first] = spot?.controls ?? [];
    const known = first && this.#known.get(first);
    if (spot && known && first.matches("textarea, input") && known.sent !== known.got) {
      this.#showTexts((one) => one === spot);
    }
  }

  #sendOf(target: EventTarget | null): void {
    const spot = this.#isWriting ? null : this.#spotOf(target);
    if (spot) {
      this.#send(spot);
      this.#settle();
    }
  }

  #spotOf(target: EventTarget | null): Spot | undefined {
    return this.#layout.spots.find(({ controls }) => controls.includes(target as Control));
  }

  #submit(event: Event): void {
    if (event.target !== this.form) {
      return;
    }
    const submission = this.submission();
    if (!submission) {
      event.preventDefault();
      event.stopPropagation();
      this.#isPressed = false;
      this.showAll();
      (this.#summary ?? this.#told().find(({ control }) => control)?.control)?.focus();
      return;
    }
    this.#carry(submission.text);
    void this.drafts?.flush();
    if (!tell(this.form, "ledger-submit", { submission })) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** The submission goes with the form's own fields. */
  #carry(text: string): void {
    const { submission } = this.settled;
    if (submission) {
      const carried =
        this.form.querySelector<HTMLInputElement>("[data-arrears-submission]") ??
        this.form.ownerDocument.createElement("input");
      carried.type = "hidden";
      carried.name = submission;
      carried.value = text;
      carried.setAttribute("data-arrears-submission", "");
      this.form.append(carried);
    }
  }

  /** The form is the portal's alone again; the session's memory is free. */
  unbind(): void {
    void this.drafts?.flush();
    this.#observer.disconnect();
    this.#ends.splice(0).forEach((end) => end());
    for (const { controls } of this.#layout.spots) {
      controls[0]?.setCustomValidity("");
      controls.forEach((control) => control.removeAttribute("aria-invalid"));
    }
    this.#messages.clear();
    this.#summary?.clear();
    this.form.querySelector("[data-arrears-submission]")?.remove();
    this.form.noValidate = this.#wasUnchecked;
    this.ledger.free();
  }
}
