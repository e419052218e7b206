/** What the dialog can have to say. */

import type { DraftInfo, Opened, Preview, Session, Words } from "./engine/contract";
import type { SheetText } from "./engine/office/workbook";

/** A block of text, and where it is to go; `columns` once it is settled what they are. */
export interface Paste {
  row: number;
  keys: string[];
  text: string;
  columns?: string[];
}

export type Notice =
  | { kind: "too_large"; name: string; bytes: number; most: number }
  /** A large file is being read. */
  | { kind: "busy"; name: string }
  /** A file was opened and something is wrong with it. */
  | { kind: "opened"; name: string; opened: Opened; session: Session; draft: string }
  /** A draft is damaged; `raw` is the draft whose text can still be had. */
  | {
      kind: "damaged";
      name: string;
      opened: Opened;
      session: Session;
      draft: string;
      raw: string;
    }
  /** Another window has the draft open. */
  | { kind: "held"; name: string; info: DraftInfo }
  /** Another window has taken the draft over. */
  | { kind: "given" }
  /** A block is to be pasted: what it was taken for, and what it would change. */
  | {
      kind: "paste";
      paste: Paste;
      preview: Preview;
      /** The file it is from, and what there is to say about how that was read. */
      from?: { name: string; told: Words[] };
    }
  /** A workbook has several sheets. */
  | { kind: "sheets"; name: string; sheets: SheetText[]; take: (sheet: SheetText) => void }
  /** A file is not taken: what is wrong, and what to do. */
  | { kind: "refused"; name: string; code: string; words: Words[] }
  /** Something takes long, and can be given up. */
  | { kind: "working"; title: string; cancel: () => void }
  | { kind: "trouble"; code: string; message: string }
  | { kind: "ask"; question: string; detail: string; yes: string; go: () => void };
