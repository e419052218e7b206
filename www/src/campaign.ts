/** The campaign the page is built with. It comes in a script of its own: a portal may bring another. */

import { leftBy } from "./engine/script";

/** What that script leaves behind. */
export interface BuiltIn {
  /** The text of the campaign file. */
  campaign: string;
  /** What the notice says, clause by clause. */
  clauses: readonly { clause: string; quote: string }[];
}

let asked: Promise<BuiltIn> | null = null;
let there: BuiltIn | null = null;

/** Rejects where it cannot be had; a call after one that failed tries again. */
export function builtIn(): Promise<BuiltIn> {
  asked ??= leftBy<BuiltIn>("arrears_ledger_yexian_2022").then(
    (left) => (there = left),
    (error: unknown) => {
      asked = null;
      throw error;
    },
  );
  return asked;
}

/** The same where it is there already. */
export function builtInNow(): BuiltIn | null {
  return there;
}
