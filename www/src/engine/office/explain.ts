/** Why the values of a debt are what they are. */

import type { Explanation } from "../contract";

export interface Explaining {
  /** All that is worked out of a debt; `debt` and `before` are `Session.subject(row)`'s. */
  explain(
    debt: string,
    before: string | undefined,
    row: number,
    campaign: string,
    today: string,
  ): Explanation[];
}
