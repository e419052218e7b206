/** Clicks and drags on the grid, as cells. The library selects late and by itself: we come first. */

import type { Cursor } from "./cursor";

export interface Pointed {
  /** The column a row's number stands for. */
  column(): number;
  frozen(): number;
  /** A press on a cell, or on a row's number. */
  press(cell: Cursor, extend: boolean): void;
  drag(cell: Cursor): void;
  double(where: "number" | "cell"): void;
}

export function listenToMouse(sheet: HTMLElement, own: HTMLElement, pointed: Pointed): void {
  const at = (target: EventTarget | null) => cellAt(sheet, target as Element, pointed);
  sheet.addEventListener(
    "mousedown",
    (event) => {
      const cell = own.contains(event.target as Node) ? null : at(event.target);
      if (!cell) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      pointed.press(cell, event.shiftKey);
      if (event.button === 0) {
        follow(sheet, (target) => {
          const under = at(target);
          if (under) {
            pointed.drag(under);
          }
        });
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

function follow(sheet: HTMLElement, over: (target: EventTarget | null) => void): void {
  const move = (event: MouseEvent) => over(event.target);
  const up = () => {
    sheet.removeEventListener("mousemove", move);
    window.removeEventListener("mouseup", up);
  };
  sheet.addEventListener("mousemove", move);
  window.addEventListener("mouseup", up);
}

function cellAt(sheet: HTMLElement, target: Element, pointed: Pointed): Cursor | null {
  const cell = target.closest<HTMLElement>("[data-rgrow][data-rgcol]");
  if (!cell || !sheet.contains(cell)) {
    return null;
  }
  const row = Number(cell.dataset["rgrow"]);
  if (cell.closest(".rowHeaders")) {
    return { row, column: pointed.column() };
  }
  const x = Number(cell.dataset["rgcol"]);
  return { row, column: cell.closest(".colPinStart") ? x : x + pointed.frozen() };
}
