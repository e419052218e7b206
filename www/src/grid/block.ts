/** A block of cells as the text spreadsheets exchange. */

/** Rows of cells → text parted by tabs, quoted where a cell holds what parts cells. */
export function toText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\r\n");
}

/** `rows` times `columns` blank cells; pasting them clears in one step. */
export function blank(rows: number, columns: number): string {
  const row = "\t".repeat(columns - 1);
  return Array.from({ length: rows }, () => row).join("\r\n") + "\r\n";
}

/** One cell only: it is typed, not pasted, so that no comma or quote of it parts anything. */
export function isOneCell(text: string): boolean {
  return !/[\t\n\r]/.test(text.replace(/\r?\n$/, ""));
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
