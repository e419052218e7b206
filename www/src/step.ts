/** The steps of the job, in their order. */

export const STEPS = ["unit", "ledger", "plan", "check", "print", "export"] as const;

export type TaskStep = (typeof STEPS)[number];
export type Step = "home" | TaskStep;
