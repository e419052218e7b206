/** Pasting: what it would do is shown first, where that is worth a look. */

import type { Desk } from "./desk";
import type { Preview } from "./engine/contract";
import type { Paste } from "./notice";

export class Pasting {
  constructor(private readonly desk: Desk) {}

  /** Shows what a paste would do where that is worth a look, else pastes. */
  look(paste: Paste): void {
    const preview = this.preview(paste);
    if (preview && (preview.heading || preview.unread !== 0)) {
      this.desk.show({ kind: "paste", paste, preview });
    } else if (preview) {
      this.paste(paste);
    }
  }

  /** What a paste would do; `null` where it cannot be done, which is said. */
  preview({ row, keys, text, columns }: Paste): Preview | null {
    try {
      return this.desk.session?.preview(row, keys, text, columns) ?? null;
    } catch (error) {
      this.desk.trouble(error);
      return null;
    }
  }

  paste({ row, keys, text, columns }: Paste): void {
    const pasted = this.desk.change((session) => session.paste(row, keys, text, columns));
    if (pasted) {
      this.desk.tell(this.desk.t.pasted(pasted.report.rows));
    }
  }
}
