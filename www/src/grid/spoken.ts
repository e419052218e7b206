/**
 * The grid for those who hear it: a table of one row, the one the clerk is in, that says how many
 * there are. The cell that typing goes to holds the box; the others of its row can be read beside it.
 */

export interface Spoken {
  label: string;
  rows: number;
  /** The row, from 1, as the ledger counts. */
  row: number;
  column: number;
  headings: readonly string[];
  texts: readonly string[];
}

export class SpokenGrid {
  readonly element = element("div", "grid");
  readonly #head = element("div", "row");
  readonly #row = element("div", "row");
  readonly #cell = element("div", "gridcell");
  #headings = "";

  /** `editor` is put into the cell the clerk is in. */
  constructor(editor: HTMLElement) {
    this.element.className = "spoken";
    this.#head.setAttribute("aria-rowindex", "1");
    this.#cell.append(editor);
    this.#row.append(this.#cell);
    this.element.append(this.#row);
  }

  say(now: Spoken): void {
    const { element: grid } = this;
    grid.setAttribute("aria-label", now.label);
    grid.setAttribute("aria-rowcount", String(now.rows + 1));
    grid.setAttribute("aria-colcount", String(now.headings.length));
    this.#row.setAttribute("aria-rowindex", String(now.row + 1));
    this.#cell.setAttribute("aria-colindex", String(now.column + 1));
    this.#sayHeadings(now.headings);
    this.#sayRow(now);
  }

  #sayHeadings(headings: readonly string[]): void {
    const all = headings.join("\t");
    if (all !== this.#headings) {
      this.#headings = all;
      replace(
        this.#head,
        headings.map((text, index) => unseen("columnheader", text, index)),
      );
      // A row of no headings is none.
      if (headings.length === 0) {
        this.#head.remove();
      } else {
        this.#row.before(this.#head);
      }
    }
  }

  /** The box stays where it is in the page: moving it would take its focus. */
  #sayRow({ texts, column }: Spoken): void {
    const { children } = this.#row;
    for (const other of [...children]) {
      if (other !== this.#cell) {
        other.remove();
      }
    }
    const others = texts.map((text, index) => unseen("gridcell", text, index));
    this.#cell.before(...others.slice(0, column));
    this.#cell.after(...others.slice(column + 1));
  }
}

function unseen(role: string, text: string, index: number): HTMLElement {
  const cell = element("div", role);
  cell.className = "unseen";
  cell.setAttribute("aria-colindex", String(index + 1));
  cell.textContent = text;
  return cell;
}

function element(name: string, role: string): HTMLElement {
  const made = document.createElement(name);
  made.setAttribute("role", role);
  return made;
}

function replace(parent: HTMLElement, children: readonly HTMLElement[]): void {
  while (parent.firstChild) {
    parent.firstChild.remove();
  }
  parent.append(...children);
}
