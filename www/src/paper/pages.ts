/**
 * Lays things out on sheets of A4 across, by measuring them. Browsers of this page's age know no
 * page counters and no margin boxes, so each sheet is a box of its own with its heading, its foot
 * and its number; that works in every kernel.
 *
 * Whoever fills a sheet measures first: heights are read while the paper lies beside the screen, in
 * the same letters and millimetres it is printed in.
 */

/** A row of a table; `parts` counts the sheets a row runs over, of which this is one. */
export interface PaperRow {
  cells: string[];
  /** The first part of it: what follows is the rest of its texts. */
  isWhole: boolean;
}

export interface PaperTable {
  caption?: string;
  columns: { label: string; look: string }[];
  rows: string[][];
  /** What stands below the rows of one sheet; without it, nothing does. */
  subtotal?: (rows: readonly string[][]) => HTMLElement;
  /** What stands below all of them. */
  total?: HTMLElement[];
  /** Written into the first cell of a row that goes on on the next sheet. */
  goesOn: string;
}

/** Letters may come out a little higher on paper than on the screen. */
const SLACK = 10;

export class Sheets {
  readonly #sheets: HTMLElement[] = [];
  #body: HTMLElement;
  #left = 0;

  /** `frame` makes an empty sheet: head, `.sheet-body`, foot with `.sheet-number`. */
  constructor(
    private readonly root: HTMLElement,
    private readonly frame: () => HTMLElement,
  ) {
    this.#body = this.#open();
  }

  /** Puts something where it is not parted; on the next sheet where this has no room. */
  add(block: HTMLElement): void {
    this.#body.append(block);
    const height = outerHeight(block);
    if (this.#left < height && this.#body.childElementCount !== 1) {
      this.#body = this.#open();
      this.#body.append(block);
    }
    this.#left -= height;
  }

  table(table: PaperTable): void {
    const probe = new Probe(this.#body, table, this.#room());
    let rows: string[][] = [];
    let body = this.#begin(table, probe);
    for (const { row, height, isFirst } of probe.rows) {
      if (this.#left < height + probe.subtotal && body.childElementCount !== 0) {
        this.#end(table, body, rows);
        rows = [];
        this.#body = this.#open();
        body = this.#begin(table, probe);
      }
      body.append(row);
      this.#left -= height;
      if (isFirst) {
        rows.push(isFirst);
      }
    }
    if (this.#left < probe.subtotal + probe.total && body.childElementCount !== 0) {
      this.#end(table, body, rows);
      rows = [];
      this.#body = this.#open();
      body = this.#begin(table, probe);
    } else {
      this.#end(table, body, rows);
    }
    body.append(...(table.total ?? []));
    this.#left -= probe.total;
  }

  /** Writes onto each sheet which of how many it is. */
  number(says: (page: number, pages: number) => string): void {
    for (const [index, sheet] of this.#sheets.entries()) {
      const number = sheet.querySelector(".sheet-number");
      if (number) {
        number.textContent = says(index + 1, this.#sheets.length);
      }
    }
  }

  #open(): HTMLElement {
    const sheet = this.frame();
    this.root.append(sheet);
    this.#sheets.push(sheet);
    this.#body = sheet.querySelector<HTMLElement>(".sheet-body") ?? sheet;
    this.#left = this.#room();
    return this.#body;
  }

  /** What an empty sheet holds. */
  #room(): number {
    return this.#body.getBoundingClientRect().height - SLACK;
  }

  #begin(table: PaperTable, probe: Probe): HTMLElement {
    const needs = probe.head + probe.first + probe.subtotal;
    if (this.#left < needs && this.#body.childElementCount !== 0) {
      this.#body = this.#open();
    }
    const { element, body } = emptyTable(table);
    this.#body.append(element);
    this.#left -= probe.head;
    return body;
  }

  #end(table: PaperTable, body: HTMLElement, rows: readonly string[][]): void {
    const subtotal = table.subtotal?.(rows);
    if (subtotal) {
      body.append(subtotal);
      this.#left -= outerHeight(subtotal);
    }
  }
}

/** A table drawn once in full to be measured; rows too high for a sheet are parted. */
class Probe {
  readonly head: number;
  readonly first: number;
  readonly subtotal: number;
  readonly total: number;
  readonly rows: { row: HTMLElement; height: number; isFirst: string[] | null }[] = [];

  constructor(place: HTMLElement, table: PaperTable, room: number) {
    const { element, body } = emptyTable(table);
    place.append(element);
    const empty = outerHeight(element);
    body.append(...table.rows.map(rowOf(table)));
    const drawn = [...body.children] as HTMLElement[];
    const heights = drawn.map((row) => row.getBoundingClientRect().height);
    const sub = table.subtotal?.(table.rows);
    body.append(...(sub ? [sub] : []));
    this.subtotal = sub ? outerHeight(sub) : 0;
    body.append(...(table.total ?? []));
    this.total = (table.total ?? []).reduce((sum, row) => sum + outerHeight(row), 0);
    this.head = empty;
    const most = room - this.head - this.subtotal;
    for (const [index, row] of drawn.entries()) {
      const height = heights[index] ?? 0;
      const cells = table.rows[index] ?? [];
      if (height <= most) {
        this.rows.push({ row, height, isFirst: cells });
      } else {
        this.#part(row, cells, table, most);
      }
    }
    this.first = this.rows[0]?.height ?? 0;
    element.remove();
  }

  /** Parts a row that is higher than a sheet: what fits, what fits of the rest, and so on. */
  #part(row: HTMLElement, cells: string[], table: PaperTable, most: number): void {
    const taken = cells.map(() => 0);
    let isFirst = true;
    for (;;) {
      const ends = cells.map((_, at) => fitting(row.children[at], taken[at] ?? 0, most));
      const texts = cells.map((text, at) => text.slice(taken[at], ends[at]));
      if (texts.every((text) => text === "")) {
        return;
      }
      if (!isFirst && texts[0] === "") {
        texts[0] = table.goesOn;
      }
      const part = rowOf(table)(texts);
      row.before(part);
      const height = part.getBoundingClientRect().height;
      this.rows.push({ row: part, height, isFirst: isFirst ? cells : null });
      ends.forEach((end, at) => (taken[at] = end));
      isFirst = false;
    }
  }
}

/** How far the text of a cell reaches from a place until it is as high as this. */
function fitting(cell: Element | undefined, from: number, height: number): number {
  const text = cell?.firstChild;
  if (!(text instanceof Text)) {
    return from;
  }
  const range = document.createRange();
  range.setStart(text, from);
  // A line less: the rest begins a line of its own, and cells have a margin.
  const most = height - 2 * lineHeight(cell as HTMLElement);
  const fits = (end: number) => {
    range.setEnd(text, end);
    return range.getBoundingClientRect().height <= most;
  };
  let [good, bad] = [from, text.length + 1];
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1;
    [good, bad] = fits(middle) ? [middle, bad] : [good, middle];
  }
  // A letter of two halves stays whole.
  const code = text.data.charCodeAt(good - 1);
  return 0xd800 <= code && code <= 0xdbff && good < text.length ? good - 1 : good;
}

function lineHeight(cell: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(cell).lineHeight) || 16;
}

function emptyTable(table: PaperTable): { element: HTMLElement; body: HTMLElement } {
  const body = make("tbody");
  const head = make(
    "thead",
    "",
    make("tr", "", ...table.columns.map(({ label, look }) => make("th", look, label))),
  );
  const parts = table.caption ? [make("caption", "", table.caption), head, body] : [head, body];
  return { element: make("table", "sheet-table", ...parts), body };
}

function rowOf(table: PaperTable): (cells: readonly string[]) => HTMLElement {
  return (cells) =>
    make("tr", "", ...table.columns.map(({ look }, at) => make("td", look, cells[at] ?? "")));
}

/** With what stands between it and the next. */
function outerHeight(element: HTMLElement): number {
  const { marginTop, marginBottom } = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height +
    (Number.parseFloat(marginTop) || 0) +
    (Number.parseFloat(marginBottom) || 0)
  );
}

export function make(tag: string, look = "", ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (look) {
    element.className = look;
  }
  element.append(...children);
  return element;
}
