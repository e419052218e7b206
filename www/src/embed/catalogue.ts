/** Every field, rule and limit, with their words in both languages: `arrears-ledger/catalogue`. */

import catalogue from "../engine/catalogue.json";

import type { Catalogue } from "../engine/contract";

export default catalogue as unknown as Catalogue;
