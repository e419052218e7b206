/** How far each step is, worked out from the ledger and from what is wrong with it. */

import type { Desk } from "./desk";
import { isOpen } from "./findings";
import { STEPS, stepOfFinding, type TaskStep } from "./steps";

export type TaskState =
  | { state: "not_started" }
  /** Steps before it have to be finished. */
  | { state: "waits" }
  | { state: "in_progress"; left: number }
  | { state: "errors"; count: number }
  | { state: "done" }
  /** A unit that owes nothing has no debts and no plan. */
  | { state: "not_needed" };

/** Open findings of a step. */
interface Left {
  errors: number;
  warnings: number;
  /** Those of them that only say that something was not filled in, or not sealed, yet. */
  ahead: number;
}

/** Rules that say no more than that a cell is blank, or that the paper is not sealed yet. */
const AHEAD: readonly string[] = ["C-01", "H-11"];

const NOTHING: Left = { errors: 0, warnings: 0, ahead: 0 };

export class Tasks {
  #left = new Map<TaskStep, Left>();
  #version = -1;

  constructor(private readonly desk: Desk) {}

  stateOf(step: TaskStep): TaskState {
    this.#count();
    const { overview } = this.desk;
    if (!overview) {
      return { state: "not_started" };
    }
    const isEmpty = overview.rows === 0;
    switch (step) {
      case "unit":
        return this.#unit(overview.unit_name === "");
      case "ledger":
      case "plan":
        return isEmpty ? { state: overview.is_nil ? "not_needed" : "not_started" } : this.#of(step);
      case "check":
        return isEmpty && !overview.is_nil ? { state: "not_started" } : this.#whole();
      case "print":
        return this.#paper();
      case "export":
        return this.#file();
    }
  }

  /** How many steps are behind the clerk. */
  get done(): number {
    const isOver = (step: TaskStep) => ["done", "not_needed"].includes(this.stateOf(step).state);
    return STEPS.filter(isOver).length;
  }

  /** Nobody is blamed for what is not filled in before asking what is missing. */
  #unit(isUnknown: boolean): TaskState {
    const { errors, warnings, ahead } = this.#leftOf("unit");
    if (isUnknown) {
      return { state: "not_started" };
    }
    return errors <= ahead && !this.desk.attention.asked
      ? stateOf(0, errors + warnings)
      : stateOf(errors, warnings);
  }

  #of(step: TaskStep): TaskState {
    const { errors, warnings } = this.#leftOf(step);
    return stateOf(errors, warnings);
  }

  /** All that is left, but for the seal: it comes after the check. */
  #whole(): TaskState {
    const steps = STEPS.map((step) => (step === "print" ? NOTHING : this.#leftOf(step)));
    const sum = (count: (left: Left) => number) =>
      steps.reduce((total, left) => total + count(left), 0);
    return stateOf(
      sum(({ errors }) => errors),
      sum(({ warnings }) => warnings),
    );
  }

  /** While nobody has said that the paper is sealed, it is not begun. */
  #paper(): TaskState {
    const { errors, warnings, ahead } = this.#leftOf("print");
    if (ahead === 0 || ahead < errors + warnings) {
      return stateOf(errors, warnings);
    }
    return { state: this.#whole().state === "done" ? "not_started" : "waits" };
  }

  #file(): TaskState {
    if (this.desk.submission) {
      return { state: "done" };
    }
    return { state: this.desk.overview?.ready ? "not_started" : "waits" };
  }

  #leftOf(step: TaskStep): Left {
    return this.#left.get(step) ?? NOTHING;
  }

  /** Ten thousand findings are not counted again for every key. */
  #count(): void {
    const { findings } = this.desk;
    if (findings.version === this.#version) {
      return;
    }
    this.#version = findings.version;
    this.#left = new Map();
    for (const finding of findings.each()) {
      if (isOpen(finding)) {
        const step = stepOfFinding(finding, this.desk);
        const left = this.#leftOf(step);
        this.#left.set(step, {
          errors: left.errors + (finding.severity === "error" ? 1 : 0),
          warnings: left.warnings + (finding.severity === "warning" ? 1 : 0),
          ahead: left.ahead + (AHEAD.includes(finding.code) ? 1 : 0),
        });
      }
    }
  }
}

function stateOf(errors: number, left: number): TaskState {
  if (0 < errors) {
    return { state: "errors", count: errors };
  }
  return 0 < left ? { state: "in_progress", left } : { state: "done" };
}
