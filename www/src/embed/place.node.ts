/** Where the package's own files lie, for Node.js, whose `fetch` reads no files. */

import { readFile } from "node:fs/promises";

import type { PackageFile } from "./place";

/** The quick module: nobody downloads it here. */
export async function rulesBeside(): Promise<BufferSource> {
  const bytes = await readFile(new URL("./arrears_ledger_quick_bg.wasm", import.meta.url));
  return new Uint8Array(bytes);
}

/** Node.js has WebAssembly: there is no twin to run. */
export function runBeside(file: PackageFile): Promise<void> {
  return Promise.reject(new Error(file));
}
