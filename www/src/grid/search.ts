/** Finding a text in the cells shown. */

import type { Desk } from "../desk";
import type { Cursor } from "./cursor";
import { plain } from "./filters";

/** As many places as are counted. */
const MOST = 9_999;

/** The cells that hold a text, row by row as they are seen. */
export function placesOf(desk: Desk, wanted: string): Cursor[] {
  const { arrangement, columns } = desk;
  const { texts } = arrangement;
  const part = plain(wanted);
  if (!texts || !part) {
    return [];
  }
  const shown = columns.keys.map((key) => texts.of(key));
  const places: Cursor[] = [];
  for (const [position, row] of arrangement.seen().entries()) {
    for (const [column, cells] of shown.entries()) {
      const text = cells[row];
      if (text && plain(text).includes(part)) {
        places.push({ row: position, column });
      }
    }
    if (MOST <= places.length) {
      break;
    }
  }
  return places;
}

/** The place after a cell, or before it; from the other end where there is none. */
export function nextPlace(
  places: readonly Cursor[],
  from: Cursor,
  back: boolean,
): { place: Cursor; number: number } | null {
  const order = (place: Cursor) => place.row - from.row || place.column - from.column;
  const count = places.length;
  const index = back
    ? count - 1 - [...places].reverse().findIndex((place) => order(place) < 0)
    : places.findIndex((place) => 0 < order(place));
  const at = back ? (index === count ? count - 1 : index) : Math.max(0, index);
  const place = places[at];
  return place ? { place, number: at + 1 } : null;
}
