/** Where the package's own files lie: beside the classic script's folder, or the worker's script. */

import { runScript } from "../engine/own_script";
import type { PackageFile } from "./place";

/** Asked now: once the script has run, nobody knows where it came from. */
const SCRIPT =
  typeof document !== "undefined" && document.currentScript instanceof HTMLScriptElement
    ? document.currentScript.src
    : self.location.href;

export async function rulesBeside(): Promise<BufferSource> {
  const href = addressOf("arrears_ledger_bg.wasm");
  const answer = await fetch(href);
  if (!answer.ok) {
    throw new Error(`${href}: ${answer.status}`);
  }
  return answer.arrayBuffer();
}

export function runBeside(file: PackageFile): Promise<void> {
  return runScript(addressOf(file));
}

function addressOf(file: PackageFile): string {
  return new URL(`../${file}`, SCRIPT).href;
}
