/**
 * Measures the page's county office in Chromium: `node county.mjs DIST_FOLDER INPUT_FOLDER
 * WWW_FOLDER`. The files are picked as a person would pick them; until the bulletin is there,
 * and until the last line of its tables is drawn.
 */

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

import { inChromium } from "./browser.mjs";

const [dist, inputs, www] = process.argv.slice(2);
const campaign = (await readFile(path.join(inputs, "campaign.json"), "utf8")).replace(
  /</g,
  "\\u003c",
);
const carried = `<script type="application/json" id="arrears-ledger-campaign">${campaign}</script>`;

async function answer(name) {
  const body = await readFile(path.join(dist, "www", name || "index.html"));
  return name ? body : body.toString().replace('<div id="app">', `${carried}<div id="app">`);
}

await inChromium({ www, answer }, async (page, address) => {
  page.setDefaultTimeout(180_000);
  await page.goto(`${address}#county`);
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
});
