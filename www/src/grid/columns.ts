/** Which columns the grid shows, and how wide. */

import type { FieldInfo, Kind } from "../engine/contract";

/** These stay in sight when the sheet moves sideways. */
export const FROZEN: readonly string[] = ["seq_no", "debtor_name"];

/** What the county's sheet asks for beside the required and expected columns. */
const USUAL: readonly string[] = [
  "seq_no",
  "creditor_size",
  "sign_date",
  "due_date",
  "plan_finish",
  "fund_source",
  "duty_person",
  "remark",
];
/** Filled in by the software, or by itself: shown on demand. */
const BEHIND: readonly string[] = ["debt_id", "first_period", "source_channel", "status"];

const REMEMBERED = "arrears-ledger:columns";

export function usualColumns(fields: readonly FieldInfo[]): string[] {
  return fields.filter(isUsual).map((field) => field.key);
}

function isUsual(field: FieldInfo): boolean {
  const asked = field.presence === "required" || field.presence === "expected";
  return (asked && !BEHIND.includes(field.key)) || USUAL.includes(field.key);
}

/** The clerk's own choice; a browser that keeps nothing shows the usual columns. */
export function rememberedColumns(fields: readonly FieldInfo[]): string[] {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "");
    if (Array.isArray(keys)) {
      const shown = fields.filter((field) => keys.includes(field.key)).map((field) => field.key);
      return shown.length === 0 ? usualColumns(fields) : shown;
    }
  } catch {
    // No storage, or nothing remembered.
  }
  return usualColumns(fields);
}

export function rememberColumns(keys: readonly string[]): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(keys));
  } catch {
    // It is remembered until the page is closed.
  }
}

/** Frozen columns first: the grid shows them there, and the keyboard must agree. */
export function inGridOrder(keys: readonly string[]): string[] {
  const frozen = FROZEN.filter((key) => keys.includes(key));
  return [...frozen, ...keys.filter((key) => !FROZEN.includes(key))];
}

export function widthOf(field: FieldInfo): number {
  const named: Record<string, number> = { seq_no: 64, debtor_name: 190, project_name: 240 };
  const letters = field.label.zh.length + (field.kind.type === "amount" ? 4 : 0);
  return named[field.key] ?? Math.max(widthOfKind(field.kind), 44 + 14 * letters);
}

function widthOfKind(kind: Kind): number {
  switch (kind.type) {
    case "text":
      return kind.max < 50 ? 96 : kind.max < 200 ? 180 : 220;
    case "amount":
      return 128;
    case "date":
    case "month":
      return 116;
    case "uscc":
      return 190;
    case "flag":
    case "rate":
    case "count":
      return 80;
    case "choice":
      return 120;
    case "choices":
      return 160;
  }
}

/** Amounts and counts stand to the right. */
export function isNumber(kind: Kind): boolean {
  return kind.type === "amount" || kind.type === "rate" || kind.type === "count";
}
