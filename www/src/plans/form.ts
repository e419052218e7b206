/** What the clerk fills in to have a plan proposed; it is sent as it stands. */

import { today } from "../today";

export type Method = "equal" | "fixed" | "until" | "milestones";

export interface ProposalForm {
  method: Method;
  parts: string;
  each: string;
  until: string;
  round: string;
  first: string;
  every: string;
  roll: boolean;
  whole: boolean;
  target: string;
  milestones: { due: string; percent: string }[];
}

export interface BudgetForm {
  method: string;
  inside: string;
  threshold: string;
  budget: string;
  periods: string;
  until_cleared: boolean;
  first: string;
  every: string;
  roll: boolean;
}

/** The last day of this month. */
export function monthEnd(): string {
  const [year = 0, month = 1] = today().split("-").map(Number);
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${today().slice(0, 7)}-${day}`;
}

export function newProposal(): ProposalForm {
  const year = today().slice(0, 4);
  return {
    method: "equal",
    parts: "6",
    each: "",
    until: `${year}-12-31`,
    round: "yuan",
    first: monthEnd(),
    every: "1",
    roll: true,
    whole: false,
    target: "",
    milestones: [
      { due: monthEnd(), percent: "50" },
      { due: `${year}-12-31`, percent: "50" },
    ],
  };
}

export function newBudget(): BudgetForm {
  return {
    method: "undisputed-first",
    inside: "oldest-first",
    threshold: "",
    budget: "",
    periods: "1",
    until_cleared: true,
    first: monthEnd(),
    every: "1",
    roll: true,
  };
}

/** The boxes of a form by the names the engine calls them in a refusal. */
export function isShown(form: ProposalForm, field: string): boolean {
  switch (field) {
    case "parts":
      return form.method === "equal";
    case "each":
      return form.method === "fixed";
    case "until":
      return form.method === "until";
    case "round":
      return form.method === "equal" || form.method === "until";
    case "first":
      return form.method !== "milestones";
    default:
      return true;
  }
}
