/** Which saves stay on a shelf, and what a new one does to it. Knows no shelf. */

import { pieceKey, saveKey, saveText, type Mark, type Save } from "./layout";
import type { Batch } from "./shelf";

/** Generations that can be looked at and restored. */
export const GENERATIONS = 10;

/** What lies of one draft on one shelf, as far as it is sound. */
export interface Placed {
  saves: readonly Save[];
  marks: ReadonlySet<string>;
}

export const NOTHING: Placed = { saves: [], marks: new Set() };

/** The saves that stay, the newest first: the newest two, and the last of each generation. */
export function kept(saves: readonly Save[]): Save[] {
  const newest = [...saves].sort((a, b) => b.number - a.number);
  const generations = new Set<number>();
  return newest.filter((save, index) => {
    const isLast = !generations.has(save.generation) && generations.size < GENERATIONS;
    if (isLast) {
      generations.add(save.generation);
    }
    return isLast || index < 2;
  });
}

/** The marks of all pieces that some of these saves have. */
export function marksOf(saves: readonly Save[]): Set<string> {
  const marks = new Set<string>();
  for (const save of saves) {
    for (const mark of save.marks) {
      marks.add(mark);
    }
  }
  return marks;
}

/** A batch, and what lies there when it is done. */
export interface Plan {
  batch: Batch;
  after: Placed;
}

/**
 * Puts a save there: its pieces, then the save itself, then what nobody needs any more goes.
 * `null` when a piece is neither there nor among `texts`.
 */
export function plan(
  prefix: string,
  placed: Placed,
  next: Save,
  texts: ReadonlyMap<string, string>,
  mark: Mark,
): Plan | null {
  const puts: [string, string][] = [];
  const marks = new Set(placed.marks);
  for (const one of next.marks) {
    if (!marks.has(one)) {
      const text = texts.get(one);
      if (text === undefined) {
        return null;
      }
      puts.push([pieceKey(prefix, one), text]);
      marks.add(one);
    }
  }
  puts.push([saveKey(prefix, next.number), saveText(next, mark)]);
  const others = placed.saves.filter((save) => save.number !== next.number);
  return leaving(prefix, { saves: [...others, next], marks }, kept([...others, next]), puts);
}

/** Takes the oldest save away; `null` when there is but one. */
export function withoutOldest(prefix: string, placed: Placed): Plan | null {
  const newest = kept(placed.saves);
  return newest.length < 2 ? null : leaving(prefix, placed, newest.slice(0, -1), []);
}

/** Saves go before their pieces: cut off between them, none names a piece that is gone. */
function leaving(
  prefix: string,
  placed: Placed,
  stay: readonly Save[],
  puts: [string, string][],
): Plan {
  const needed = marksOf(stay);
  const gone = [...placed.marks].filter((mark) => !needed.has(mark));
  const removes = [
    ...placed.saves
      .filter((save) => !stay.includes(save))
      .map((save) => saveKey(prefix, save.number)),
    ...gone.map((mark) => pieceKey(prefix, mark)),
  ];
  return { batch: { puts, removes }, after: { saves: stay, marks: needed } };
}
