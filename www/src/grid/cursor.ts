/** Where the keys lead in a table of cells; knows nothing of the page. */

export interface Cursor {
  row: number;
  column: number;
}

/** What is selected: from the anchor to the cursor, both included. */
export interface Selection {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows in sight, for PageUp and PageDown. */
  page: number;
  /** Whether a cell holds something: with Ctrl, arrows go to where that changes. */
  isFilled(row: number, column: number): boolean;
}

/** The cell a key leads to; `null` when the key does not move. */
export function moved(from: Cursor, key: string, control: boolean, extent: Extent): Cursor | null {
  const step = steps(from, key, control, extent);
  return (
    step && {
      row: clamp(step.row, extent.rows),
      column: clamp(step.column, extent.columns),
    }
  );
}

function steps(from: Cursor, key: string, control: boolean, extent: Extent): Cursor | null {
  const { row, column } = from;
  switch (key) {
    case "ArrowUp":
      return { row: control ? edgeRow(from, -1, extent) : row - 1, column };
    case "ArrowDown":
      return { row: control ? edgeRow(from, 1, extent) : row + 1, column };
    case "ArrowLeft":
      return { row, column: control ? edgeColumn(from, -1, extent) : column - 1 };
    case "ArrowRight":
      return { row, column: control ? edgeColumn(from, 1, extent) : column + 1 };
    case "PageUp":
      return { row: row - extent.page, column };
    case "PageDown":
      return { row: row + extent.page, column };
    case "Home":
      return { row: control ? 0 : row, column: 0 };
    case "End":
      return { row: control ? extent.rows - 1 : row, column: extent.columns - 1 };
    default:
      return null;
  }
}

/** The last row below is where the next debt is begun: the edge is the one above it, once. */
function edgeRow({ row, column }: Cursor, by: 1 | -1, extent: Extent): number {
  const last = by < 0 ? 0 : row < extent.rows - 2 ? extent.rows - 2 : extent.rows - 1;
  return edge(row, last, by, (index) => extent.isFilled(index, column));
}

function edgeColumn({ row, column }: Cursor, by: 1 | -1, extent: Extent): number {
  const last = by < 0 ? 0 : extent.columns - 1;
  return edge(column, last, by, (index) => extent.isFilled(row, index));
}

/** To the end of a run of filled cells, or over blank ones to the next filled cell. */
function edge(from: number, last: number, by: 1 | -1, isFilled: (index: number) => boolean) {
  const isIn = (index: number) => (by < 0 ? last <= index : index <= last);
  let at = from + by;
  if (!isIn(at)) {
    return last;
  }
  if (isFilled(from) && isFilled(at)) {
    while (isIn(at + by) && isFilled(at + by)) {
      at += by;
    }
    return at;
  }
  while (at !== last && !isFilled(at)) {
    at += by;
  }
  return at;
}

/** Tab goes on to the next row at the end of one, and stops at the last cell. */
export function tabbed(from: Cursor, back: boolean, extent: Extent): Cursor {
  const index = from.row * extent.columns + from.column + (back ? -1 : 1);
  const cell = clamp(index, extent.rows * extent.columns);
  return { row: Math.floor(cell / extent.columns), column: cell % extent.columns };
}

export function between(anchor: Cursor, cursor: Cursor): Selection {
  return {
    top: Math.min(anchor.row, cursor.row),
    bottom: Math.max(anchor.row, cursor.row),
    left: Math.min(anchor.column, cursor.column),
    right: Math.max(anchor.column, cursor.column),
  };
}

export function isOneCell({ top, bottom, left, right }: Selection): boolean {
  return top === bottom && left === right;
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
