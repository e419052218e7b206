/** Which debt is which after rows came, went or moved: by their numbers, as a list tells them. */

export class Identities {
  constructor(private readonly before: readonly string[]) {}

  /**
   * The rows seen before, where they are now; those that went are left out. Debts that were not
   * there before are seen too: in front of the debt they stand above, else at the end.
   */
  followed(rows: readonly number[], now: readonly string[]): number[] {
    const places = placesOf(now);
    const moved = new Map<number, number>();
    // In the ledger's order, so that debts of one number stay the same ones.
    for (const [row, id] of this.before.entries()) {
      const place = places.get(id)?.shift();
      if (place !== undefined) {
        moved.set(row, place);
      }
    }
    const seen = rows.flatMap((row) => moved.get(row) ?? []);
    const fresh = [...places.values()].flat();
    return fresh.length === 0 ? seen : merged(seen, fresh);
  }
}

function placesOf(ids: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [row, id] of ids.entries()) {
    const there = places.get(id);
    if (there) {
      there.push(row);
    } else {
      places.set(id, [row]);
    }
  }
  return places;
}

/** New rows come in front of the first old row below them, where that is seen. */
function merged(seen: readonly number[], fresh: readonly number[]): number[] {
  const isFresh = new Set(fresh);
  const isSeen = new Set(seen);
  const before = new Map<number, number[]>();
  const last: number[] = [];
  let below = -1;
  for (const row of [...fresh].sort((left, right) => left - right)) {
    for (below = Math.max(below, row + 1); isFresh.has(below); below += 1);
    const group = isSeen.has(below) ? (before.get(below) ?? []) : last;
    group.push(row);
    if (group !== last) {
      before.set(below, group);
    }
  }
  return [...seen.flatMap((row) => [...(before.get(row) ?? []), row]), ...last];
}
