/**
 * Measures the page's county office in Chromium: `node county.mjs DIST_FOLDER INPUT_FOLDER
 * WWW_FOLDER`. The files are picked as a person would pick them; until the bulletin is there,
 * and until the last line of its tables is drawn.
 */

import { readdir, readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const [dist, inputs, www] = process.argv.slice(2);
const { chromium } = createRequire(path.join(path.resolve(www), "package.json"))("playwright-core");
const campaign = (await readFile(path.join(inputs, "campaign.json"), "utf8")).replace(/</g, "\\u003c");
const carried = `<script type="application/json" id="arrears-ledger-campaign">${campaign}</script>`;
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

const server = http.createServer(async (request, response) => {
  const name = request.url === "/" ? "index.html" : path.basename(request.url);
  try {
    const body = await readFile(path.join(dist, "www", name));
    response.writeHead(200, { "content-type": TYPES[path.extname(name)] ?? "application/wasm" });
    const page = () => body.toString().replace('<div id="app">', `${carried}<div id="app">`);
    response.end(name === "index.html" ? page() : body);
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
  page.setDefaultTimeout(180_000);
  await page.goto(`http://127.0.0.1:${server.address().port}/#county`);
  await page.waitForSelector("#county-files", { state: "attached" });
  const folder = path.join(inputs, "files");
  const files = (await readdir(folder)).map((name) => path.join(folder, name));
  await page.evaluate(() => {
    window.started = 0;
    document.addEventListener("change", () => (window.started ||= performance.now()), true);
  });
  await page.setInputFiles("#county-files", files);
  await page.waitForSelector("#county-lines tbody tr[data-result=accepted]");
  await page.waitForFunction(() => !document.querySelector("progress"));
  const collected = await page.evaluate(() => performance.now() - window.started);
  const published = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector('[data-tab="bulletin"]').click();
    while (!document.querySelector('[data-sheet="progress"] tbody tr')) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - start;
  });
  const drawn = await page.evaluate(async () => {
    const start = performance.now();
    while (document.querySelector("[aria-busy]")) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return performance.now() - start;
  });
  const tell = (name, ms) => console.log(`${name}/${files.length}\t${(ms / 1000).toFixed(3)}\ts`);
  tell("collect/chromium", collected);
  tell("publish/chromium", published);
  tell("collect+publish/chromium", collected + published);
  tell("last-line/chromium", collected + published + drawn);
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
}
