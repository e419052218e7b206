/** A form as a ledger: its debts in their order, and the controls of each cell. */

import type { ChildTable } from "../../engine/contract";
import type { Control } from "./control";
import { type Key, type Place, placeOf } from "./names";

/** The controls of one cell: one, or the radio buttons or boxes that share it. */
export interface Spot {
  place: Place;
  controls: Control[];
}

export interface Layout {
  spots: Spot[];
  entries: Key[];
  /** What hangs on each debt, in its order. */
  children: Map<Key, Record<ChildTable, Key[]>>;
}

export function layoutOf(form: HTMLFormElement, names: Readonly<Record<string, string>>): Layout {
  const spots: Spot[] = [];
  const entries: Key[] = [];
  const children: Layout["children"] = new Map();
  for (const control of [...form.elements] as Control[]) {
    const place = isAsked(control) ? placeOf(control, names) : null;
    if (place) {
      note(place, entries, children);
      const known = spots.find((spot) => isSame(spot.place, place));
      if (known) {
        known.controls.push(control);
      } else {
        spots.push({ place, controls: [control] });
      }
    }
  }
  inOrder(entries);
  for (const lists of children.values()) {
    Object.values(lists).forEach(inOrder);
  }
  return { spots, entries, children };
}

/** Buttons ask nothing; a field set has a name and no value. */
function isAsked(control: Element): boolean {
  return !control.matches("button, fieldset, object, [type=submit], [type=button], [type=file]");
}

function note(place: Place, entries: Key[], children: Layout["children"]): void {
  if (place.table === "header") {
    return;
  }
  if (!entries.includes(place.entry)) {
    entries.push(place.entry);
  }
  if (place.table !== "entries") {
    const lists = children.get(place.entry) ?? { instalments: [], payments: [], changes: [] };
    children.set(place.entry, lists);
    const list = lists[place.table];
    if (!list.includes(place.child)) {
      list.push(place.child);
    }
  }
}

/** Containers stand as the page has them; numbers count. */
function inOrder(keys: Key[]): void {
  keys.sort((left, right) =>
    typeof left === "number" && typeof right === "number" ? left - right : 0,
  );
}

export function isSame(left: Place, right: Place): boolean {
  return (
    left.table === right.table &&
    left.field === right.field &&
    entryOf(left) === entryOf(right) &&
    childOf(left) === childOf(right)
  );
}

export function entryOf(place: Place): Key | null {
  return place.table === "header" ? null : place.entry;
}

export function childOf(place: Place): Key | null {
  return place.table === "header" || place.table === "entries" ? null : place.child;
}

/**
 * Where debts are numbered and one was taken out, the others get other numbers: what a number has no
 * field for any more was another debt's. Else a field that goes leaves its cell as it is, for forms
 * that show one page after the other.
 */
export function strayed(before: Layout, { entries, spots }: Layout): Place[] {
  const isNumber = (key: Key | null) => typeof key === "number";
  if (!before.entries.some((key) => isNumber(key) && !entries.includes(key))) {
    return [];
  }
  return before.spots
    .map(({ place }) => place)
    .filter((place) => {
      const entry = entryOf(place);
      return entry !== null && isNumber(entry) && entries.includes(entry);
    })
    .filter((place) => childOf(place) === null)
    .filter((place) => !spots.some((spot) => isSame(spot.place, place)));
}
