/** Where the package's own files lie: beside the module that was imported. */

import { runScript } from "../engine/own_script";

/** The address of a file of the package. Each is written out, so that bundlers find them all. */
const FILES = {
  "arrears_ledger_bg.wasm": () => new URL("./arrears_ledger_bg.wasm", import.meta.url),
  "arrears_ledger_twin.js": () => new URL("./arrears_ledger_twin.js", import.meta.url),
};

export type PackageFile = keyof typeof FILES;

/** The rules, as a visitor downloads them. */
export function rulesBeside(): Promise<BufferSource> {
  return bytesBeside("arrears_ledger_bg.wasm");
}

async function bytesBeside(file: PackageFile): Promise<BufferSource> {
  const { href } = FILES[file]();
  const answer = await fetch(href);
  if (!answer.ok) {
    throw new Error(`${href}: ${answer.status}`);
  }
  return answer.arrayBuffer();
}

export function runBeside(file: PackageFile): Promise<void> {
  return runScript(FILES[file]().href);
}
