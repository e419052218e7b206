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
