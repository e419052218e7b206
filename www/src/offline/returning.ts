/** Where the clerk was when the page started anew: back to the same draft and the same step. */

import type { Desk } from "../desk";
import { STEPS } from "../steps";

const REMEMBERED = "arrears-ledger:returning";

interface Place {
  draft: string;
  step: string;
}

export function rememberPlace({ draft, step }: Desk): void {
  try {
    sessionStorage.setItem(REMEMBERED, JSON.stringify({ draft, step } satisfies Place));
  } catch {
    // The clerk opens the draft from the list.
  }
}

export async function returnToPlace(desk: Desk): Promise<void> {
  const place = takePlace();
  const info = desk.drawer.drafts.find(({ id }) => id === place?.draft);
  const step = STEPS.find((known) => known === place?.step);
  if (info) {
    await desk.ledgers.resume(info);
    desk.go(step ?? "home");
  }
}

function takePlace(): Place | null {
  try {
    const text = sessionStorage.getItem(REMEMBERED);
    sessionStorage.removeItem(REMEMBERED);
    return text === null ? null : (JSON.parse(text) as Place);
  } catch {
    return null;
  }
}
