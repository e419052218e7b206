/**
 * What the crate has, as types: written by it, and never by hand.
 *
 *     UPDATE=1 cargo test --test generated
 */

import type { Severity } from "./keys";

export interface Overview {
  revision: number;
  unit_code: string;
  unit_name: string;
  period: string;
  amount_unit: string;
  is_nil: boolean;
  rows: number;
  counts: Counts;
  totals: Totals;
  ready: boolean;
  can_undo: boolean;
  can_redo: boolean;
}

export interface Counts {
  errors: number;
  warnings: number;
  notices: number;
  confirmed: number;
}

export interface Totals {
  count: number;
  arrears: string;
  undisputed: string;
  repaid: string;
  balance: string;
}

export interface Finding {
  id: string;
  code: string;
  severity: Severity;
  path: string;
  table: string | null;
  row: number | null;
  child: number | null;
  field: string | null;
  message: Words;
  instead: string | null;
  reason: string | null;
}

export interface Words {
  zh: string;
  en: string;
}

export interface Change {
  cells: Cell[];
  reload: boolean;
  reload_findings: boolean;
  added: Finding[];
  removed: string[];
  overview: Overview;
}

export interface Cell {
  table: string;
  row: number | null;
  child: number | null;
  field: string;
  text: string;
}

export interface Preview {
  rows: number;
  heading: boolean;
  columns: PastedColumn[];
  left_out: number[];
  unread: number;
  amount_unit: string;
  added: number;
  overwritten: number;
  changed: number;
  examples: Example[];
  unreadable: UnreadCell[];
}

export interface PastedColumn {
  name: string;
  field: string | null;
}

export interface Example {
  row: number;
  field: string;
  old: string;
  new: string;
}

export interface UnreadCell {
  row: number;
  field: string;
  text: string;
  why: Words;
}

export interface Opened {
  whole: boolean;
  source: string;
  rows: number;
  findings: FileFinding[];
}

export interface FileFinding {
  code: string;
  message: Words;
}

export interface Row {
  cells: Record<string, string>;
  instalments: Record<string, string>[];
  payments: Record<string, string>[];
  changes: Record<string, string>[];
  derived: Derived;
}

export interface Derived {
  repaid: string;
  balance: string;
  plan_maker: string;
  supervisors: string[];
}

export interface Submission {
  file_name: string;
  text: string;
  digest: string;
  check_code: string;
}

export interface Subject {
  debt: string;
  before: string | null;
}

export interface Piece {
  rows: number;
  mark: string;
  text: string | null;
}
