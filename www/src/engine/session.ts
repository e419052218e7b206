/** A session as the contract has it: each method is one call of the module, by its name. */

import type { Session } from "./contract";

/** What the module has by itself: a few methods that take or answer more than JSON. */
type Own = "free" | "follow" | "unfollow" | "draft";

/** The module's handle on a session. */
export interface Handle extends Pick<Session, Own> {
  /** Takes and answers what `Session::call` of the crate does. */
  call(call: string): unknown;
}

/** Every other method; a record, so that the compiler finds one that is forgotten. */
const CALLED: Record<Exclude<keyof Session, Own>, true> = {
  opened: true,
  overview: true,
  findings: true,
  header: true,
  rows: true,
  row: true,
  subject: true,
  choose_unit: true,
  set_header: true,
  set_cell: true,
  set_child: true,
  add_child: true,
  remove_child: true,
  insert_rows: true,
  remove_rows: true,
  remove_lines: true,
  duplicate_row: true,
  move_rows: true,
  fill_down: true,
  set_plans: true,
  add_records: true,
  preview: true,
  paste: true,
  repair: true,
  confirm: true,
  undo: true,
  redo: true,
  submission: true,
  pieces: true,
  came_in: true,
};

/** Gives handles the methods of sessions. */
export function complete(handles: { prototype: Handle }): void {
  for (const method of Object.keys(CALLED)) {
    Object.defineProperty(handles.prototype, method, {
      value(this: Handle, ...given: unknown[]) {
        return this.call(JSON.stringify([method, ...given]));
      },
      configurable: true,
    });
  }
}
