/** The script with the campaign the page is built with, and the words of its notice. */

import campaign from "../../src/campaign/yexian_2022.json";
import notice from "../../src/campaign/yexian_2022.clauses.json";

import type { BuiltIn } from "./campaign";

const builtIn: BuiltIn = { campaign: JSON.stringify(campaign), clauses: notice.clauses };

Object.assign(self, { arrears_ledger_yexian_2022: builtIn });
