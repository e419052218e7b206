/** Loads the engine, the first of the page's two modules. */

import * as glue from "arrears_ledger";

import campaign from "../../../src/campaign/yexian_2022.json";
import { CATALOGUE } from "./catalogue";
import type { Engine, Opening } from "./contract";
import { suited } from "./quick";
import { complete } from "./session";
import { Module } from "./start";

/** A campaign file put into the page as JSON, instead of the one it is built with. */
export const INLINE_CAMPAIGN = "arrears-ledger-campaign";

/** The first module, and how it runs. */
export const first = new Module(glue, "arrears_ledger");

/** It is fetched and compiled while the rest of the page's script is still being run. */
const begun = first.start();
// Told to whoever asks for the engine.
begun.catch(() => undefined);

export async function loadEngine(): Promise<Engine> {
  await begun;
  complete(glue.Session);
  const text = document.getElementById(INLINE_CAMPAIGN)?.textContent ?? JSON.stringify(campaign);
  const opening = glue as unknown as Opening;
  return {
    ...glue,
    suited: (bytes: number) => suited(bytes, opening),
    catalogue: () => CATALOGUE,
    campaign: () => text,
  } as unknown as Engine;
}
