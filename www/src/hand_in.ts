/** Handing in: the submission is written, and given to the clerk as a file. */

import type { Desk } from "./desk";
import { codeOf } from "./engine/errors";
import { download } from "./files";

/** `false` when the ledger is not ready to be handed in. */
export function handIn(desk: Desk): boolean {
  if (!desk.session) {
    return false;
  }
  desk.saving.flush();
  try {
    desk.submission = desk.session.submission();
  } catch (error) {
    if (codeOf(error) !== "not_ready") {
      desk.trouble(error);
    }
    return false;
  }
  const { submission } = desk;
  if (desk.stage.handsOver(submission)) {
    download(submission.file_name, submission.text);
    desk.tell(desk.t.downloaded(submission.file_name));
  }
  return true;
}
