/** What the command lines of the two bundles name: where the modules are, and where the bundle goes. */

import path from "node:path";
import { parseArgs } from "node:util";

const FOLDERS = ["wasm", "quick", "office", "out"];

/** The folders, in full; prints how `npm run -s <script>` is used where one is missing. */
export function foldersFor(script) {
  const { values } = parseArgs({
    options: Object.fromEntries(FOLDERS.map((name) => [name, { type: "string" }])),
  });
  if (!FOLDERS.every((name) => values[name])) {
    const named = FOLDERS.map((name) => `--${name} DIR`).join(" ");
    console.error(`usage: npm run -s ${script} -- ${named}`);
    process.exit(2);
  }
  return Object.fromEntries(FOLDERS.map((name) => [name, path.resolve(values[name])]));
}
