/** The days by which something must be handed in, and how far off they are. */

import type { Campaign } from "./engine/contract";
import { today } from "./today";

export interface Deadline {
  what: "ledger" | "plan";
  /** ISO date. */
  day: string;
  /** Days from today; below zero where it is over. */
  left: number;
  /** From 0, Sunday. */
  weekday: number;
}

/** So few days left are said loudly. */
const SOON = 3;
const DAY_MS = 86_400_000;

export function deadlinesOf(campaign: Campaign): Deadline[] {
  const now = Date.parse(today());
  return (["ledger", "plan"] as const).map((what) => {
    const day = campaign.deadlines[what];
    const at = Date.parse(day);
    return {
      what,
      day,
      left: Math.round((at - now) / DAY_MS),
      weekday: new Date(at).getUTCDay(),
    };
  });
}

export function urgency({ left }: Deadline): "over" | "soon" | "far" {
  if (left < 0) {
    return "over";
  }
  return left <= SOON ? "soon" : "far";
}
