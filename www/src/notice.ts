/** What the dialog can have to say. */

import type { DraftInfo } from "./drafts/cabinet";
import type { Loss } from "./drafts/recover";
import type { Opened, Preview, Session, Words } from "./engine/contract";
import type { Handed } from "./onward";
import type { Comparison } from "./engine/office/compare";
import type { SheetText } from "./engine/office/workbook";

/** A block of text, and where it is to go; `columns` once it is settled what they are. */
export interface Paste {
  row: number;
  keys: string[];
  text: string;
  columns?: string[];
  /** The rows it goes to, where they are seen in another order than the ledger's. */
  lines?: number[];
}

export type Notice =
  | { kind: "too_large"; name: string; bytes: number; most: number }
  /** A large file is being read. */
  | { kind: "busy"; name: string }
  /** A file was opened and something is wrong with it. */
  | { kind: "opened"; name: string; opened: Opened; session: Session }
  /** A draft is damaged: what could be read of it, and what could not. */
  | {
      kind: "damaged";
      name: string;
      opened: Opened;
      session: Session;
      loss: Loss | null;
      info: DraftInfo;
    }
  /** The last save of a draft was not whole, and one before it came back. */
  | { kind: "came_back"; name: string; loss: Loss }
  /** A later save of the draft at hand was found. */
  | { kind: "newer"; at: string; take: () => void }
  /** A locked draft is to be opened; `wrong` after a passphrase that did not. */
  | { kind: "unlock"; info: DraftInfo; wrong: boolean }
  /** It is open in another window, where it has to be closed. */
  | { kind: "busy_elsewhere" }
  /** What differs between two drafts. */
  | { kind: "compared"; names: [string, string]; comparison: Comparison }
  /** Another window went on with the draft; what stood here is kept under this name. */
  | { kind: "slept"; name: string }
  /** A ledger may go on, in the next period or amended. */
  | { kind: "onward"; handed: Handed; isSubmission: boolean }
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
  /** The keys of the grid. */
  | { kind: "keys" }
  /** What a help desk wants to know. */
  | { kind: "diagnosis" }
  | { kind: "trouble"; code: string; message: string }
  | { kind: "ask"; question: string; detail: string; yes: string; go: () => void };
