/**
 * Where an element stands on the page already, the rules are fetched and compiled while the rest of
 * this script is still being run. Imported before all else.
 */

import { load } from "../index";

if (document.querySelector("arrears-ledger")) {
  // Whoever opens a ledger asks again, and is told what is wrong.
  load().catch(() => undefined);
}
