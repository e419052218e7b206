/** From one finding to the next: along the rows seen, then the hidden ones, then from the start. */

import type { Desk } from "../desk";

export interface Stop {
  row: number;
  key: string;
}

/** The next cell with something still to be done; `null` where there is none in any debt. */
export function nextFinding(desk: Desk, from: Stop, back: boolean): Stop | null {
  const rows = rowsInOrder(desk);
  const order = desk.columns.order;
  const here = order.indexOf(from.key);
  const found = rows.indexOf(from.row);
  const isThere = 0 <= found;
  const start = isThere ? found : back ? rows.length : -1;
  const by = back ? -1 : 1;
  for (let step = isThere ? 0 : 1; step <= rows.length; step += 1) {
    const at = (start + by * step + 2 * rows.length) % rows.length;
    const row = rows[at];
    const stops = row === undefined ? [] : stopsOf(desk, row, order);
    const isAhead = (column: number) => step !== 0 || (back ? column < here : here < column);
    const ahead = stops.filter(isAhead);
    const column = back ? ahead[ahead.length - 1] : ahead[0];
    const key = column === undefined ? undefined : order[column];
    if (row !== undefined && key !== undefined) {
      return { row, key };
    }
  }
  return null;
}

/** The rows seen in their order, and behind them those a filter hides. */
function rowsInOrder({ arrangement }: Desk): number[] {
  const seen = arrangement.seen();
  const all = Array.from({ length: arrangement.rows }, (_, row) => row);
  return [...seen, ...all.filter((row) => arrangement.positionOf(row) === null)];
}

/** The columns of a debt to stop at, from the left; what names no cell of it, at the first shown. */
function stopsOf(desk: Desk, row: number, order: readonly string[]): number[] {
  const first = order.indexOf(desk.columns.keys[0] ?? "");
  const columns = desk.findings
    .openOf(row)
    .map(({ table, field }) => (table === "entries" && field ? order.indexOf(field) : first));
  return [...new Set(columns)].sort((left, right) => left - right);
}
