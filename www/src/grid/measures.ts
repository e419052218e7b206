/** How large the grid is drawn, in pixels: larger where the page is in large print. */

export interface Measures {
  /** A row's height. */
  row: number;
  /** The headings' height. */
  heading: number;
  /** The width of the column of row numbers. */
  number: number;
  /** What other widths are multiplied by. */
  scale: number;
}

const USUAL: Measures = { row: 32, heading: 36, number: 60, scale: 1 };
const LARGE: Measures = { row: 44, heading: 48, number: 76, scale: 1.35 };

export function measures(large: boolean): Measures {
  return large ? LARGE : USUAL;
}

/** The measures of the page that an element is drawn in. */
export function measuresAt(element: Element): Measures {
  return measures(element.closest(".large") !== null);
}
