/**
 * Which cell of the ledger a control of somebody else's form stands for, by its name.
 *
 * A head field by its key (`filler`, `header.filler`); a debt's by `entries[0].creditor_name`,
 * `entries[0][creditor_name]` or, within an element that has `data-arrears-entry`, by its key alone;
 * what hangs on a debt likewise, by `entries[0].instalments[1].due_on` or within an element with
 * `data-arrears-child="instalments"`. `data-arrears-field` on a control takes the name's place.
 */

import type { ChildTable } from "../../engine/contract";

/** What makes a debt of the form that debt: its container, or the number in its names. */
export type Key = Element | number;

/** The cell, by the form's own debts. */
export type Place =
  | { table: "header"; field: string }
  | { table: "entries"; entry: Key; field: string }
  | { table: ChildTable; entry: Key; child: Key; field: string };

export const ENTRY = "data-arrears-entry";
export const CHILD = "data-arrears-child";
export const FIELD = "data-arrears-field";

const CHILDREN: readonly string[] = ["instalments", "payments", "changes"];

/** `null` for what is no cell's. `names` gives fields the names that the portal has for them. */
export function placeOf(control: Element, names: Readonly<Record<string, string>>): Place | null {
  const own = control.getAttribute(FIELD) ?? control.getAttribute("name") ?? "";
  const parts = partsOf(names[own] ?? own);
  const field = parts[parts.length - 1];
  if (field === undefined) {
    return null;
  }
  const container = control.closest(`[${ENTRY}]`);
  const inner = control.closest(`[${CHILD}]`);
  if (container) {
    const isInner = inner && container.contains(inner);
    return isInner
      ? placed(container, inner.getAttribute(CHILD) ?? "", inner, field)
      : { table: "entries", entry: container, field };
  }
  if (parts[0] !== "entries") {
    return parts.length === 1 || (parts.length === 2 && parts[0] === "header")
      ? { table: "header", field }
      : null;
  }
  const entry = numberOf(parts[1]);
  if (entry !== null && parts.length === 3) {
    return { table: "entries", entry, field };
  }
  const child = numberOf(parts[3]);
  return entry !== null && child !== null && parts.length === 5
    ? placed(entry, parts[2] ?? "", child, field)
    : null;
}

function placed(entry: Key, table: string, child: Key, field: string): Place | null {
  return CHILDREN.includes(table) ? { table: table as ChildTable, entry, child, field } : null;
}

/** `entries[0][name]` and `entries[0].name` alike; what a server reads as a list ends in `[]`. */
function partsOf(name: string): string[] {
  return name.split(/[.[\]]/).filter((part) => part !== "");
}

function numberOf(part: string | undefined): number | null {
  return part !== undefined && /^\d+$/.test(part) ? Number(part) : null;
}
