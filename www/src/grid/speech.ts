/** What is said of the cell the clerk is in: to those who hear it, and beside it in a bubble. */

import type { Desk } from "../desk";
import type { FieldInfo } from "../engine/contract";
import { isOpen } from "../findings";
import { focusedIn } from "../stage";
import { Bubble } from "./bubble";
import type { Cursor, Selection } from "./cursor";
import type { Place } from "./frame";
import { SpokenGrid } from "./spoken";

export interface Situation {
  cell: Cursor;
  fields: readonly FieldInfo[];
  labels: readonly string[];
  /** The row's texts. */
  texts: readonly string[];
  /** Where more than a cell is selected. */
  selection: Selection | null;
}

/** Keys that are held down move faster than anybody listens. */
const PAUSE_MS = 250;

export class Speech {
  readonly #grid: SpokenGrid;
  readonly #bubble = new Bubble();
  #said: Parameters<Bubble["show"]>[0] = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly desk: () => Desk,
    private readonly box: HTMLElement,
    editor: HTMLElement,
  ) {
    this.#grid = new SpokenGrid(editor);
  }

  /** The table of one row, with the box in its cell. */
  get element(): HTMLElement {
    return this.#grid.element;
  }

  get bubble(): HTMLElement {
    return this.#bubble.element;
  }

  hide(): void {
    this.#bubble.hide();
  }

  /** Puts the bubble beside the cell, while the clerk is there and not typing over what it covers. */
  settle(place: Place | null, sheet: { width: number; height: number }, isTyping: boolean): void {
    const isHere = focusedIn(this.box) === this.box && !isTyping;
    this.#bubble.show(isHere ? this.#said : null, place, sheet);
  }

  say(now: Situation): void {
    const desk = this.desk();
    const { t, arrangement } = desk;
    const field = now.fields[now.cell.column];
    const text = now.texts[now.cell.column] ?? "";
    const row = arrangement.at(now.cell.row);
    const findings = field ? this.#findings(row, field, text, now.cell.column === 0) : [];
    const [first, ...more] = findings;
    this.#said = first
      ? {
          severity: first.severity,
          sentence: desk.say(first.message),
          more: more.length === 0 ? "" : t.grid.moreFindings(more.length),
        }
      : null;
    const words = [
      t.rowNumber(row + 1),
      now.labels[now.cell.column] ?? "",
      text || t.blank,
      ...findings.map((finding) => desk.say(finding.message)),
    ].join("，");
    this.box.setAttribute("aria-label", words);
    this.box.setAttribute("aria-invalid", first?.severity === "error" ? "true" : "false");
    const { selection } = now;
    const selected = selection
      ? `，${t.grid.selected(selection.bottom - selection.top + 1, selection.right - selection.left + 1)}`
      : "";
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#grid.say({
        label: t.sheet,
        rows: arrangement.count,
        row: now.cell.row + 1,
        column: now.cell.column,
        headings: now.labels,
        texts: now.texts,
      });
      desk.tell(words + selected);
    }, PAUSE_MS);
  }

  /** What is still to be done here; in the first column, of the debt as a whole too. */
  #findings(row: number, field: FieldInfo, text: string, isFirst: boolean) {
    const { attention, findings } = this.desk();
    const here = findings.ofCell(row, field.key).filter(isOpen);
    const whole = isFirst
      ? findings.openOf(row).filter((one) => one.table !== "entries" || !one.field)
      : [];
    return attention.inRow([...here, ...whole], row, text);
  }
}
