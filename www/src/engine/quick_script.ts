/** The script that is loaded where the first large ledger is opened: the quick module's glue. */

import * as glue from "arrears_ledger";

Object.assign(self, { arrears_ledger_quick: glue });
