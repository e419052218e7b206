/** Loads the engine: from the page itself where it is one file, else from beside the script. */

import init, * as glue from "arrears_ledger";

import campaign from "../../../src/campaign/yexian_2022.json";
import catalogue from "./catalogue.json";
import type { Catalogue, Engine } from "./contract";

/** Where this script came from; `null` for the one-file page, whose script is inline. */
export const SCRIPT =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** The module's bytes as the one-file page carries them, in base64. */
export const INLINE_WASM = "arrears-ledger-wasm";

/** A campaign file put into the page as JSON, instead of the one it is built with. */
export const INLINE_CAMPAIGN = "arrears-ledger-campaign";

export async function loadEngine(): Promise<Engine> {
  const inline = document.getElementById(INLINE_WASM);
  const bytes = inline ? decode(inline.textContent ?? "") : await fetchBytes();
  inline?.remove();
  await init({ module_or_path: bytes });
  const text = document.getElementById(INLINE_CAMPAIGN)?.textContent ?? JSON.stringify(campaign);
  return {
    ...glue,
    catalogue: () => catalogue as unknown as Catalogue,
    campaign: () => text,
  } as unknown as Engine;
}

/** The bytes are compiled, not streamed: portals often serve `.wasm` with a type of their own. */
async function fetchBytes(): Promise<ArrayBuffer> {
  const answer = await fetch(new URL("arrears_ledger_bg.wasm", SCRIPT || document.baseURI).href);
  if (!answer.ok) {
    throw new Error(`arrears_ledger_bg.wasm: ${answer.status}`);
  }
  return answer.arrayBuffer();
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64.trim());
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) {
    bytes[index] = binary.charCodeAt(index);
  }
  return bytes;
}
