/** Loads the engine, the first of the page's two modules. */

import init, * as glue from "arrears_ledger";

import campaign from "../../../src/campaign/yexian_2022.json";
import { moduleBytes } from "./bytes";
import catalogue from "./catalogue.json";
import type { Catalogue, Engine } from "./contract";
import { complete } from "./session";

/** A campaign file put into the page as JSON, instead of the one it is built with. */
export const INLINE_CAMPAIGN = "arrears-ledger-campaign";

export async function loadEngine(): Promise<Engine> {
  const bytes = await moduleBytes("arrears_ledger_bg.wasm", "arrears-ledger-wasm");
  await init({ module_or_path: bytes });
  complete(glue.Session);
  const text = document.getElementById(INLINE_CAMPAIGN)?.textContent ?? JSON.stringify(campaign);
  return {
    ...glue,
    catalogue: () => catalogue as unknown as Catalogue,
    campaign: () => text,
  } as unknown as Engine;
}
