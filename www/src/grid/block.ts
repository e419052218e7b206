/** Blocks of cells as the text spreadsheets exchange. */

/** Rows of cells → text parted by tabs, quoted where a cell holds what parts cells. */
export function toText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\n\r]/.test(text) ? quoted(text) : text);
  return rows.map((cells) => cells.map(cell).join("\t")).join("\r\n");
}

/** Marks what the grid itself copied: its text is exact, so its table need not be read. */
export const OWN = "data-arrears-ledger";

/**
 * Rows of cells → a table. A spreadsheet takes the cells of a text column for texts, whatever digits
 * they are made of: no zero in front is lost, and no eighteen digits become a number.
 */
export function toHtml(rows: readonly (readonly string[])[], isText: readonly boolean[]): string {
  const cell = (text: string, column: number) =>
    `<td${isText[column] ? ` style='mso-number-format:"\@"'` : ""}>${escaped(text)}</td>`;
  const lines = rows.map((cells) => `<tr>${cells.map(cell).join("")}</tr>`);
  return `<meta charset="utf-8"><table ${OWN}>${lines.join("")}</table>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r?\n/g, "<br>");
}

/** A cell that nothing in it can part. */
export function quoted(cell: string): string {
  return `"${cell.replace(/"/g, '""')}"`;
}

/** One cell only: it is typed, not pasted, so that no comma or quote of it parts anything. */
export function isOneCell(text: string): boolean {
  return !/[\t\n\r]/.test(text.replace(/\r?\n$/, ""));
}

/** The cells of a text that parts them by tabs; in quotes, tabs and line breaks part nothing. */
export function fromText(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, inQuotes, plain = "", end] = cell.exec(text) ?? [];
    if (end === undefined) {
      return [];
    }
    rows[rows.length - 1]?.push(inQuotes?.replace(/""/g, '"') ?? plain);
    if (end === "\t" && cell.lastIndex === text.length) {
      rows[rows.length - 1]?.push("");
    } else if (end !== "\t" && cell.lastIndex < text.length) {
      rows.push([]);
    }
  }
  return rows;
}

/**
 * A block as often as it goes into so many rows and columns; `null` where it does not go into them
 * evenly more than once, and so is pasted once.
 */
export function tiled(text: string, rows: number, columns: number): string | null {
  const block = fromText(text);
  const width = block[0]?.length ?? 0;
  const isEven = width !== 0 && block.every((cells) => cells.length === width);
  const isMore = block.length < rows || width < columns;
  if (!isEven || !isMore || rows % block.length !== 0 || columns % width !== 0) {
    return null;
  }
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = block[row % block.length] ?? [];
    return Array.from({ length: columns }, (__, column) => cells[column % width] ?? "");
  });
  return toText(lines);
}
