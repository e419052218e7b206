/** What draws plans, loaded when the first is to be drawn: most people never see one. */

import type { Desk } from "../desk";
import { leftBy } from "../engine/script";
import type { Drawing } from "./drawing_script";

let drawing: Drawing | null = null;
let asked: Promise<void> | null = null;

/** `null` until it is there: the views are drawn again then. Where it cannot be had, it stays so. */
export function drawingFor(desk: Desk): Drawing | null {
  if (!drawing) {
    asked ??= leftBy<Drawing>("arrears_ledger_drawing").then(
      (left) => {
        drawing = left;
      },
      () => undefined,
    );
    void asked.then(() => drawing && desk.refresh());
  }
  return drawing;
}
