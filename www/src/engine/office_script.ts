/** The script that is loaded with the second module: its glue. */

import * as glue from "arrears_ledger_office";

Object.assign(self, { arrears_ledger_office: glue });
