/**
 * The clerk's desk: the ledger on it, what is wrong with it, the drafts in the drawer, and where
 * the clerk is looking. Only the desk speaks to the engine; views read it and ask it to act.
 */

import { Attention } from "./attention";
import type {
  Change,
  DraftInfo,
  Engine,
  Finding,
  Lang,
  Overview,
  Session,
  Submission,
} from "./engine/contract";
import { Claims } from "./claims";
import { newDraft, draftFileName } from "./draft_name";
import { Drawer } from "./drawer";
import { Earlier } from "./earlier";
import { codeOf, messageOf } from "./engine/errors";
import { bringIn, isWorkbook } from "./exchange";
import { bytesOf, download } from "./files";
import { Findings } from "./findings";
import { Lexicon } from "./lexicon";
import type { Notice } from "./notice";
import { Saving } from "./saving";
import type { Step } from "./steps";
import { today } from "./today";
import { Watchers } from "./watchers";

const LARGE_BYTES = 1 << 20;

/** A cell of a debt. */
export interface Spot {
  row: number;
  field: string;
}

/** What the watchers of changes are told: a change, or `null` when another ledger was put up. */
export type Turn = Change | null;

export class Desk extends Lexicon {
  readonly findings = new Findings();
  readonly attention = new Attention();
  readonly saving: Saving;
  readonly drawer: Drawer;

  step: Step = "home";
  session: Session | null = null;
  draft = "";
  overview: Overview | null = null;
  notice: Notice | null = null;
  /** The cell the clerk is in. */
  spot: Spot = { row: 0, field: "" };
  /** Whether the form of the debt at `spot` is open. */
  form = false;
  /** The field the unit page should show first, when a finding led there. */
  wanted: string | null = null;
  submission: Submission | null = null;
  /** The latest sentence for the one live region. */
  said = "";

  readonly views = new Watchers<void>();
  readonly turns = new Watchers<Turn>();
  /** Told when the cursor is put on a cell from elsewhere than the grid. */
  readonly jumps = new Watchers<Spot>();
  readonly earlier = new Earlier(this);
  readonly #claims = new Claims(() => this.#give());

  constructor(engine: Engine) {
    super(engine);
    this.saving = new Saving((draft) => this.#saved(draft));
    this.drawer = new Drawer(engine, this.campaign);
  }

  speak(lang: Lang): void {
    this.lang = lang;
    document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    this.refresh();
  }

  /** 元 or 万元, for headings. */
  get money(): string {
    return this.t.money((this.overview ?? this.campaign).amount_unit);
  }

  refresh(): void {
    this.views.tell();
  }

  tell(sentence: string): void {
    this.said = sentence;
    this.refresh();
  }

  // ---- ledgers: begin, open, resume, put away

  begin(): void {
    this.#leaving(() => {
      this.#put(this.engine.create(this.engine.campaign(), today()), newDraft());
      this.go("unit");
    });
  }

  /** Opens a file the clerk chose. Until it is known to be sound, the work at hand stays. */
  async open(file: File): Promise<void> {
    if (isWorkbook(file.name)) {
      return bringIn(this, file, "new");
    }
    const most = this.catalogue.limits.file_bytes;
    if (most < file.size) {
      this.show({ kind: "too_large", name: file.name, bytes: file.size, most });
      return;
    }
    await this.#sayBusy(file);
    try {
      const session = this.engine.open(await bytesOf(file), this.engine.campaign(), today());
      const opened = session.opened();
      this.show(null);
      if (opened && (!opened.whole || opened.findings.length !== 0)) {
        this.show({ kind: "opened", name: file.name, opened, session, draft: newDraft() });
      } else {
        this.accept(session, newDraft());
      }
    } catch (error) {
      this.trouble(error);
    }
  }

  /** A large file takes a moment, in which the page can draw nothing: it is said before. */
  async #sayBusy(file: File): Promise<void> {
    this.tell(this.t.opening(file.name));
    if (LARGE_BYTES < file.size) {
      this.show({ kind: "busy", name: file.name });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  /** Continues a draft, unless it is at hand already, or another window is writing it. */
  async resume(info: DraftInfo): Promise<void> {
    if (info.id === this.draft) {
      this.go("ledger");
    } else if (await this.#claims.isHeldElsewhere(info.id)) {
      this.show({ kind: "held", name: info.unit_name || this.t.noUnit, info });
    } else {
      this.#resume(info);
    }
  }

  /** Has the other window give the draft up. */
  async takeOver(info: DraftInfo): Promise<void> {
    await this.#claims.takeOver(info.id);
    this.#resume(info);
  }

  /** Opens what a draft holds now as a draft of its own. */
  fork(info: DraftInfo): void {
    try {
      this.accept(this.drawer.open(info), newDraft());
    } catch (error) {
      this.trouble(error);
    }
  }

  #resume(info: DraftInfo): void {
    try {
      const session = this.drawer.open(info);
      const opened = session.opened();
      if (opened && !opened.whole) {
        const name = info.unit_name || this.t.noUnit;
        // What was read goes on as a draft of its own: the damaged text stays as it is.
        this.show({ kind: "damaged", name, opened, session, draft: newDraft(), raw: info.id });
        return;
      }
      this.#leaving(() => {
        this.#put(session, info.id);
        this.saving.isAsStored(new Date(info.saved_at));
        this.attention.reset(true);
        this.go(this.overview?.unit_code ? "ledger" : "unit");
      });
    } catch (error) {
      this.trouble(error);
    }
  }

  /** Puts up what a file or a damaged draft held, and keeps it as a draft. */
  accept(session: Session, draft: string, then = (): void => undefined): void {
    this.#leaving(() => {
      this.#put(session, draft);
      this.saving.touch();
      this.saving.flush();
      this.go(this.overview?.unit_code ? "ledger" : "unit");
      then();
    });
  }

  remove(draft: string): void {
    if (draft === this.draft) {
      this.#putAway();
    }
    try {
      this.drawer.remove(draft);
    } catch (error) {
      this.trouble(error);
    }
    this.drawer.list();
    this.refresh();
  }

  /** A copy of a draft in storage, or of the ledger at hand, as a file. */
  copy(info: DraftInfo | null): void {
    try {
      if (info && info.id !== this.draft) {
        download(draftFileName(info.unit_name, info.period), this.drawer.text(info.id));
      } else if (this.session) {
        const overview = this.session.overview();
        download(draftFileName(overview.unit_name, overview.period), this.session.draft());
      }
    } catch (error) {
      this.trouble(error);
    }
  }

  // ---- changes

  /** Every rule was asked again, of every debt. */
  checkedAnew(): void {
    if (this.session) {
      this.overview = this.session.overview();
      this.findings.reset(this.session.findings());
      this.submission = null;
      this.turns.tell(null);
      this.refresh();
    }
  }

  /** Lets the engine change the ledger, and everybody know. `null` when it would not. */
  change<C extends Change>(how: (session: Session) => C): C | null {
    if (!this.session) {
      return null;
    }
    let change: C;
    try {
      change = how(this.session);
    } catch (error) {
      this.trouble(error);
      return null;
    }
    this.overview = change.overview;
    this.submission = null;
    if (change.reload_findings) {
      this.findings.reset(this.session.findings());
    } else {
      this.findings.apply(change);
    }
    this.saving.touch();
    this.turns.tell(change);
    this.refresh();
    return change;
  }

  undo(): void {
    if (this.overview?.can_undo) {
      this.change((session) => session.undo());
      this.tell(this.t.undone);
    }
  }

  redo(): void {
    if (this.overview?.can_redo) {
      this.change((session) => session.redo());
      this.tell(this.t.redone);
    }
  }

  repair(finding: Finding): void {
    this.change((session) => session.repair(finding.id));
    this.tell(this.t.repaired(finding.instead ?? ""));
  }

  /** Confirms warnings with one reason; an empty reason takes the confirmation back. */
  confirm(findings: readonly Finding[], reason: string): void {
    for (const finding of findings) {
      if (this.findings.get(finding.id)) {
        this.change((session) => session.confirm(finding.id, reason));
      }
    }
    this.tell(reason ? this.t.confirmed(findings.length) : this.t.revoked);
  }

  // ---- moving about

  go(step: Step): void {
    if (step !== "home" && !this.session) {
      return;
    }
    this.step = step;
    this.attention.asked ||= step === "check" || step === "export";
    if (step === "home") {
      this.saving.flush();
      this.drawer.list();
    }
    if (location.hash !== `#${step}`) {
      history.pushState(null, "", `#${step}`);
    }
    this.refresh();
    window.scrollTo(0, 0);
  }

  /** Goes to where a finding is. */
  jump(finding: Finding): void {
    if (finding.table === "header" || finding.row === null) {
      this.wanted = finding.field;
      this.go(finding.table === "header" ? "unit" : "ledger");
      return;
    }
    const child = finding.child !== null;
    this.form = child;
    const field = child ? null : finding.field;
    this.moveTo({ row: finding.row, field: field ?? this.spot.field });
    this.go("ledger");
  }

  /** The clerk is in a cell. */
  isAt(spot: Spot): void {
    this.spot = spot;
    this.attention.isIn(spot.row);
  }

  /** Puts the cursor of the grid on a cell. */
  moveTo(spot: Spot): void {
    this.isAt(spot);
    this.jumps.tell(spot);
    this.refresh();
  }

  show(notice: Notice | null): void {
    this.notice = notice;
    this.refresh();
  }

  trouble(error: unknown): void {
    this.show({ kind: "trouble", code: codeOf(error) ?? "", message: messageOf(error) });
  }

  #put(session: Session, draft: string): void {
    const before = this.session;
    this.saving.take(session, draft);
    this.session = session;
    this.draft = draft;
    this.#claims.hold(draft);
    this.overview = session.overview();
    this.findings.reset(session.findings());
    this.spot = { row: 0, field: "" };
    this.form = false;
    this.attention.reset(false);
    this.submission = null;
    this.earlier.file = null;
    this.turns.tell(null);
    before?.free();
  }

  /** Another window goes on with the draft: what is here is saved and put away. */
  #give(): void {
    this.#putAway();
    this.go("home");
    this.show({ kind: "given" });
  }

  #putAway(): void {
    this.saving.take(null, "");
    this.#claims.hold("");
    this.session?.free();
    this.session = null;
    this.draft = "";
    this.overview = null;
    this.form = false;
  }

  /** Another ledger is to be put up: asks first where the one at hand could not be saved. */
  #leaving(then: () => void): void {
    this.saving.flush();
    if (this.session && this.saving.state.state === "failed") {
      const { t } = this;
      const [question, detail] = [t.leaveUnsaved, t.leaveUnsavedDetail];
      this.show({ kind: "ask", question, detail, yes: t.leave, go: then });
    } else {
      then();
    }
  }

  #saved(draft: DraftInfo | null): void {
    this.drawer.storage = draft ? "here" : this.drawer.storage;
    this.refresh();
  }
}
