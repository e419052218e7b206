/** What changed from one ledger to another. */

import type { Table } from "../contract";

/** A cell that says something else; an empty text is a blank cell. */
export interface Changed {
  table: Table;
  field: string;
  child: number | null;
  old: string;
  new: string;
}

/** A debt of the later ledger, or of the earlier where it is gone. Rows count from 0. */
export interface ComparedDebt {
  row: number;
  debt_id: string | null;
}

export interface Comparison {
  header: Changed[];
  new: ComparedDebt[];
  gone: ComparedDebt[];
  changed: (ComparedDebt & { cells: Changed[] })[];
}

export interface Comparing {
  /** From one submission or draft, by its bytes, to another. Amounts are in yuan. */
  compare(old: Uint8Array, now: Uint8Array): Comparison;
}
