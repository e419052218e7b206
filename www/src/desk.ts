/**
 * The clerk's desk: the ledger on it, what is wrong with it, the drafts in the drawer, and where
 * the clerk is looking. Only the desk speaks to the engine; views read it and ask it to act.
 */

import { Attention } from "./attention";
import type {
  Change,
  Engine,
  Finding,
  Lang,
  Overview,
  Session,
  Submission,
  Table,
} from "./engine/contract";
import type { DraftInfo } from "./drafts/cabinet";
import type { Shelf } from "./drafts/shelf";
import type { Shelves, Writer } from "./drafts/writer";
import { DraftActs } from "./draft_acts";
import { Drawer } from "./drawer";
import { Earlier } from "./earlier";
import { codeOf, messageOf } from "./engine/errors";
import { Findings } from "./findings";
import { Arrangement } from "./grid/arrangement";
import { Columns } from "./grid/columns";
import type { Selection } from "./grid/cursor";
import { Ledgers } from "./ledgers";
import { Lexicon } from "./lexicon";
import { hasWords, loadWords } from "./locale";
import type { Notice } from "./notice";
import { Updates } from "./offline/updates";
import { Paperwork } from "./paper/paperwork";
import { Saving, type Info } from "./saving";
import type { Settings } from "./settings";
import { page, type Stage } from "./stage";
import { stepOfFinding, type Step } from "./steps";
import { Tasks } from "./tasks";
import { typingAt } from "./unfinished";
import { Watchers } from "./watchers";
import { Worklist } from "./worklist";

/** Debts that come or go at once, so that the draft before is kept as a version. */
const MANY = 10;

/** A cell of a debt. */
export interface Spot {
  row: number;
  field: string;
  /** What is selected around it, by what is seen. */
  selection?: Selection;
}

/** A field of the head, of a debt, or of what hangs on it; without a field, the record. */
export interface Wanted {
  table: Table;
  child: number | null;
  field: string | null;
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
  /** What the clerk calls the draft; empty for the unit's name. */
  draftName = "";
  overview: Overview | null = null;
  notice: Notice | null = null;
  /** The cell the clerk is in. */
  spot: Spot = { row: 0, field: "" };
  /** Whether the form of the debt at `spot` is open. */
  form = false;
  /** The field a finding led to, until it has the focus. */
  wanted: Wanted | null = null;
  submission: Submission | null = null;
  /** The latest sentence for the one live region. */
  said = "";

  readonly views = new Watchers<void>();
  readonly turns = new Watchers<Turn>();
  /** Told when the cursor is put on a cell from elsewhere than the grid. */
  readonly jumps = new Watchers<Spot>();
  readonly earlier = new Earlier(this);
  readonly columns = new Columns(this.catalogue.fields.entries, () => this.settings);
  readonly arrangement = new Arrangement(this);
  readonly ledgers = new Ledgers(this);
  readonly shelf = new DraftActs(this);
  readonly paperwork = new Paperwork(this);
  readonly tasks = new Tasks(this);
  readonly work = new Worklist(this);
  readonly updates = new Updates(() => this.refresh());
  #writer: Writer | null = null;
  /** The language that was asked for last. */
  #asked: Lang | null = null;

  constructor(
    engine: Engine,
    shelves: Shelves,
    readonly stage: Stage = page,
  ) {
    super(engine);
    this.saving = new Saving(
      () => this.#info(),
      () => typingAt(this.stage, this.spot),
      () => this.refresh(),
      () => this.ledgers.lost(),
    );
    this.drawer = new Drawer(
      engine,
      this.campaign,
      shelves,
      () => this.refresh(),
      (shelf) => this.#joined(shelf),
    );
    this.turns.add((turn) => this.arrangement.follow(turn));
    stage.dress(this.settings);
  }

  /** Another language is spoken once its words are there. */
  set(some: Partial<Settings>): void {
    const lang = some.lang ?? this.#asked ?? this.lang;
    this.#asked = lang;
    if (hasWords(lang)) {
      this.#dress({ ...some, lang });
      return;
    }
    this.#dress({ ...some, lang: this.lang });
    loadWords(lang).then(
      () => this.#asked === lang && this.#dress({ lang }),
      (error: unknown) => {
        this.#asked = null;
        this.trouble(error);
      },
    );
  }

  #dress(some: Partial<Settings>): void {
    this.settings = { ...this.settings, ...some };
    this.stage.dress(this.settings);
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

  // ---- ledgers

  begin(): void {
    void this.ledgers.begin();
  }

  open(file: File): Promise<void> {
    return this.ledgers.open(file);
  }

  /** A copy of a draft in storage, or of the ledger at hand, as a file. */
  copy(info: DraftInfo | null): void {
    void this.ledgers.copy(info);
  }

  /** Puts another ledger up. */
  async put(session: Session, writer: Writer, name: string): Promise<void> {
    const before = this.session;
    await this.saving.flush();
    this.session = session;
    this.keep(writer, name);
    this.overview = session.overview();
    this.findings.reset(session.findings());
    this.spot = { row: 0, field: "" };
    this.form = false;
    this.attention.reset(false);
    this.work.reset();
    this.submission = null;
    this.earlier.file = null;
    void this.earlier.resume(writer.draft);
    this.turns.tell(null);
    before?.free();
  }

  /** The ledger at hand goes on as this draft. */
  keep(writer: Writer, name: string): void {
    if (writer !== this.#writer) {
      void this.#writer?.leave();
    }
    this.#writer = writer;
    this.draft = writer.draft;
    this.draftName = name;
    this.saving.take(this.session, writer);
  }

  /** The journal came late: what is open is saved there from now on, and may lie there in a later state. */
  async #joined(shelf: Shelf): Promise<void> {
    const writer = this.#writer;
    const newer = await this.saving.join(shelf);
    if (newer && writer) {
      this.ledgers.offer(newer, writer);
    }
  }

  /** Shows it once no other dialog is open, unless it is of no use by then. */
  showWhenFree(notice: Notice, isOfUse: () => boolean): void {
    if (!this.notice) {
      this.show(notice);
      return;
    }
    const end = this.views.add(() => {
      if (!this.notice) {
        end();
        if (isOfUse()) {
          this.show(notice);
        }
      }
    });
  }

  /** The window is closed: whoever opens the draft next need not ask. */
  close(): void {
    void this.#writer?.leave();
  }

  /** Whether the draft at hand is under a passphrase. */
  get isLocked(): boolean {
    return this.#writer?.isLocked ?? false;
  }

  putAway(): void {
    this.saving.take(null, null);
    void this.#writer?.leave();
    this.#writer = null;
    this.session?.free();
    this.session = null;
    this.draft = "";
    this.draftName = "";
    this.overview = null;
    this.form = false;
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
    const rows = this.overview?.rows ?? 0;
    this.overview = change.overview;
    this.submission = null;
    if (change.reload_findings) {
      this.findings.reset(this.session.findings());
    } else {
      this.findings.apply(change);
    }
    this.saving.touch(MANY <= Math.abs(change.overview.rows - rows));
    this.turns.tell(change);
    this.refresh();
    return change;
  }

  undo(): void {
    if (this.overview?.can_undo) {
      this.#toChange(this.change((session) => session.undo()));
      this.tell(this.t.undone);
    }
  }

  redo(): void {
    if (this.overview?.can_redo) {
      this.#toChange(this.change((session) => session.redo()));
      this.tell(this.t.redone);
    }
  }

  /** What was taken back, or made again, is seen: the cursor goes to its first cell. */
  #toChange(change: Change | null): void {
    const cell = change?.cells.find(({ table, row }) => table === "entries" && row !== null);
    if (cell && cell.row !== null && this.step === "ledger") {
      this.moveTo({ row: cell.row, field: cell.field });
    }
  }

  // ---- moving about

  go(step: Step): void {
    if (step !== "home" && !this.session) {
      return;
    }
    this.step = step;
    this.attention.asked ||= step === "check" || step === "export";
    if (step === "home") {
      void this.saving.flush().then(() => this.drawer.list());
    } else if (step === "check") {
      this.work.arrive();
    }
    this.stage.arrived(step);
    this.refresh();
    this.stage.toTop();
  }

  /** Goes to where a finding is. */
  jump(finding: Finding): void {
    const { table, row, child, field } = finding;
    this.wanted = { table: table ?? "entries", child, field };
    if (table === "header" || row === null) {
      this.go(stepOfFinding(finding, this));
      return;
    }
    this.form ||= child !== null;
    const inGrid = child === null ? field : null;
    this.moveTo({ row, field: inGrid ?? this.spot.field });
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

  /** What the list of drafts will say of the ledger at hand. */
  #info(): ReturnType<Info> {
    const overview = this.overview ?? this.session?.overview();
    return {
      name: this.draftName,
      unit_name: overview?.unit_name ?? "",
      period: overview?.period ?? "",
      rows: overview?.rows ?? 0,
      errors: overview?.counts.errors ?? 0,
      warnings: overview?.counts.warnings ?? 0,
    };
  }
}
