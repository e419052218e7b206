/** The first module once more, made for speed. It is half as long again: only a large ledger has it fetched. */

import { moduleBytes } from "./bytes";
import type { Opening } from "./contract";
import { refusal } from "./refusal";
import { leftBy } from "./script";
import { complete, type Handle } from "./session";
import type { Glue, Started } from "./start";

/** From about a thousand debts on, what it saves is more than it takes to fetch. */
export const LARGE_BYTES = 1 << 20;

/** What its script leaves behind. */
export interface QuickGlue extends Glue {
  Session: { prototype: Handle };
  create: Opening["create"];
  open: Opening["open"];
}

/** Nobody waits longer for what is only quicker; where it comes later, the next ledger has it. */
const PATIENCE_MS = 5_000;

/** How it runs; nothing where no large ledger was opened. */
export const quick: { started: Started | null } = { started: null };

let asked: Promise<QuickGlue | null> | null = null;

/**
 * What opens a ledger of so many bytes: the quick module for a large one; `first` for others, and
 * where the quick one cannot be had, as in the page in one file, or without WebAssembly.
 */
export async function suited(bytes: number, first: Opening): Promise<Opening> {
  if (bytes < LARGE_BYTES) {
    return first;
  }
  asked ??= load().catch(() => {
    // It may be had the next time.
    asked = null;
    return null;
  });
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return (await Promise.race([asked, late])) ?? first;
}

async function load(): Promise<QuickGlue | null> {
  if (refusal() !== null) {
    return null;
  }
  const glue = await leftBy<QuickGlue>("arrears_ledger_quick");
  const module = await WebAssembly.compile(await moduleBytes("arrears_ledger_quick_bg.wasm"));
  await glue.default({ module_or_path: module });
  complete(glue.Session);
  quick.started = { kind: "wasm", why: "" };
  return glue;
}
