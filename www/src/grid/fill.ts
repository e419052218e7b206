/** What a fill writes: the texts it begins with, repeated, or gone on with where they count. */

import type { Cursor, Selection } from "./cursor";

/** The block a drag from a selection to a cell would fill: along the longer way, or none. */
export function reached(selection: Selection, { row, column }: Cursor): Selection | null {
  const down = Math.max(row - selection.bottom, selection.top - row);
  const across = Math.max(column - selection.right, selection.left - column);
  if (down <= 0 && across <= 0) {
    return null;
  }
  const { top, bottom, left, right } = selection;
  return across < down
    ? { ...selection, top: Math.min(top, row), bottom: Math.max(bottom, row) }
    : { ...selection, left: Math.min(left, column), right: Math.max(right, column) };
}

/** The texts of so many more cells behind those given. */
export function filled(texts: readonly string[], count: number): string[] {
  const series = counted(texts);
  return Array.from({ length: count }, (_, index) =>
    series ? series(texts.length + index) : (texts[index % texts.length] ?? ""),
  );
}

/** Two whole numbers or more at equal steps go on: 1, 2 → 3, 4. */
function counted(texts: readonly string[]): ((index: number) => string) | null {
  if (texts.length < 2 || !texts.every((text) => /^\d{1,9}$/.test(text))) {
    return null;
  }
  const numbers = texts.map(Number);
  const [first = 0, second = 0] = numbers;
  const step = second - first;
  const isSeries = step !== 0 && numbers.every((number, at) => number === first + at * step);
  return isSeries ? (index) => String(Math.max(0, first + index * step)) : null;
}
