/** Pasting: looked at where that is worth it, then made in one step. */

import type { Desk } from "./desk";
import type { Preview } from "./engine/contract";
import type { Paste } from "./notice";

/** Shows what a paste would do where there is something to settle, else pastes. */
export function lookAtPaste(desk: Desk, at: Paste): void {
  const preview = previewOf(desk, at);
  if (preview && (preview.heading || preview.unread !== 0)) {
    desk.show({ kind: "paste", paste: at, preview });
  } else if (preview) {
    paste(desk, at);
  }
}

/** What a paste would do; `null` where it cannot be done, which is said. */
export function previewOf(desk: Desk, { row, keys, text, columns, lines }: Paste): Preview | null {
  try {
    return desk.session?.preview(row, keys, text, columns, lines) ?? null;
  } catch (error) {
    desk.trouble(error);
    return null;
  }
}

export function paste(desk: Desk, { row, keys, text, columns, lines }: Paste): void {
  const pasted = desk.change((session) => session.paste(row, keys, text, columns, lines));
  if (pasted) {
    desk.tell(desk.t.pasted(pasted.report.rows));
  }
}
