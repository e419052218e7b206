/** What the dialog can have to say. */

import type { Opened, Pasted, Session } from "./engine/contract";

export type Notice =
  | { kind: "too_large"; name: string; bytes: number; most: number }
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
  | { kind: "pasted"; report: Pasted["report"] }
  | { kind: "trouble"; code: string; message: string }
  | { kind: "ask"; question: string; detail: string; yes: string; go: () => void };
