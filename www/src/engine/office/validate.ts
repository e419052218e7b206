/** Everything that is to be said of a file. */

import type { Lang } from "../contract";

export interface Validating {
  /** The answer of `arrears-ledger validate --format json` for the same bytes. */
  validate(name: string, bytes: Uint8Array, campaign: string, today: string, lang: Lang): string;
}
