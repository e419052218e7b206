/** What the dialog can have to say. */

import type { Handed } from "./onward";
import type { DraftInfo, Opened, Preview, Session } from "./engine/contract";

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
  /** A ledger may go on, in the next period or amended. */
  | { kind: "onward"; handed: Handed; isSubmission: boolean }
  /** Another window has the draft open. */
  | { kind: "held"; name: string; info: DraftInfo }
  /** Another window has taken the draft over. */
  | { kind: "given" }
  /** A block is to be pasted: what it was taken for, and what it would change. */
  | { kind: "paste"; paste: Paste; preview: Preview }
  | { kind: "trouble"; code: string; message: string }
  | { kind: "ask"; question: string; detail: string; yes: string; go: () => void };
