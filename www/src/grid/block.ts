/** Blocks of cells as the text spreadsheets exchange. */

/** Rows of cells → text parted by tabs, quoted where a cell holds what parts cells. */
export function toText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\n\r]/.test(text) ? quoted(text) : text);
  return rows.map((cells) => cells.map(cell).join("\t")).join("\r\n");
}

/** A cell that nothing in it can part. */
export function quoted(cell: string): string {
  return `"${cell.replace(/"/g, '""')}"`;
}

/** One cell only: it is typed, not pasted, so that no comma or quote of it parts anything. */
export function isOneCell(text: string): boolean {
  return !/[\t\n\r]/.test(text.replace(/\r?\n$/, ""));
}
