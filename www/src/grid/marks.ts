/**
 * The cursor and the selection, drawn over the cells: moving redraws no cell. They lie in what the
 * grid scrolls, so they go along with it.
 */

import type { Cursor, Selection } from "./cursor";
import type { Frame, Part } from "./frame";
import { measuresAt } from "./measures";
import type { Grid } from "./revogrid";

type Kind = "selected" | "active" | "filling" | "handle" | "rows" | "columns";

export class Marks {
  readonly #elements = new Map<string, HTMLElement>();

  constructor(
    private readonly frame: Frame,
    private readonly grid: Grid,
  ) {}

  /** `filling` is the block a fill would reach. */
  draw(active: Cursor, selection: Selection, filling: Selection | null): void {
    const isMany = selection.top !== selection.bottom || selection.left !== selection.right;
    for (const part of ["colPinStart", "rgCol"] as const) {
      this.#block(part, "selected", isMany ? selection : null);
      this.#block(part, "active", cell(active));
      this.#block(part, "filling", filling);
      this.#handle(part, selection);
      this.#across(part, selection);
    }
    this.#down(selection);
  }

  #block(part: Part, kind: Kind, block: Selection | null): void {
    const within = block && this.#within(part, block);
    const mark = this.#mark(part, kind, within !== null);
    if (!mark || !block || !within) {
      return;
    }
    place(mark, {
      left: this.frame.offset(within.left),
      top: block.top * measuresAt(this.grid).row,
      width: this.frame.widthFrom(within.left, within.right),
      height: (block.bottom - block.top + 1) * measuresAt(this.grid).row,
    });
    mark.classList.toggle("goes-on-right", within.right < block.right);
    mark.classList.toggle("goes-on-left", block.left < within.left);
  }

  /** The small square whose dragging fills. */
  #handle(part: Part, selection: Selection): void {
    const corner = { ...selection, left: selection.right, top: selection.bottom };
    const mark = this.#mark(part, "handle", this.#within(part, corner) !== null);
    if (mark) {
      place(mark, {
        left: this.frame.offset(corner.left) + this.frame.widthFrom(corner.left, corner.left) - 5,
        top: (corner.top + 1) * measuresAt(this.grid).row - 5,
      });
    }
  }

  /** A line under the headings of the columns selected. */
  #across(part: Part, selection: Selection): void {
    const within = this.#within(part, selection);
    const mark = this.#mark(part, "columns", within !== null, ".header-wrapper");
    if (mark && within) {
      place(mark, {
        left: this.frame.offset(within.left),
        width: this.frame.widthFrom(within.left, within.right),
      });
    }
  }

  /** A line beside the numbers of the rows selected. */
  #down({ top, bottom }: Selection): void {
    const mark = this.#mark("rowHeaders", "rows", true);
    if (mark) {
      place(mark, {
        top: top * measuresAt(this.grid).row,
        height: (bottom - top + 1) * measuresAt(this.grid).row,
      });
    }
  }

  /** What of a block lies in a part. */
  #within(part: Part, block: Selection): Selection | null {
    const { frozen } = this.frame;
    const left = Math.max(block.left, part === "rgCol" ? frozen : 0);
    const right = Math.min(block.right, part === "rgCol" ? Infinity : frozen - 1);
    return left <= right ? { ...block, left, right } : null;
  }

  #mark(
    part: Part | "rowHeaders",
    kind: Kind,
    isSeen: boolean,
    inside = ".vertical-inner > .content-wrapper",
  ): HTMLElement | null {
    const name = `${part} ${kind}`;
    let mark = this.#elements.get(name);
    if (!isSeen) {
      mark?.remove();
      return null;
    }
    if (!mark) {
      mark = document.createElement("div");
      mark.className = `grid-mark ${kind}`;
      this.#elements.set(name, mark);
    }
    if (!mark.isConnected) {
      const home = this.grid.querySelector(`revogr-viewport-scroll.${part}`)?.querySelector(inside);
      home?.append(mark);
    }
    return mark;
  }
}

function cell({ row, column }: Cursor): Selection {
  return { top: row, bottom: row, left: column, right: column };
}

function place(
  mark: HTMLElement,
  at: { left?: number; top?: number; width?: number; height?: number },
): void {
  for (const [side, length] of Object.entries(at)) {
    mark.style.setProperty(side, `${length}px`);
  }
}
