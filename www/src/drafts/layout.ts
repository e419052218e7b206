/**
 * How a draft lies on a shelf.
 *
 *     arrears-ledger/2/<campaign>/<draft>/<number>   a save: which pieces, in which order, and what
 *                                                    the list of drafts says of it
 *     arrears-ledger/2/<campaign>/<draft>/p/<mark>   a piece, under the mark of its text
 *     arrears-ledger/2/<campaign>/<draft>/writer     which window writes
 *     arrears-ledger/2/<campaign>/<draft>/lock       the lock, where the rest is sealed
 *
 * A piece is never overwritten, and a save only names pieces that were put there before it: cut off
 * at any point, a shelf still holds the save before. Saves share the pieces that did not change.
 */

/** Strangers on a shared origin (all local files are one) keep apart by it; so do layouts. */
export const PREFIX = "arrears-ledger/2/";

/** The mark of a text, from the engine. */
export type Mark = (text: string) => string;

/** What the list of drafts says of a save. */
export interface SaveInfo {
  /** What the clerk calls the draft; empty for the unit's name. */
  name: string;
  unit_name: string;
  period: string;
  rows: number;
  errors: number;
  warnings: number;
  /** ISO date and time. It is shown and never compared: clocks go backwards. */
  saved_at: string;
  /** The length of its pieces. */
  chars: number;
}

/** What stood in a cell that was still being typed in. */
export interface Typing {
  row: number;
  field: string;
  text: string;
}

/** A save. */
export interface Save {
  /** One more than that of the save before. */
  number: number;
  /** Saves of one sitting in one minute or two are one generation: only its last is kept. */
  generation: number;
  /** Debts in each piece. */
  rows: number[];
  /** Their marks: the head, the confirmations, then the debts. */
  marks: string[];
  info: SaveInfo;
  typing?: Typing;
}

const MARK_LENGTH = 16;

export function draftPrefix(campaign: string, draft: string): string {
  return `${PREFIX}${campaign}/${draft}/`;
}

export function pieceKey(prefix: string, mark: string): string {
  return `${prefix}p/${mark}`;
}

export function saveKey(prefix: string, number: number): string {
  return `${prefix}${number}`;
}

export function writerKey(prefix: string): string {
  return `${prefix}writer`;
}

export function lockKey(prefix: string): string {
  return `${prefix}lock`;
}

/** The number of the save a key is of; `null` for other keys. */
export function saveNumber(prefix: string, key: string): number | null {
  const rest = key.slice(prefix.length);
  return key.startsWith(prefix) && /^[1-9]\d{0,14}$/.test(rest) ? Number(rest) : null;
}

/** The mark of the piece a key is of; `null` for other keys. */
export function pieceMark(prefix: string, key: string): string | null {
  const below = `${prefix}p/`;
  return key.startsWith(below) ? key.slice(below.length) : null;
}

/** The draft a key is of; `null` for other keys. `campaign` is the prefix of the campaign's. */
export function draftOf(campaignPrefix: string, key: string): string | null {
  const rest = key.startsWith(campaignPrefix) ? key.slice(campaignPrefix.length) : "";
  const end = rest.indexOf("/");
  return 0 < end ? rest.slice(0, end) : null;
}

/** A save as text, its own mark before it. */
export function saveText(save: Save, mark: Mark): string {
  const { rows, marks, ...rest } = save;
  const body = JSON.stringify({ ...rest, rows: rows.join(" "), marks: marks.join("") });
  return mark(body) + body;
}

/** A save from its text; `null` when it is not what was written. */
export function readSave(text: string, mark: Mark): Save | null {
  const body = text.slice(MARK_LENGTH);
  if (mark(body) !== text.slice(0, MARK_LENGTH)) {
    return null;
  }
  const { rows, marks, ...rest } = JSON.parse(body) as Save & { rows: string; marks: string };
  return {
    ...rest,
    rows: rows.split(" ").map(Number),
    marks: marks.match(/.{16}/g) ?? [],
  };
}
