/**
 * What of the findings is shown yet. Nobody is blamed for a field not yet reached: before the clerk
 * has asked what is missing, a blank is not said, nor a field of the head never touched.
 */

import type { Finding } from "./engine/contract";

const NOTHING: readonly Finding[] = [];

export class Attention {
  /** Whether the clerk has asked, by going to the check or the export. */
  asked = false;
  /** The debt just begun: what is blank in it is said once the clerk has left it. */
  begun: number | null = null;
  /** What was just hung on a debt, as long as the clerk is in it. */
  begunChild: string | null = null;
  readonly #touched = new Set<string>();

  reset(asked: boolean): void {
    this.asked = asked;
    this.begun = null;
    this.begunChild = null;
    this.#touched.clear();
  }

  touch(headerField: string): void {
    this.#touched.add(headerField);
  }

  /** The clerk is in a debt; leaving the one just begun, it counts like the others. */
  isIn(row: number): void {
    if (row !== this.begun) {
      this.begun = null;
    }
  }

  inHeader(findings: readonly Finding[], field: string, text: string): readonly Finding[] {
    const isReached = this.asked || (this.#touched.has(field) && text !== "");
    return isReached ? findings : NOTHING;
  }

  inChild(findings: readonly Finding[], child: string, text: string): readonly Finding[] {
    return child === this.begunChild && text === "" ? NOTHING : findings;
  }

  inRow(findings: readonly Finding[], row: number, text: string): readonly Finding[] {
    return row === this.begun && text === "" ? NOTHING : findings;
  }
}
