/** What the paper needs beside the ledger: capital figures, the check code, the declaration. */

import type { Desk } from "../desk";
import { loadOffice, type Office } from "../engine/office";
import { today } from "../today";

export class Paperwork {
  /** The total of the arrears in capital figures; empty until the second module is there. */
  capital = "";
  /** The day somebody declared that the ledger is whole and true; lapses with any change. */
  declared: string | null = null;
  /** The check code on the last paper. */
  printed: string | null = null;
  #office: Office | null = null;
  #code: string | null = null;

  constructor(private readonly desk: Desk) {
    desk.turns.add((turn) => {
      this.#code = null;
      this.declared = null;
      this.printed = turn === null ? null : this.printed;
      this.#count();
    });
  }

  /** Gets what has to be there before the browser asks for the paper. */
  async prepare(): Promise<void> {
    try {
      this.#office = await loadOffice();
    } catch {
      // The paper then has its total in figures only.
      return;
    }
    this.#count();
    this.desk.refresh();
  }

  declare(isOn: boolean): void {
    this.declared = isOn ? today() : null;
    this.desk.refresh();
  }

  /** The check code of the file as it would be handed in now; empty while it cannot be. */
  code(): string {
    const { session, overview, submission } = this.desk;
    if (this.#code === null) {
      const written = submission ?? (overview?.ready ? session?.submission() : null);
      this.#code = written?.check_code ?? "";
    }
    return this.#code;
  }

  /** The ledger was changed after it was printed: the paper no longer has the file's code. */
  get isOutdated(): boolean {
    return this.printed !== null && this.printed !== this.code();
  }

  #count(): void {
    const { overview } = this.desk;
    if (this.#office && overview) {
      const inWan = overview.amount_unit === "wan";
      const words = this.#office.capital_words(overview.totals.arrears, inWan);
      this.capital = words ? `人民币${words}` : "";
    }
  }
}
