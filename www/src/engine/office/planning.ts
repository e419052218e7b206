/** What the second module answers about plans, interest and movement. */

import type { Words } from "../contract";

/** An amount as text in the ledger's unit, and in whole fen. */
export interface Sum {
  text: string;
  fen: number;
}

/** A box of the form cannot be used; `field` names it. */
export interface Refused {
  refused: { field: string; message: Words };
}

export type Answer<T> = T | Refused;

export interface Named {
  /** From 0. */
  row: number;
  debt_id: string;
  creditor: string;
  project: string;
}

/** A day and what is due on it: the amount as text in the ledger's unit, and in fen. */
export interface Instalment {
  due: string;
  amount: string;
  fen: number;
}

export interface Booked extends Instalment {
  /** What is still to be paid of it. */
  rest: string;
  rest_fen: number;
  standing: "paid" | "due" | "pending" | "overdue";
}

export type PlanState =
  | "incomplete"
  | "done"
  | "in_court"
  | "disputed"
  | "unplanned"
  | "short"
  | "beyond"
  | "overdue"
  | "planned";

export interface PlannedDebt extends Named {
  state: PlanState;
  /** What has to be filled in first. */
  lacks: Words | null;
  arrears: Sum;
  balance: Sum;
  /** The undisputed part of the balance. */
  to_plan: Sum;
  /** The disputed part of it. */
  left_out: Sum;
  /** What the plan still has to bring. */
  planned: Sum;
  overdue: Sum;
  instalments: Booked[];
  next: Booked | null;
  ends: string | null;
  /** The day by which the creditor has to act before its claim is time-barred. */
  act_by: string | null;
  /** The basis of interest somebody chose. */
  basis: Words | null;
}

export interface PlannedDebts {
  debts: PlannedDebt[];
  totals: { to_plan: Sum; planned: Sum; overdue: Sum; waiting: number };
}

export interface Proposal extends Named {
  total: Sum;
  instalments: Instalment[];
  remarks: Words[];
}

export interface SharedDebt extends Named {
  payable: Sum;
  gets: Sum;
  left: Sum;
  in_court: boolean;
  due: string | null;
  instalments: Instalment[];
}

export interface Shared {
  total: Sum;
  periods: { due: string; paid: Sum; unspent: Sum; left: Sum }[];
  debts: SharedDebt[];
  remarks: Words[];
}

export interface Weighed {
  instalments: (Instalment & { due_fault: Words | null; amount_fault: Words | null })[];
  sum: Sum;
  /** What the instalments lack; below zero where they are too much. */
  difference: Sum;
  /** Every instalment can be read, and together they make the balance. */
  ties: boolean;
  remarks: Words[];
}

/** What `set_plans` takes, debt by debt. */
export interface WrittenPlans {
  keys: string[];
  plans: { row: number; texts: string[][] }[];
  remarks: Words[];
}

/** A calculation on paper. */
export interface Printed {
  title: Words;
  parts: PrintedPart[];
}

export interface PrintedTable {
  heading: Words;
  columns: Words[];
  /** Columns from this one on are figures. */
  figures: number;
  rows: Words[][];
}

export type PrintedPart = { facts: [Words, Words][] } | PrintedTable | { remarks: Words[] };

export interface Compared {
  page: Printed;
  remarks: Words[];
}

export interface Alternative {
  place: number;
  basis: Words;
  /** Amounts in yuan. */
  figures: { days: number; interest: string; owed: string } | null;
  /** Why it cannot be computed. */
  fault: Words | null;
  suggested: boolean;
  contested: boolean;
  chosen: boolean;
  /** What to type into the debt's columns to choose it; `null` where the ledger has no place. */
  texts: { rate_basis: string; rate_markup: string } | null;
}

export interface Interest extends Named {
  chosen: Words | null;
  /** What the law suggests for the case, each sentence with its clause. */
  suggestion: Words[];
  alternatives: Alternative[];
  /** What was read into the ledger. */
  caveats: Words[];
  page: Printed | null;
}

export interface Movement {
  opening: Sum;
  added: Sum;
  raised: Sum;
  repaid: Sum;
  removed: Sum;
  to_court: Sum;
  closing: Sum;
  expected: Sum;
  gap: Sum;
  /** The debts for which the account does not close. */
  astray: string[];
}

/** How a ledger that was handed in goes on: as text of a draft. */
export interface Onward {
  draft: string;
  period: string;
  revision: number;
}

/** Forms are JSON texts; what stands in them is documented in `src/planning`. */
export interface Planning {
  plan_debts(draft: Uint8Array, form: string): Answer<PlannedDebts>;
  plan_propose(draft: Uint8Array, form: string): Answer<Proposal>;
  plan_share(draft: Uint8Array, form: string): Answer<Shared>;
  plan_weigh(form: string): Answer<Weighed>;
  plan_written(draft: Uint8Array, form: string): Answer<WrittenPlans>;
  plan_compare(draft: Uint8Array, form: string): Answer<Compared>;
  interest(draft: Uint8Array, form: string): Answer<Interest>;
  movement(before: Uint8Array, draft: Uint8Array): Answer<Movement>;
  /** Throws the code `damaged`, `not_handed_in` or `no_period`. */
  onward(file: Uint8Array, how: "next" | "amend"): Onward;
}
