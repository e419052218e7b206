/**
 * Measures how soon the element shows what is wrong, in a browser that has the package in its cache
 * and a quarter of its speed: `node paint.mjs PACKAGE_FOLDER WWW_FOLDER`. From the navigation until
 * the first findings of a new ledger are painted.
 */

import { readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, www] = process.argv.slice(2);
const { chromium } = createRequire(path.join(path.resolve(www), "package.json"))("playwright-core");
/** Browsers compile ahead what they have met twice: so often a clerk has been here, and once more. */
const BEFORE = 3;
const ROUNDS = 11;
const SLOWER = 4;

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,">
  <script type="module" src="/element.js"></script>
  <body><arrears-ledger unit="410422204" storage="none"></arrears-ledger></body></html>`;
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

const server = http.createServer(async (request, response) => {
  const name = path.basename(request.url);
  try {
    const body = name ? await readFile(path.join(folder, name)) : PAGE;
    response.writeHead(200, {
      "content-type": TYPES[path.extname(name)] ?? "text/html; charset=utf-8",
      "cache-control": name ? "max-age=3600" : "no-cache",
    });
    response.end(body);
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
  await page.addInitScript(watch);
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < BEFORE + ROUNDS; round += 1) {
    const rate = round < BEFORE ? 1 : SLOWER;
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction("window.painted");
    if (BEFORE <= round) {
      const painted = await page.evaluate("window.painted");
      console.log(`paint/findings/element\t${painted.toFixed(1)}\tms`);
    }
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}

/** Runs in the page: notes when the frame is done in which the number of errors stands. */
function watch() {
  const look = () => {
    const text = document.querySelector("arrears-ledger")?.shadowRoot?.textContent ?? "";
    if (/错误\s*\d|\d+\s*处?错误/.test(text)) {
      requestAnimationFrame(() =>
        setTimeout(() => {
          window.painted = performance.now();
        }, 0),
      );
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}
