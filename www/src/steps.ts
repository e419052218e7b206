/** The steps of the job, as the address names them. */

export const STEPS = ["unit", "ledger", "plan", "check", "print", "export"] as const;

export type Step = "home" | (typeof STEPS)[number];

export function stepOf(hash: string): Step {
  return STEPS.find((step) => `#${step}` === hash) ?? "home";
}
