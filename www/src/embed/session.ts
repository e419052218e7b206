/** An open ledger as other people's programs see it: keys that do not exist do not compile. */

import type * as Contract from "../engine/contract";
import type {
  ChangesKey,
  EntriesKey,
  HeaderKey,
  InstalmentsKey,
  PaymentsKey,
} from "../engine/crate/keys";

/** The columns of what hangs on a debt. */
export interface ChildKeys {
  instalments: InstalmentsKey;
  payments: PaymentsKey;
  changes: ChangesKey;
}

/** What takes keys; all else is as the engine has it. */
type Keyed =
  | "header"
  | "rows"
  | "set_header"
  | "set_cell"
  | "set_child"
  | "fill_down"
  | "set_plans"
  | "add_records"
  | "preview"
  | "paste";

/** One open ledger. Rows and children count from 0. Free it with `free()`. */
export interface Session extends Omit<Contract.Session, Keyed> {
  header(): Record<HeaderKey, string>;
  /** Texts of rows `from` up to `to`, each row in the order of `keys`. */
  rows(from: number, to: number, keys: readonly EntriesKey[]): string[][];
  /** Writes what somebody typed: readable or not, it is kept. */
  set_header(field: HeaderKey, text: string): Contract.Change;
  set_cell(row: number, field: EntriesKey, text: string): Contract.Change;
  set_child<T extends Contract.ChildTable>(
    row: number,
    table: T,
    child: number,
    field: ChildKeys[T],
    text: string,
  ): Contract.Change;
  /** Writes what a row says in these columns into as many rows below it. */
  fill_down(row: number, count: number, keys: readonly EntriesKey[]): Contract.Change;
  /**
   * Gives debts other plans, in one step. `rows` names the debt of each instalment, `texts` holds
   * their texts one after the other, each in the order of `keys`.
   */
  set_plans(
    rows: readonly number[],
    keys: readonly InstalmentsKey[],
    texts: readonly string[],
  ): Contract.Change;
  /**
   * Records payments or changes, in one step. `rows` names the debt of each, `texts` holds their
   * texts one after the other, each in the order of `keys`.
   */
  add_records<T extends Contract.ChildTable>(
    rows: readonly number[],
    table: T,
    keys: readonly ChildKeys[T][],
    texts: readonly string[],
  ): Contract.Change;
  /** Says what `paste` would do, and does nothing. */
  preview(
    row: number,
    keys: readonly EntriesKey[],
    text: string,
    columns?: readonly (EntriesKey | "")[],
    lines?: readonly number[],
  ): Contract.Preview;
  /** Pastes a block of tab-parted text; with a heading row, whole debts are added. */
  paste(
    row: number,
    keys: readonly EntriesKey[],
    text: string,
    columns?: readonly (EntriesKey | "")[],
    lines?: readonly number[],
  ): Contract.Pasted;
}
