/** The plan view's own desk: what it shows, and what it asks the second module. */

import type { Desk } from "../desk";
import type { Refused, Answer, PlannedDebts } from "../engine/office/planning";
import { loadOffice, type Office } from "../engine/office";
import { messageOf } from "../engine/errors";
import { today } from "../today";

/** What the view shows. */
export type Place =
  | { kind: "list" }
  | { kind: "budget" }
  | { kind: "payments" }
  | { kind: "since" }
  | { kind: "debt"; row: number }
  | { kind: "interest"; row: number };

/** A plan as it is edited: texts, as they were typed. */
export interface Line {
  due: string;
  amount: string;
}

/** A plan for one debt. */
export interface Planned {
  row: number;
  instalments: readonly Line[];
}

export class Planner {
  place: Place = { kind: "list" };
  debts: PlannedDebts | null = null;
  /** Why the second module could not be had. */
  trouble = "";
  #office: Office | null = null;

  constructor(readonly desk: Desk) {
    desk.turns.add((turn) => {
      if (turn === null) {
        this.place = { kind: "list" };
      }
      this.debts = null;
    });
  }

  go(place: Place): void {
    this.place = place;
    this.desk.refresh();
    this.desk.stage.toTop();
  }

  get office(): Office | null {
    return this.#office;
  }

  /** Gets the second module, once; the view draws itself again when it is there. */
  load(): void {
    if (this.#office) {
      return;
    }
    loadOffice().then(
      (office) => {
        this.#office = office;
        this.trouble = "";
        this.desk.refresh();
      },
      (error: unknown) => {
        this.trouble = messageOf(error);
        this.desk.refresh();
      },
    );
  }

  /** The debts and their plans as they stand; nothing while the second module is not there. */
  list(): PlannedDebts | null {
    if (!this.debts) {
      const form = JSON.stringify({ as_of: today() });
      const told = this.ask((office, draft) => office.plan_debts(draft, form));
      this.debts = told && !isRefused(told) ? told : null;
    }
    return this.debts;
  }

  /** Asks the second module about the ledger as it stands. */
  ask<T>(question: (office: Office, draft: Uint8Array) => Answer<T>): Answer<T> | null {
    const { session } = this.desk;
    if (!this.#office || !session) {
      return null;
    }
    return question(this.#office, new TextEncoder().encode(session.draft()));
  }

  /** Puts plans into their debts: one step, which one undo takes back. */
  write(plans: readonly Planned[]): Refused | null {
    const form = JSON.stringify({ plans });
    const told = this.ask((office, draft) => office.plan_written(draft, form));
    if (!told || isRefused(told)) {
      return told;
    }
    const rows = told.plans.flatMap(({ row, texts }) => texts.map(() => row));
    const texts = told.plans.flatMap(({ texts }) => texts.flat());
    this.desk.change((session) => session.set_plans(rows, told.keys, texts));
    const said = told.remarks.map((words) => this.desk.say(words));
    this.desk.tell([this.desk.t.plansWritten(told.plans.length), ...said].join(" "));
    return null;
  }
}

export function isRefused<T>(answer: Answer<T>): answer is Refused {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}

/** Fen as yuan, a text the engine reads whatever the ledger's unit. */
export function yuan(fen: number): string {
  const whole = Math.abs(fen);
  const cents = String(whole % 100).padStart(2, "0");
  return `${fen < 0 ? "-" : ""}${(whole - (whole % 100)) / 100}.${cents}元`;
}
