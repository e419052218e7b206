/** What the engine (the crate, compiled) says to the page. Field names are those of the crate. */

export type Lang = "zh" | "en";
export type Severity = "error" | "warning" | "notice";
export type ChildTable = "instalments" | "payments" | "changes";
export type Table = "header" | "entries" | ChildTable;

export interface Words {
  zh: string;
  en: string;
}

export interface Option extends Words {
  code: string;
}

export type Kind =
  | { type: "text"; max: number }
  | { type: "amount" }
  | { type: "rate" }
  | { type: "date" }
  | { type: "month" }
  | { type: "uscc" }
  | { type: "flag" }
  | { type: "count" }
  | { type: "choice"; options: Option[] }
  | { type: "choices"; options: Option[] };

export type Presence = "required" | "expected" | "conditional" | "optional" | "derived";

export interface FieldInfo {
  key: string;
  label: Words;
  kind: Kind;
  presence: Presence;
  group: string;
  default: string | null;
  help: Words | null;
  source: string;
  /** The question is only for records of which another column of the table has one of the codes. */
  when: { field: string; is: string[] } | null;
}

export interface RuleInfo {
  code: string;
  severity: Severity;
  title: Words;
  repair: Words;
  basis: string;
}

/** What leads to a value where no line of a campaign does: a law, a sum, an order of events. */
export interface WayInfo {
  id: string;
  clause: string;
  words: Words;
}

/** Every field, rule and limit; `catalogue.json`. */
export interface Catalogue {
  version: string;
  fields: Record<Table, FieldInfo[]>;
  /** The parts of a form, in order. */
  groups: { key: string; label: Words }[];
  rules: RuleInfo[];
  /** What `explain` can be asked about, in the order of a form. */
  topics: { key: string; label: Words }[];
  ways: WayInfo[];
  limits: {
    file_bytes: number;
    rows: number;
    children: number;
    text_chars: number;
    nesting: number;
  };
}

/** A campaign file, as far as the page reads it. */
export interface Campaign {
  id: string;
  title: Words;
  short: Words;
  notice: { number: string; issued_on: string };
  /** The day new arrears count from; without it, the notice's. */
  began_on?: string;
  county: string;
  period: string;
  amount_unit: "wan" | "yuan";
  nil_report: "explicit" | "deemed";
  deadlines: { ledger: string; plan: string };
  office: { name: string; phone: string; email: string };
  sheet_title: string;
  /** Offered to whoever confirms a warning. */
  reasons?: string[];
  units: { code: string; name: string; kind: string; to_be_confirmed: boolean }[];
}

export interface Finding {
  /** Stable while the debt, the rule and the place stay the same. */
  id: string;
  code: string;
  severity: Severity;
  /** JSON Pointer into the submission. */
  path: string;
  table: Table | null;
  row: number | null;
  child: number | null;
  field: string | null;
  message: Words;
  /** The one text that would mend it; `repair(id)` writes it. */
  instead: string | null;
  /** Why a warning was confirmed; `null` while it is open. */
  reason: string | null;
}

export interface Overview {
  revision: number;
  unit_code: string;
  unit_name: string;
  period: string;
  amount_unit: "wan" | "yuan";
  is_nil: boolean;
  rows: number;
  /** `warnings` counts the open ones. */
  counts: { errors: number; warnings: number; notices: number; confirmed: number };
  /** Amounts as text in the ledger's unit. */
  totals: { count: number; arrears: string; undisputed: string; repaid: string; balance: string };
  /** Whether a submission may be written now. */
  ready: boolean;
  can_undo: boolean;
  can_redo: boolean;
}

export interface Cell {
  table: Table;
  row: number | null;
  child: number | null;
  field: string;
  text: string;
}

export interface Change {
  /** Cells whose text changed; not listed when `reload`. */
  cells: Cell[];
  /** Rows came, went or moved, or too many cells changed to list: read the rows again. */
  reload: boolean;
  /** Too many findings changed to list, or all of them in their words: read them again. */
  reload_findings: boolean;
  added: Finding[];
  removed: string[];
  overview: Overview;
}

/** How a pasted text is understood, and what it changes. */
export interface Preview {
  /** Rows of it that hold something for the ledger. */
  rows: number;
  heading: boolean;
  columns: { name: string; field: string | null }[];
  /** Rows of the pasted text taken for totals or notes, from 1. */
  left_out: number[];
  /** Cells that cannot be read and are kept as they are. */
  unread: number;
  amount_unit: "wan" | "yuan";
  /** Debts it adds, rows it writes into, and cells there that will say something else. */
  added: number;
  overwritten: number;
  changed: number;
  /** The first of those cells. */
  examples: { row: number; field: string; old: string; new: string }[];
  /** The first of the cells that cannot be read. */
  unreadable: { row: number; field: string; text: string; why: Words }[];
}

export interface Pasted extends Change {
  report: Preview;
}

/** What opening a file or a draft found. */
export interface Opened {
  /** Whether the file was whole; when not, what could be saved from it is in the session. */
  whole: boolean;
  source: "submission" | "draft" | "sheet";
  rows: number;
  /** What is wrong with the file as a file (codes J-…, L-…). */
  findings: { code: string; message: Words }[];
}

export interface Submission {
  file_name: string;
  text: string;
  digest: string;
  /** First sixteen digits of the digest, in four groups. */
  check_code: string;
}

export interface Row {
  cells: Record<string, string>;
  instalments: Record<string, string>[];
  payments: Record<string, string>[];
  changes: Record<string, string>[];
  derived: { repaid: string; balance: string; plan_maker: string; supervisors: string[] };
}

/** Where a value comes from that nobody typed. */
export interface Explanation {
  /** A topic of the catalogue. */
  key: string;
  /** `null` where it cannot be told; then `todo` says what would let it be. */
  value: Words | null;
  todo: Words | null;
  /** A condition no column tells, which people have to judge. */
  provided: Words | null;
  /** The cells it follows from; an empty text is a blank cell. */
  inputs: { path: string; label: string; text: string }[];
  /** A line of the campaign's matrix, or a way of the catalogue; its clause and words follow. */
  by: string;
  clause: string | null;
  words: Words | null;
  /** The clause does not say it in so many words. */
  inferred: boolean;
}

/** A debt by itself, as a draft, and the same of the earlier ledger: for the second module. */
export interface Subject {
  debt: string;
  before: string | null;
}

/** One piece of a draft: its debts, what its text is known by, and the text when it changed. */
export interface Piece {
  rows: number;
  mark: string;
  text: string | null;
}

/** Errors thrown by the engine are `Error`s with one of these in `code`. */
export type ErrorCode = "campaign" | "date" | "field" | "row" | "finding" | "call" | "not_ready";

/** One open ledger. Rows and children count from 0. Free it with `free()`. */
export interface Session {
  free(): void;
  opened(): Opened | null;
  /**
   * Compares with the ledger of the period before, a submission or a draft by its bytes, when it
   * is whole; findings and overview are to be read again then.
   */
  follow(bytes: Uint8Array): Opened;
  /** Compares with no earlier ledger any more; findings and overview are to be read again. */
  unfollow(): void;
  overview(): Overview;
  findings(): Finding[];
  header(): Record<string, string>;
  /** Texts of rows `from` up to `to`, each row in the order of `keys`. */
  rows(from: number, to: number, keys: string[]): string[][];
  row(index: number): Row;
  subject(row: number): Subject;
  choose_unit(code: string): Change;
  set_header(field: string, text: string): Change;
  set_cell(row: number, field: string, text: string): Change;
  set_child(row: number, table: ChildTable, child: number, field: string, text: string): Change;
  add_child(row: number, table: ChildTable): Change;
  remove_child(row: number, table: ChildTable, child: number): Change;
  insert_rows(at: number, count: number): Change;
  remove_rows(at: number, count: number): Change;
  /** Takes out the debts of some rows, named in their order. */
  remove_lines(lines: number[]): Change;
  /** Writes what a row says in these columns into as many rows below it. */
  fill_down(row: number, count: number, keys: string[]): Change;
  duplicate_row(at: number): Change;
  /** Moves rows, so that the first of them stands in row `to` afterwards. */
  move_rows(from: number, count: number, to: number): Change;
  /**
   * Gives debts other plans, in one step. `rows` names the debt of each instalment, `texts` holds
   * their texts one after the other, each in the order of `keys`. A plan ends on its last day.
   */
  set_plans(rows: readonly number[], keys: string[], texts: string[]): Change;
  /**
   * Records payments or changes, in one step. `rows` names the debt of each, `texts` holds their
   * texts one after the other, each in the order of `keys`.
   */
  add_records(rows: readonly number[], table: ChildTable, keys: string[], texts: string[]): Change;
  /** Says what `paste` would do, and does nothing. */
  preview(row: number, keys: string[], text: string, columns?: string[], lines?: number[]): Preview;
  /**
   * Pastes a block of tab-parted text. With a heading row, whole debts are added (blank rows at the
   * end are used up first); without one, cells from `row` on are overwritten in the order of `keys`.
   * `columns` are the fields that the columns were settled to be; an empty one is left out. `lines`
   * are the rows its lines go to where they do not follow one another; what is beyond them is added.
   */
  paste(row: number, keys: string[], text: string, columns?: string[], lines?: number[]): Pasted;
  /** Writes `instead` of findings, as one step. */
  repair(findings: string[]): Change;
  /** Confirms warnings, as one step; an empty reason takes the confirmations back. */
  confirm(findings: string[], reason: string): Change;
  undo(): Change;
  redo(): Change;
  /** The draft as a file, for "save a copy". */
  draft(): string;
  /** Throws `not_ready` while errors or open warnings are left. */
  submission(): Submission;
  /**
   * The draft in pieces: its head, its confirmations, its debts in their order. A piece has its text
   * with it when it changed since the last call, or when all are asked for `anew`.
   */
  pieces(anew: boolean): Piece[];
  /** The draft was put together of these pieces, which need not be handed out again. */
  came_in(rows: readonly number[], marks: string[]): void;
}

/** How a ledger is opened. `today` is `YYYY-MM-DD`, `campaign` the text of a campaign file. */
export interface Opening {
  /** A new, empty ledger. */
  create(campaign: string, today: string): Session;
  /** Opens a submission, a draft file or a sheet by its bytes. */
  open(bytes: Uint8Array, campaign: string, today: string): Session;
}

/** The engine. */
export interface Engine extends Opening {
  catalogue(): Catalogue;
  /** The text of the campaign file the page is made for. */
  campaign(): string;
  /** What opens a ledger of so many bytes soonest: a large one has a module of its own. */
  suited(bytes: number): Promise<Opening>;
  /** What a text is known by among the pieces of a draft. */
  mark(text: string): string;
}
