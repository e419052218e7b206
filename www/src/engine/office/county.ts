/** A county's collection: files in, papers out. Opened once, and kept in the second module. */

import type { Words } from "../contract";

/** Words that are the same in both languages are one text. */
export type Said = string | Words;

export type Value =
  null | number | Said | { yuan: string; shown: string } | { rate: number | null; shown: string };

export interface SheetColumn {
  key: string;
  label: Said;
  kind: "text" | "count" | "amount" | "rate";
}

export interface Sheet {
  key: string;
  title: Said;
  columns: SheetColumn[];
  rows: Value[][];
  total: Value[] | null;
  notes: Said[];
}

export interface Shape {
  tag: string;
  attributes: Record<string, string>;
  text: string;
}

export interface Chart {
  key: string;
  title: Said;
  width: number;
  height: number;
  series: Said[];
  bars: { label: Said; values: string[] }[];
  shapes: { zh: Shape[]; en: Shape[] };
}

export interface Paper {
  paper: string;
  title: Said;
  facts: { name: Said; fact: Said }[];
  notes: Said[];
  sheets: Sheet[];
  charts: Chart[];
}

export type PaperName =
  | "roster"
  | "refused"
  | "questions"
  | "candidates"
  | "compared"
  | "movement"
  | "audit"
  | "bulletin"
  | "disclosure";

export interface Added {
  result: "accepted" | "repeated" | "refused" | "joined" | "unreadable";
  /** What a file is known by: its digest, or, refused, the hash of its bytes. */
  key: string | null;
  why: Words | null;
}

export type Verdict = "duplicate" | "fine" | "fault" | "open";

export interface CandidateDebt {
  unit: string;
  unit_name: string;
  debt_id: string;
  debtor: string;
  creditor: string;
  creditor_uscc: string;
  project: string;
  amount: string;
}

export interface Candidate {
  key: string;
  kind: "same_debt" | "debtor" | "code_names" | "name_codes" | "listed";
  label: Words;
  score: number;
  at_stake: string;
  why: Words[];
  debts: CandidateDebt[];
  decision: { verdict: Verdict; counts_at: string | null; note: string; decided_on: string } | null;
  lapsed: boolean;
}

export interface CountySettings {
  period?: string;
  due?: string;
  nil_report?: "explicit" | "deemed";
  late_by: "filled" | "received";
  disputed_in_base: boolean;
  decimals: number;
  issue: number;
  large: number;
}

/** A text for one unit. */
export interface ForUnit {
  unit: string;
  name: string;
  text: string;
}

/** Throws `Error`s with a `code`. Days are `YYYY-MM-DD`; sums are as people type them, in 万元. */
export interface CountyBook {
  add(name: string, bytes: Uint8Array, receivedOn: string): Added;
  /** The same of a file that `examineFiles` found so much in, in this thread or another. */
  addExamined(name: string, bytes: Uint8Array, receivedOn: string, found: string): Added;
  follow(bytes: Uint8Array): void;
  list(name: string, bytes: Uint8Array): void;
  settings(): CountySettings;
  setSettings(json: string): void;
  paper(name: PaperName, year: number): Paper;
  print(name: PaperName, year: number, form: "markdown" | "html" | "json", lang: string): string;
  workbook(name: PaperName, year: number, lang: string): Uint8Array;
  candidates(): Candidate[];
  decide(key: string, verdict: Verdict, countsAt: string, note: string): void;
  allocate(sum: string, method: string): Paper;
  drafts(sum: string, method: string, on: string): ForUnit[];
  reminders(lang: string): ForUnit[];
  head(): string;
  bytes(): Uint8Array;
  fileName(): string;
  remove(key: string): void;
  free(): void;
}

export interface Collecting {
  CountyBook: new (campaign: string, today: string) => CountyBook;
  /** Files one behind the other → what was found in each; nothing for a collection. */
  examineFiles(
    campaign: string,
    names: string[],
    bytes: Uint8Array,
    lengths: Uint32Array,
    receivedOn: string[],
  ): string[];
}
