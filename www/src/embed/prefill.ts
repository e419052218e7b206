/** What a portal knows already of a ledger that is begun. */

import type { EntriesKey, HeaderKey } from "../engine/crate/keys";
import type { Session } from "./session";

export interface Prefill {
  header?: Partial<Record<HeaderKey, string>>;
  entries?: readonly Partial<Record<EntriesKey, string>>[];
}

export interface Known {
  unit?: string | undefined;
  period?: string | undefined;
  prefill?: Prefill | null | undefined;
}

/** Writes it, as if it were typed. */
export function fill(session: Session, { unit, period, prefill }: Known): void {
  if (unit) {
    session.choose_unit(unit);
  }
  if (period) {
    session.set_header("period", period);
  }
  for (const [key, text] of Object.entries(prefill?.header ?? {})) {
    session.set_header(key as HeaderKey, text);
  }
  (prefill?.entries ?? []).forEach((entry, row) => {
    if (session.overview().rows <= row) {
      session.insert_rows(row, 1);
    }
    for (const [key, text] of Object.entries(entry)) {
      session.set_cell(row, key as EntriesKey, text);
    }
  });
}
