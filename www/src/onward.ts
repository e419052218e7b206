/** The month after: a ledger that was handed in goes on, as that of the next period or amended. */

import type { Desk } from "./desk";
import { codeOf } from "./engine/errors";
import { loadOffice } from "./engine/office";
import { bytesOf } from "./files";
import { today } from "./today";

export type How = "next" | "amend";

/** A ledger that may go on, and what of it the clerk should know before saying how. */
export interface Handed {
  name: string;
  bytes: Uint8Array;
  unit: string;
  period: string;
  revision: number;
  rows: number;
}

/** Looks at a file, and asks how it goes on. */
export async function askOnward(desk: Desk, file: File): Promise<void> {
  const most = desk.catalogue.limits.file_bytes;
  if (most < file.size) {
    desk.show({ kind: "too_large", name: file.name, bytes: file.size, most });
    return;
  }
  try {
    const bytes = await bytesOf(file);
    const { open } = await desk.engine.suited(bytes.length);
    const session = open(bytes, desk.engine.campaign(), today());
    const opened = session.opened();
    const { unit_name, period, revision } = session.overview();
    session.free();
    const fault = opened?.findings[0];
    if (!opened?.whole || opened.source === "sheet" || fault) {
      const message = fault ? desk.say(fault.message) : desk.t.onwardNotOurs;
      desk.show({ kind: "trouble", code: fault?.code ?? "", message });
      return;
    }
    const handed = { name: file.name, bytes, unit: unit_name, period, revision, rows: opened.rows };
    desk.show({ kind: "onward", handed, isSubmission: opened.source === "submission" });
  } catch (error) {
    desk.trouble(error);
  }
}

/** Puts up the ledger that goes on, compared with the one it comes from. */
export async function goOnward(desk: Desk, handed: Handed, how: How): Promise<void> {
  try {
    const office = await loadOffice();
    const next = office.onward(handed.bytes, how);
    const text = new TextEncoder().encode(next.draft);
    const { open } = await desk.engine.suited(text.length);
    const session = open(text, desk.engine.campaign(), today());
    await desk.ledgers.accept(session);
    await desk.earlier.take(handed.name, handed.bytes);
    desk.go("unit");
    desk.tell(desk.t.onwardDone(next.period, next.revision));
  } catch (error) {
    const { onwardFaults } = desk.t;
    const code = codeOf(error) ?? "";
    const known = code in onwardFaults ? onwardFaults[code as keyof typeof onwardFaults] : null;
    if (known) {
      desk.show({ kind: "trouble", code: "", message: known });
    } else {
      desk.trouble(error);
    }
  }
}
