/** How parts find the desk of the element they belong to. */

import type { Desk } from "../../desk";
import { Watchers } from "../../watchers";
import type { ElementStage } from "./stage";

/** A desk and what it stands on. */
export interface Owned {
  desk: Desk;
  stage: ElementStage;
}

const owners = new WeakMap<Element, { now: Owned | null; changes: Watchers<Owned | null> }>();

function entryOf(owner: Element) {
  const entry = owners.get(owner) ?? { now: null, changes: new Watchers<Owned | null>() };
  owners.set(owner, entry);
  return entry;
}

/** An element has a desk now, or has it no more. */
export function own(owner: Element, owned: Owned | null): void {
  const entry = entryOf(owner);
  entry.now = owned;
  entry.changes.tell(owned);
}

/** Calls with the element's desk, now and whenever it changes, until the answer is called. */
export function follow(owner: Element, told: (owned: Owned | null) => void): () => void {
  const entry = entryOf(owner);
  told(entry.now);
  return entry.changes.add(told);
}
