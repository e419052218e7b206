/** A plan on the drawing board: lines as they are typed, weighed against the balance each time. */

import type { Office } from "../engine/office";
import type { Weighed } from "../engine/office/planning";
import type { Due } from "./months";
import { isRefused, yuan, type Line } from "./planner";

export class Plot {
  lines: Line[];
  weighed: Weighed | null = null;
  /** Whether somebody wanted to write it although it does not add up. */
  pressed = false;

  constructor(
    private readonly office: Office,
    private readonly unit: "wan" | "yuan",
    readonly total: number,
    lines: readonly Line[],
    private readonly against: object,
  ) {
    this.lines = lines.map(({ due, amount }) => ({ due, amount }));
    this.#weigh();
  }

  /** The instalments make the balance to the fen. */
  get ties(): boolean {
    return this.weighed?.ties ?? false;
  }

  get due(): Due[] {
    return this.weighed?.instalments.filter(({ due_fault }) => !due_fault) ?? [];
  }

  set(place: number, line: Partial<Line>): void {
    this.lines = this.lines.map((old, index) => (index === place ? { ...old, ...line } : old));
    this.#weigh();
  }

  remove(place: number): void {
    this.lines = this.lines.filter((_, index) => index !== place);
    this.#weigh();
  }

  add(): void {
    this.lines = [...this.lines, { due: "", amount: "" }];
    this.#weigh();
  }

  /** Whether the last line can take the difference and stay above nothing. */
  get canSettle(): boolean {
    const { instalments, difference } = this.weighed ?? {};
    const last = instalments?.[instalments.length - 1];
    return last !== undefined && 0 < last.fen + (difference?.fen ?? 0);
  }

  /** Puts the difference on the last line. */
  settle(): void {
    const { instalments, difference } = this.weighed ?? {};
    const last = instalments?.[instalments.length - 1];
    if (last && difference && this.canSettle) {
      this.set(this.lines.length - 1, { amount: yuan(last.fen + difference.fen) });
    }
  }

  /** What was read is shown as the engine prints it; what was not stays as it was typed. */
  #weigh(): void {
    const { unit, total: total_fen, lines: instalments } = this;
    const form = { unit, total_fen, instalments, ...this.against };
    const told = this.office.plan_weigh(JSON.stringify(form));
    this.weighed = isRefused(told) ? null : told;
    this.lines =
      this.weighed?.instalments.map(({ due, amount }) => ({ due, amount })) ?? this.lines;
  }
}
