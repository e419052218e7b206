/** What a spreadsheet copied → text parted by tabs. */

import { unshown } from "../trusted";
import { OWN, toText } from "./block";

/** As many rows and columns as are read of a table; more of them than any ledger holds. */
const ROWS = 100_100;
const COLUMNS = 1_000;

/**
 * The table of a clipboard where there is one, else its text. Of a table it is known which cells
 * are merged and where a cell breaks its line, which not every spreadsheet tells in its text.
 */
export function copiedText(clipboard: DataTransfer | null): string {
  const html = clipboard?.getData("text/html") ?? "";
  const text = clipboard?.getData("text/plain") ?? "";
  return html && !html.includes(OWN) ? tableText(html) || text : text;
}

/** The one table of a page (Excel, WPS, LibreOffice); empty where there is none, or several. */
export function tableText(html: string): string {
  // The page is never put anywhere: nothing in it runs or is fetched.
  const tables = parsed(html)?.querySelectorAll("table");
  const [table] = tables ?? [];
  if (!table || tables?.length !== 1) {
    return "";
  }
  const rows: string[][] = [];
  for (const [number, row] of [...table.rows].slice(0, ROWS).entries()) {
    const cells = (rows[number] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      // Cells merged from above are there already.
      while (cells[column] !== undefined) {
        column += 1;
      }
      if (COLUMNS <= column) {
        break;
      }
      put(rows, number, column, cell);
      column += cell.colSpan;
    }
  }
  while (rows.length !== 0 && rows[rows.length - 1]?.every((cell) => !cell)) {
    rows.pop();
  }
  return toText(rows.map((cells) => Array.from(cells, (cell) => cell ?? "")));
}

/** `null` where the portal's policy lets no page be read from text. */
function parsed(html: string): Document | null {
  try {
    return new DOMParser().parseFromString(unshown(html), "text/html");
  } catch {
    return null;
  }
}

/** A merged cell has its text in the first of its places, and blanks in the others. */
function put(rows: string[][], row: number, column: number, cell: HTMLTableCellElement): void {
  const down = Math.min(row + Math.max(cell.rowSpan, 1), ROWS);
  const right = Math.min(column + cell.colSpan, COLUMNS);
  // A hostile span of many thousands both ways is not spread out.
  const isHuge = 100_000 < (down - row) * (right - column);
  for (let at = row; at < (isHuge ? row + 1 : down); at += 1) {
    const cells = (rows[at] ??= []);
    for (let place = column; place < right; place += 1) {
      cells[place] = "";
    }
  }
  const cells = (rows[row] ??= []);
  cells[column] = textOf(cell);
}

/** Line breaks are those that are written as such; all other blanks are one blank. */
function textOf(cell: HTMLTableCellElement): string {
  for (const br of cell.querySelectorAll("br")) {
    br.replaceWith("\u{e000}");
  }
  return (cell.textContent ?? "")
    .replace(/[\s\u{a0}]+/gu, " ")
    .replace(/ ?\u{e000} ?/gu, "\n")
    .trim();
}
