/**
 * What there is of a draft on all its shelves, and the best that can be made of it: the newest save
 * of which every piece is as it was written. Pieces are known by their marks, so one that is gone
 * or harmed on one shelf is taken from another.
 */

import { pieceKey, pieceMark, readSave, saveNumber, type Mark, type Save } from "./layout";
import type { Shelf } from "./shelf";
import { isObject, joined, salvaged } from "./text";

/** What was lost, when something was. */
export interface Loss {
  /** When the save was written that is gone or harmed; empty when that is not known. */
  newest: string;
  /** When the save was written that came back. */
  back: string;
  /** Debts of it that could not be read; `null` when it is whole. */
  rows: number | null;
}

/** A draft as it was found. */
export interface Found {
  save: Save;
  /** The draft's text. */
  text: string;
  /** Its pieces as they were written, by their marks. */
  sound: Map<string, string>;
  loss: Loss | null;
}

/** A draft's shelves, looked through. */
export interface Look {
  /** Of each shelf, what lies there; pieces that turn out to be harmed are taken off. */
  placed: { saves: Save[]; marks: Set<string> }[];
  /** All saves, the newest first; each once. */
  saves: Save[];
  /** The number of the newest save there ever was, readable or not. */
  newest: number;
  /** Whether there is anything at all. */
  any: boolean;
}

export async function look(shelves: readonly Shelf[], prefix: string, mark: Mark): Promise<Look> {
  const found: Look = { placed: [], saves: [], newest: 0, any: false };
  for (const shelf of shelves) {
    const keys = await orNothing(shelf.keys(prefix), []);
    const saveKeys = keys.filter((key) => saveNumber(prefix, key) !== null);
    const marks = keys.map((key) => pieceMark(prefix, key)).filter((one) => one !== null);
    const texts = await orNothing(shelf.read(saveKeys), new Map<string, string>());
    const saves: Save[] = [];
    for (const key of saveKeys) {
      found.newest = Math.max(found.newest, saveNumber(prefix, key) ?? 0);
      const save = readSave(texts.get(key) ?? "", mark);
      // A save under another's key is a stranger's.
      if (save && save.number === saveNumber(prefix, key)) {
        saves.push(save);
      }
    }
    found.any ||= 0 < saveKeys.length + marks.length;
    found.placed.push({ saves, marks: new Set(marks) });
    for (const save of saves) {
      if (!found.saves.some((known) => known.number === save.number)) {
        found.saves.push(save);
      }
    }
  }
  found.saves.sort((a, b) => b.number - a.number);
  return found;
}

/** The pieces of a save that are as they were written, by their marks. */
async function gather(
  shelves: readonly Shelf[],
  prefix: string,
  save: Save,
  mark: Mark,
  looked: Look,
  harmed: Map<string, string>,
): Promise<Map<string, string>> {
  const sound = new Map<string, string>();
  let left = [...new Set(save.marks)];
  for (const [index, shelf] of shelves.entries()) {
    const keys = left.map((one) => pieceKey(prefix, one));
    const texts = await orNothing(shelf.read(keys), new Map<string, string>());
    for (const one of left) {
      const text = texts.get(pieceKey(prefix, one));
      if (text !== undefined && mark(text) === one) {
        sound.set(one, text);
      } else {
        looked.placed[index]?.marks.delete(one);
        if (text !== undefined) {
          harmed.set(one, text);
        }
      }
    }
    left = left.filter((one) => !sound.has(one));
    if (left.length === 0) {
      break;
    }
  }
  return sound;
}

/**
 * The draft as it was saved last, or the best there is: a save before it that is whole, unless more
 * debts can be read of the last one. `null` when there is nothing.
 */
export async function recover(
  shelves: readonly Shelf[],
  prefix: string,
  mark: Mark,
  looked: Look,
  saves: readonly Save[] = looked.saves,
): Promise<Found | null> {
  const newest = saves[0];
  const number = saves === looked.saves ? looked.newest : newest?.number;
  const lost = newest?.info.saved_at ?? "";
  const harmed = new Map<string, string>();
  let best: Found | null = null;
  for (const save of saves) {
    const sound = await gather(shelves, prefix, save, mark, looked, harmed);
    const found = put(save, sound, harmed, lost);
    if (found.loss?.rows === null) {
      if (save === newest) {
        const loss = save.number === number ? null : { ...found.loss, newest: "" };
        return { ...found, loss };
      }
      return best && readable(found) < readable(best) ? best : found;
    }
    if (!best || readable(best) < readable(found)) {
      best = found;
    }
  }
  return best;
}

/** Debts that can be read. */
function readable({ save, loss }: Found): number {
  return save.rows.reduce((sum, rows) => sum + rows, 0) - (loss?.rows ?? 0);
}

/** A save put together; where it has holes, what can be read of its harmed pieces stands there. */
function put(
  save: Save,
  sound: Map<string, string>,
  harmed: ReadonlyMap<string, string>,
  newest: string,
): Found {
  let lost = 0;
  const pieces = save.marks.map((one, index) => {
    const text = sound.get(one);
    if (text !== undefined) {
      return text;
    }
    const rest = harmed.get(one) ?? "";
    if (index === 0) {
      return headOf(rest);
    }
    const part = salvaged(rest);
    lost += Math.max(0, (save.rows[index] ?? 0) - part.rows);
    return part.text;
  });
  const isWhole = save.marks.every((one) => sound.has(one));
  const loss = { newest, back: save.info.saved_at, rows: isWhole ? null : lost };
  return { save, text: joined(pieces), sound, loss };
}

/** Without its head, a draft is one of which nothing is known but the debts. */
function headOf(text: string): string {
  try {
    const head: unknown = JSON.parse(text);
    if (isObject(head) && "header" in head && "format" in head) {
      return text;
    }
  } catch {
    // It is not what it was.
  }
  return '{"format":"arrears-ledger-draft","header":{},"revision":1,"version":1}';
}

/** A shelf that cannot be reached has nothing. */
/** What a shelf answers, or nothing where it is out of reach. */
export async function orNothing<T>(asked: Promise<T>, nothing: T): Promise<T> {
  try {
    return await asked;
  } catch {
    return nothing;
  }
}
