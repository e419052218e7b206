/** The steps of the job, as the address names them, and which of them a finding belongs to. */

import type { Finding } from "./engine/contract";
import type { Lexicon } from "./lexicon";
import { type Step, STEPS, type TaskStep } from "./step";

export { STEPS, type Step, type TaskStep };

/** What is known of the paper once it is sealed. */
export const SEAL_FIELDS: readonly string[] = ["sealed", "seal_ref", "paper_total"];

export function stepOf(hash: string): Step {
  return STEPS.find((step) => `#${step}` === hash) ?? "home";
}

/** The step in which a finding is mended. */
export function stepOfFinding(finding: Finding, lexicon: Lexicon): TaskStep {
  switch (finding.table) {
    case "header":
      return SEAL_FIELDS.includes(finding.field ?? "") ? "print" : "unit";
    case "instalments":
      return "plan";
    case "entries": {
      const group = finding.field ? lexicon.field("entries", finding.field)?.group : null;
      return group === "plan" ? "plan" : "ledger";
    }
    default:
      return "ledger";
  }
}
