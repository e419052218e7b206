/** The script that is loaded where the page is to speak English. */

import catalogue from "catalogue-english";

import { en } from "./en";
import type { English } from "./index";

const english: English = { words: en, catalogue };

Object.assign(self, { arrears_ledger_en: english });
