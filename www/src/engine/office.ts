/** The second module: the whole crate, fetched when somebody first asks for what it does. */

import type { Amounts } from "./office/amount";
import type { Comparing } from "./office/compare";
import type { Collecting } from "./office/county";
import type { Explaining } from "./office/explain";
import type { Planning } from "./office/planning";
import type { Sealer } from "./office/seal";
import type { Validating } from "./office/validate";
import type { Workbooks } from "./office/workbook";
import { leftBy } from "./script";
import { Module, isFault, type Glue, type Started } from "./start";

/**
 * What the second module does, topic by topic. Nothing is kept between calls but a county's
 * collection. Throws `Error`s with a `code`; where a file cannot be read, the code of the finding.
 */
export interface Office
  extends Amounts, Collecting, Comparing, Explaining, Planning, Sealer, Validating, Workbooks {}

/** What its script leaves behind. */
type OfficeGlue = Glue & Office;

/** How the second module runs; nothing where it was not asked for. */
export const second: { started: Started | null } = { started: null };
let glue: OfficeGlue | null = null;
let module: Module | null = null;
let loading: Promise<Office> | null = null;

/**
 * The second module, ready. Fetched by the first call, or taken out of the page where it is one file;
 * a call after one that failed tries again. Rejects with the code `office_missing` where the module
 * cannot be had.
 */
export function loadOffice(): Promise<Office> {
  loading ??= load();
  return loading;
}

/** What was thrown by a call: where it stopped the module short, the next call gets a fresh one. */
export function afterFault(error: unknown): unknown {
  if (!isFault(error)) {
    return error;
  }
  loading = null;
  return Object.assign(new Error((error as Error).message), { code: "office_fault" });
}

async function load(): Promise<Office> {
  try {
    glue ??= await leftBy<OfficeGlue>("arrears_ledger_office");
    module ??= new Module(glue, "arrears_ledger_office");
    await module.start();
    second.started = module.started;
    return glue;
  } catch (error) {
    loading = null;
    throw Object.assign(new Error(String(error)), { code: "office_missing" });
  }
}
