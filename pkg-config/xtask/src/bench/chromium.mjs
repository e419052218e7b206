/**
 * Measures the module in Chromium: `node chromium.mjs MODULE_FOLDER INPUT_FOLDER CAMPAIGN_FILE
 * WWW_FOLDER SCRIPT`, a script of this folder that exports `measure`. The page is isolated, as the clock of one that is not ticks by tenths of
 * milliseconds.
 */

import { readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const [module, inputs, campaign, www, script] = process.argv.slice(2);
const { chromium } = createRequire(path.join(path.resolve(www), "package.json"))("playwright-core");
const PAGE = `<!doctype html><script type="module">
  import * as glue from "./arrears_ledger.js";
  import { measure } from "./${script}";
  const read = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const campaign = async () => new TextDecoder().decode(await read("campaign"));
  window.measured = (async () => {
    const { memory } = await glue.default({ module_or_path: await read("arrears_ledger_bg.wasm") });
    return measure(glue, memory, await campaign(), read, "chromium");
  })();
  window.measured.catch(() => {});
</script>`;
const FOLDERS = { ".js": module, ".wasm": module, ".mjs": import.meta.dirname };
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };

async function body(name) {
  switch (name) {
    case "":
      return PAGE;
    case "campaign":
      return readFile(campaign);
    default:
      return readFile(path.join(FOLDERS[path.extname(name)] ?? inputs, name));
  }
}

const server = http.createServer(async (request, response) => {
  const name = path.basename(request.url);
  try {
    const answer = await body(name);
    response.writeHead(200, {
      "content-type": TYPES[path.extname(name)] ?? (name ? "text/plain" : "text/html"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(answer);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction("window.measured !== undefined");
  const lines = await page.evaluate("window.measured");
  console.log(lines.join("\n"));
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
