/** Every view of the page, one after another, as a clerk comes to it: for pictures and for checks. */

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { SAMPLES } from "./browser.mjs";
import { COUNTY, filesOf } from "./county.mjs";

const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");
const READY = fileURLToPath(new URL("parity/valid.json", SAMPLES));

/** The county office's views: a month collected, after the one before. */
export async function* countyViews(page) {
  const tab = (name) => page.click(`[data-tab="${name}"]`);
  const taken = async (month) => {
    await page.setInputFiles("#county-files", filesOf(month));
    await page.waitForSelector("#county-lines");
    await page.waitForFunction(() => !document.querySelector("progress"));
  };
  await page.click("#county");
  await page.waitForSelector("#county-files", { state: "attached" });
  yield { name: "county-empty" };
  await taken("june");
  const [june] = await Promise.all([page.waitForEvent("download"), page.click("#county-download")]);
  const earlier = { name: "june.json", mimeType: "application/json" };
  earlier.buffer = await readFile(await june.path());
  page.once("dialog", (dialog) => dialog.accept());
  await page.click("#county-clear");
  await page.setInputFiles("#county-earlier", earlier);
  await page.setInputFiles("#county-list", `${COUNTY}/lists.csv`);
  await taken("july");
  yield { name: "county-files" };
  for (const name of ["roster", "candidates", "movement"]) {
    await tab(name);
    await page.waitForSelector("main table, main .candidate");
    yield { name: `county-${name}` };
  }
  await tab("bulletin");
  await page.waitForSelector(".chart");
  yield { name: "county-bulletin" };
  await tab("allocate");
  await page.fill('#allocate [name="sum"]', "100");
  await page.selectOption('#allocate [name="method"]', "smallest_first");
  await page.click('#allocate button[type="submit"]');
  await page.waitForSelector('[data-sheet="shares"]');
  yield { name: "county-allocate" };
}

/**
 * Yields the name of each view while the page shows it; `fills` says that it fills the window, and
 * has no more below.
 */
export async function* views(page, clerk) {
  const keys = page.keyboard;
  yield { name: "start" };
  await clerk.begin("龙泉乡");
  yield { name: "unit" };
  await clerk.go("ledger");
  yield { name: "ledger-empty", fills: true };
  await clerk.fillPaste(SHEET);
  yield { name: "paste", fills: true };
  await keys.press("Enter");
  await page.waitForSelector(".rgRow");
  yield { name: "ledger", fills: true };
  await page.click("#columns");
  yield { name: "columns", fills: true };
  await page.click("#columns");
  await page.focus(".cell-editor textarea");
  await keys.press("F8");
  await page.selectOption("#found", "error");
  await page.focus(".cell-editor textarea");
  await keys.press("Control+Shift+L");
  await page.waitForSelector(".column-menu");
  yield { name: "column-menu", fills: true };
  await keys.press("Escape");
  await keys.press("Control+f");
  await page.waitForSelector(".find-bar");
  yield { name: "find", fills: true };
  await keys.press("Escape");
  await keys.press("F1");
  await page.waitForSelector(".keys");
  yield { name: "keys", fills: true };
  await keys.press("Escape");
  await keys.press("Control+Alt+c");
  await keys.press("Control+Home");
  await keys.press("Control+Enter");
  await page.waitForSelector(".debt");
  yield { name: "debt", fills: true };
  await page.click("[data-table=instalments] .add-child");
  await page.waitForSelector(".child");
  yield { name: "debt-plan", fills: true };
  await keys.press("Escape");
  await clerk.go("plan");
  await page.waitForSelector(".plans");
  yield { name: "plan" };
  await page.locator(".plans .primary").first().click();
  await page.click("#propose");
  await page.waitForSelector("#proposals svg");
  yield { name: "plan-proposal" };
  await page.click("#plan-back");
  await page.locator(".plans .acts button").nth(1).click();
  await page.locator("#bases .choose").first().click();
  await page.waitForSelector("#statement");
  yield { name: "plan-interest" };
  await page.click("#plan-back");
  await page.click("#share-budget");
  await page.fill("#share-budget", "20");
  await page.click("#share");
  await page.waitForSelector("#shared svg");
  yield { name: "plan-budget" };
  await page.click("#plan-back");
  await page.click("#record-payments");
  await page.waitForSelector("#record");
  yield { name: "plan-payments" };
  await page.click("#plan-back");
  await clerk.go("check");
  yield { name: "check" };
  await page.locator("section.rule.warning .ask-reason").first().click();
  yield { name: "check-reason" };
  await page.locator("section.rule.error .finding-place").first().click();
  await page.waitForSelector(".trail");
  yield { name: "trail", fills: true };
  await page.click("#back-to-list");
  await clerk.go("print");
  yield { name: "print" };
  await clerk.go("export");
  await page.click("#submit");
  yield { name: "export-refused" };
  await page.click(".step-home");
  yield { name: "tasks" };
  await page.locator("tr[data-draft] [aria-expanded]").first().click();
  yield { name: "draft-acts" };
  await page.setInputFiles("#open-file", {
    name: "坏.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"format":'),
  });
  await page.waitForSelector(".dialog-first");
  yield { name: "dialog", fills: true };
  await keys.press("Escape");
  await page.setInputFiles("#open-file", READY);
  await page.waitForSelector("main.step-ledger");
  await clerk.go("check");
  yield { name: "check-done" };
  await clerk.go("export");
  await clerk.download(() => page.click("#submit"));
  await page.waitForSelector("#done");
  yield { name: "export-done" };
  await page.click(".step-home");
  yield { name: "tasks-done" };
  await page.click("#diagnosis");
  await page.waitForSelector("#diagnosis-text");
  yield { name: "diagnosis", fills: true };
  await keys.press("Escape");
}
