/**
 * Measures how soon the element shows what is wrong, in a browser that has the package in its cache
 * and a quarter of its speed: `node paint.mjs PACKAGE_FOLDER WWW_FOLDER`. From the navigation until
 * the first findings of a new ledger are painted.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";

import { inChromium } from "./browser.mjs";

const [folder, www] = process.argv.slice(2);
/** Browsers compile ahead what they have met twice: so often a clerk has been here, and once more. */
const BEFORE = 3;
const ROUNDS = 11;
const SLOWER = 4;

const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,">
  <script type="module" src="/element.js"></script>
  <body><arrears-ledger unit="410422204" storage="none"></arrears-ledger></body></html>`;
const answer = async (name) => (name ? readFile(path.join(folder, name)) : PAGE);
const headers = (name) => ({ "cache-control": name ? "max-age=3600" : "no-cache" });
await inChromium({ www, answer, headers }, async (page, address) => {
  await page.addInitScript(watch);
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < BEFORE + ROUNDS; round += 1) {
    const rate = round < BEFORE ? 1 : SLOWER;
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    await page.goto(address);
    await page.waitForFunction("window.painted");
    if (BEFORE <= round) {
      const painted = await page.evaluate("window.painted");
      console.log(`paint/findings/element\t${painted.toFixed(1)}\tms`);
    }
  }
});

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
