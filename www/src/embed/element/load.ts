/** In the package, this takes the place of the page's `engine/load`: the rules are those of `arrears-ledger`. */

import type { Started } from "../../engine/start";

/** How the rules run, once they do. */
export const first: { started: Started | null } = { started: null };
