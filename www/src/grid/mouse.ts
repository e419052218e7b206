/** Presses and drags on the grid, as cells. The library selects late and by itself: we come first. */

import type { Cursor } from "./cursor";

export interface Pointed {
  frozen(): number;
  /** A press on a cell. */
  press(cell: Cursor, extend: boolean): void;
  drag(cell: Cursor): void;
  /** A press on a row's number, or a column's heading, and drags from there. */
  pressRow(row: number, extend: boolean): void;
  pressColumn(column: number, extend: boolean): void;
  /** A press on what fills, and the drags and release that follow. */
  dragFill(cell: Cursor): void;
  /** The nearest cell there is. */
  within(cell: Cursor): Cursor;
  endFill(): void;
  menu(column: number): void;
  double(where: "number" | "cell"): void;
}

export function listenToMouse(sheet: HTMLElement, own: HTMLElement, pointed: Pointed): void {
  const at = (target: EventTarget | null) => cellAt(sheet, target as Element, pointed);
  sheet.addEventListener(
    "mousedown",
    (event) => {
      const target = event.target as Element;
      const act = own.contains(target) ? null : pressed(event, target, at(target), pointed);
      if (act) {
        event.preventDefault();
        event.stopPropagation();
        if (event.button === 0) {
          const from = at(target) ?? { row: 0, column: 0 };
          follow(sheet, from, at, (cell) => act.drag(pointed.within(cell)), act.end);
        }
      }
    },
    true,
  );
  sheet.addEventListener("dblclick", (event) => {
    const target = event.target as Element;
    if (target.closest(".rowHeaders")) {
      pointed.double("number");
    } else if (own.contains(target) || at(target)) {
      pointed.double("cell");
    }
  });
}

interface Act {
  drag(cell: Cursor): void;
  end?(): void;
}

/** What a press begins; `null` where it is none of ours. */
function pressed(
  event: MouseEvent,
  target: Element,
  cell: Cursor | null,
  pointed: Pointed,
): Act | null {
  if (target.closest(".grid-mark.handle")) {
    return { drag: (over) => pointed.dragFill(over), end: () => pointed.endFill() };
  }
  const heading = target.closest<HTMLElement>(".rgHeaderCell[data-rgcol]");
  if (heading && !target.closest(".resizable") && !heading.closest(".rowHeaders")) {
    const x = Number(heading.dataset["rgcol"]);
    const column = heading.closest(".colPinStart") ? x : x + pointed.frozen();
    if (target.closest(".heading-menu")) {
      pointed.menu(column);
      return { drag: () => undefined };
    }
    pointed.pressColumn(column, event.shiftKey);
    return { drag: (over) => pointed.pressColumn(over.column, true) };
  }
  if (!cell) {
    return null;
  }
  if (target.closest(".rowHeaders")) {
    pointed.pressRow(cell.row, event.shiftKey);
    return { drag: (over) => pointed.pressRow(over.row, true) };
  }
  pointed.press(cell, event.shiftKey);
  return { drag: (over) => pointed.drag(over) };
}

/** A drag held beyond the edge goes on by a cell each time so much has passed. */
const ONWARD_MS = 40;

function follow(
  sheet: HTMLElement,
  from: Cursor,
  at: (target: EventTarget | null) => Cursor | null,
  drag: (cell: Cursor) => void,
  end: (() => void) | undefined,
): void {
  let last = from;
  let by = { row: 0, column: 0 };
  const to = (cell: Cursor) => {
    last = cell;
    drag(cell);
  };
  const timer = setInterval(() => {
    if (by.row !== 0 || by.column !== 0) {
      to({
        row: Math.max(0, last.row + by.row),
        column: Math.max(0, last.column + by.column),
      });
    }
  }, ONWARD_MS);
  const move = (event: MouseEvent) => {
    const { left, right, top, bottom } = sheet.getBoundingClientRect();
    by = {
      row: beyond(event.clientY, top, bottom),
      column: beyond(event.clientX, left, right),
    };
    const cell = sheet.contains(event.target as Node) ? at(event.target) : null;
    if (cell && by.row === 0 && by.column === 0) {
      to(cell);
    }
  };
  const up = () => {
    clearInterval(timer);
    window.removeEventListener("mousemove", move);
    window.removeEventListener("mouseup", up);
    end?.();
  };
  window.addEventListener("mousemove", move);
  window.addEventListener("mouseup", up);
}

/** On which side of a stretch a point lies: before it, behind it, or in it. */
function beyond(point: number, from: number, to: number): -1 | 0 | 1 {
  return point < from ? -1 : to <= point ? 1 : 0;
}

/** The cell under the mouse; of a row's number the row counts alone. The totals are no cells. */
function cellAt(sheet: HTMLElement, target: Element, pointed: Pointed): Cursor | null {
  const cell = target.closest<HTMLElement>("[data-rgrow][data-rgcol]");
  if (!cell || !sheet.contains(cell) || cell.classList.contains("of-totals")) {
    return null;
  }
  const row = Number(cell.dataset["rgrow"]);
  const x = Number(cell.dataset["rgcol"]);
  if (cell.closest(".rowHeaders")) {
    return { row, column: 0 };
  }
  return { row, column: cell.closest(".colPinStart") ? x : x + pointed.frozen() };
}
