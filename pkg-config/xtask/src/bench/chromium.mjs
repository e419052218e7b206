/**
 * Measures the modules in Chromium: `node chromium.mjs MODULE_FOLDER QUICK_FOLDER INPUT_FOLDER
 * CAMPAIGN_FILE WWW_FOLDER SCRIPT`, a script of this folder that exports `measure`. It is told which
 * of the two opens a ledger, as the page finds it (`www/src/engine/quick.ts`). The page is isolated,
 * as the clock of one that is not ticks by tenths of milliseconds.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";

import { inChromium } from "./browser.mjs";

const [module, quick, inputs, campaign, www, script] = process.argv.slice(2);
const LARGE_BYTES = await largeBytes();
const PAGE = `<!doctype html><script type="module">
  import * as first from "./arrears_ledger.js";
  import * as quick from "./arrears_ledger_quick.js";
  import { measure } from "./${script}";
  const read = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const campaign = async () => new TextDecoder().decode(await read("campaign"));
  window.measured = (async () => {
    const started = async (glue, stem) => {
      const { memory } = await glue.default({ module_or_path: await read(stem + "_bg.wasm") });
      return { glue, memory };
    };
    const small = await started(first, "arrears_ledger");
    const large = await started(quick, "arrears_ledger_quick");
    const suited = (bytes) => (bytes < ${LARGE_BYTES} ? small : large);
    return measure(suited, await campaign(), read, "chromium");
  })();
  window.measured.catch(() => {});
</script>`;

async function body(name) {
  switch (name) {
    case "":
      return PAGE;
    case "campaign":
      return readFile(campaign);
    default:
      return readFile(fileOf(name));
  }
}

function fileOf(name) {
  switch (path.extname(name)) {
    case ".js":
      // One script, taken twice: it speaks to one module.
      return path.join(module, "arrears_ledger.js");
    case ".wasm":
      return path.join(name.includes("quick") ? quick : module, name);
    case ".mjs":
      return path.join(import.meta.dirname, name);
    default:
      return path.join(inputs, name);
  }
}

/** From how many bytes on the page opens a ledger in the quick module. */
async function largeBytes() {
  const source = await readFile(path.join(www, "src/engine/quick.ts"), "utf8");
  const [, shift] = /LARGE_BYTES = 1 << (\d+);/.exec(source);
  return 2 ** Number(shift);
}

const ISOLATED = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
await inChromium({ www, answer: body, headers: () => ISOLATED }, async (page, address) => {
  await page.goto(address);
  await page.waitForFunction("window.measured !== undefined");
  const lines = await page.evaluate("window.measured");
  console.log(lines.join("\n"));
});
