/** Following a ledger up: payments put on record, and what changed since the ledger before. */

import type { Desk } from "../desk";
import type { Changed, Comparison } from "../engine/office/compare";
import type { Movement } from "../engine/office/planning";
import type { Office } from "../engine/office";
import { today } from "../today";
import { isRefused } from "./planner";

/** A payment as it is typed. */
export interface Paid {
  row: number | null;
  paid_on: string;
  amount: string;
  voucher_no: string;
  method: string;
}

/** What is missing of a payment before it can be put on record. */
export type PaidBox = "row" | "paid_on" | "amount";

export function newPaid(method: string): Paid {
  return { row: null, paid_on: today(), amount: "", voucher_no: "", method };
}

/** The boxes that are blank in a line somebody began to fill. */
export function missing(paid: Paid): PaidBox[] {
  const blank: PaidBox[] = [];
  if (paid.row === null) {
    blank.push("row");
  }
  for (const box of ["paid_on", "amount"] as const) {
    if (paid[box].trim() === "") {
      blank.push(box);
    }
  }
  return blank;
}

/** A line nobody wrote into. */
export function isBlank(paid: Paid): boolean {
  return paid.row === null && paid.amount.trim() === "" && paid.voucher_no.trim() === "";
}

/** Puts payments on record in one step; `planned` are the debts that have a plan. */
export function record(desk: Desk, lines: readonly Paid[], planned: ReadonlySet<number>): void {
  const keys = ["paid_on", "amount", "method", "voucher_no", "is_planned", "recorded_on"];
  const rows: number[] = [];
  const texts: string[] = [];
  for (const { row, paid_on, amount, voucher_no, method } of lines) {
    if (row !== null) {
      rows.push(row);
      texts.push(paid_on, amount, method, voucher_no, planned.has(row) ? "是" : "", today());
    }
  }
  desk.change((session) => session.add_records(rows, "payments", keys, texts));
}

export interface Since {
  changes: Comparison;
  movement: Movement | null;
  /** Why there is no movement. */
  why: string;
}

/** What became of the ledger since the file it is compared with. */
export function since(desk: Desk, office: Office): Since | null {
  const { session, earlier } = desk;
  if (!session || !earlier.file) {
    return null;
  }
  const now = new TextEncoder().encode(session.draft());
  const { bytes } = earlier.file;
  const moved = office.movement(bytes, now);
  return {
    changes: office.compare(bytes, now),
    movement: isRefused(moved) ? null : moved,
    why: isRefused(moved) ? desk.say(moved.refused.message) : "",
  };
}

/** Columns of a debt whose change is explained in its record of changes. */
export function isToBeExplained(desk: Desk, changed: Changed): boolean {
  const field = desk.field("entries", changed.field);
  return changed.table === "entries" && field !== undefined && field.presence !== "derived";
}

/** What a corrected amount is called among the reasons why a debt counts otherwise than before. */
const CORRECTED = "amount_corrected";

/**
 * Puts on record why a value was changed. Amounts are told in yuan, and written so. Arrears that
 * were corrected are marked as such where nothing else is said of them: the movement of balances
 * counts corrections by that mark.
 */
export function explain(desk: Desk, row: number, changed: Changed, reason: string): void {
  const isAmount = desk.field("entries", changed.field)?.kind.type === "amount";
  const text = (value: string) => (value && isAmount ? `${value}元` : value);
  const keys = ["period", "field", "old", "new", "reason"];
  const period = desk.overview?.period ?? "";
  const texts = [period, changed.field, text(changed.old), text(changed.new), reason];
  desk.change((session) => session.add_records([row], "changes", keys, texts));
  const said = desk.session?.row(row).cells["removal_reason"];
  if (changed.field === "arrears_amount" && !said) {
    desk.change((session) => session.set_cell(row, "removal_reason", CORRECTED));
  }
}
