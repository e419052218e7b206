/**
 * What stands in a cell of the grid that is still being typed in: it is not in the ledger yet, and
 * is saved with it all the same.
 */

import type { Typing } from "./drafts/layout";
import type { Session } from "./engine/contract";
import type { Stage } from "./stage";

const BOX = ".cell-editor.on textarea";

/** The text being typed, and its cell; `null` when none is. */
export function typingAt(stage: Stage, at: { row: number; field: string }): Typing | null {
  const box = stage.find(BOX) as HTMLTextAreaElement | null;
  return box && at.field ? { ...at, text: box.value } : null;
}

/** Calls back whenever what is being typed there has changed, or was given up. Answers what ends it. */
export function whileTyping(root: EventTarget, changed: () => void): () => void {
  const typed = (event: Event) => {
    if (event.target instanceof Element && event.target.matches(BOX)) {
      changed();
    }
  };
  root.addEventListener("input", typed);
  // Before the box itself hears of the key, and is one that is typed in no more.
  const givenUp = (event: Event) => {
    const isEscape = (event as KeyboardEvent).key === "Escape";
    if (isEscape && event.target instanceof Element && event.target.matches(BOX)) {
      changed();
    }
  };
  root.addEventListener("keydown", givenUp, { capture: true });
  return () => {
    root.removeEventListener("input", typed);
    root.removeEventListener("keydown", givenUp, { capture: true });
  };
}

/** Finishes a cell that was still being typed in when the power went; it can be undone. */
export function finish(session: Session, { row, field, text }: Typing): void {
  const { rows } = session.overview();
  try {
    // Whoever typed below the last row was adding one.
    if (row === rows) {
      session.insert_rows(row, 1);
    }
    session.set_cell(row, field, text);
  } catch {
    // The cell is one that takes no text: then there was none to lose.
  }
}
