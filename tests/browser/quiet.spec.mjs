/** The page asks nobody for anything, and breaks no rule of a strict policy. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { DIST, SAMPLES, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const WORKBOOK = fileURLToPath(new URL("kunyang-2022-06.xlsx", SAMPLES));
const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");

test("after loading, every view is used without a request or a violation", async (t) => {
  const opened = await openPage({
    init: () => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective} ${event.sourceFile}`),
      );
    },
  });
  t.after(() => opened.close());
  const { page, requests, url } = opened;
  const loaded = requests.length;
  assert.deepEqual(
    requests.map((request) => request.replace(url, "")),
    ["", "app.css", "first.js", "app.js", "arrears_ledger_bg.wasm"],
  );

  await everyView(page);

  // The views that come later, the second module and what speaks to it, when something of them is
  // first asked for, and nothing else.
  assert.deepEqual(
    requests
      .slice(loaded)
      .map((request) => request.replace(url, ""))
      .sort(),
    ["arrears_ledger_office.js", "arrears_ledger_office_bg.wasm", "arrears_ledger_views.js"],
  );
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(opened.troubles, []);
});

test("the one file asks for nothing at all", async (t) => {
  const at = pathToFileURL(path.join(DIST, "arrears-ledger.html")).href;
  const opened = await openPage({ at });
  t.after(() => opened.close());
  const loaded = opened.requests.length;
  await everyView(opened.page);
  await opened.page.setInputFiles("#open-file", WORKBOOK);
  await opened.page.waitForSelector(".sheets");
  assert.deepEqual(opened.requests.slice(loaded), []);
  assert.deepEqual(await opened.page.evaluate(() => window.arrearsLedgerForbidden), []);
  assert.deepEqual(opened.troubles, []);
});

/** Pastes a sheet and goes through what can be seen of it. */
async function everyView(page) {
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await page.focus(".cell-editor textarea");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, SHEET);
  await page.waitForSelector(".dialog-first");
  await page.keyboard.press("Enter");
  await clerk.goTo(4, "拖欠原因");
  await page.keyboard.press("F2");
  await page.waitForSelector(".cell-options .combo-option");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await page.click(".debt .add-child >> nth=0");
  await page.getByText("选择列").click();
  await page.waitForSelector(".chooser");
  await page.mouse.wheel(0, 600);
  await clerk.go("plan");
  await page.waitForSelector(".plans");
  await clerk.go("check");
  await clerk.go("print");
  await clerk.go("export");
  await page.click("#submit");
  await page.click("#diagnosis");
  await page.waitForSelector("#diagnosis-text");
  await page.keyboard.press("Escape");
  await page.click(".banner button");
  await clerk.go("unit");
  await page.click(".step-home");
  await page.waitForTimeout(300);
}
