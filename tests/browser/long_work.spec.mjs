/** Long work shows itself, can be given up, and leaves the page to the clerk meanwhile. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

import { CLI, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { sheetOf } from "./large.mjs";
import { traced } from "./trace.mjs";

const ROWS = 20_000;
/** A press that is answered within this is felt as answered at once. */
const AT_ONCE_MS = 100;

/** A workbook of so many debts, as the command line writes it. */
async function workbook(t) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-long-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const [sheet, book] = ["many.tsv", "many.xlsx"].map((name) => path.join(folder, name));
  await writeFile(sheet, await sheetOf(ROWS));
  const done = spawnSync(CLI, ["export", sheet, "--out", book], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return book;
}

test(`a workbook of ${ROWS} debts is read beside the page`, { timeout: 400_000 }, async (t) => {
  const book = await workbook(t);
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  page.setDefaultTimeout(120_000);
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  const rows = async () => Number(/^(\d+)笔/.exec(await page.textContent(".status-counts"))[1]);

  await t.test("it shows itself, and the page answers meanwhile", async () => {
    const { tasks } = await traced(page, async () => {
      await page.setInputFiles(".import-file", book);
      await page.waitForSelector(".dialog progress");
      await page.waitForTimeout(500);
      assert.ok(await page.locator(".dialog progress").count(), "it takes longer than that");
    });
    t.diagnostic(`longest task of the page while it is read: ${tasks[0].toFixed(0)} ms`);
    assert.ok(tasks[0] < AT_ONCE_MS, `${tasks[0]} ms`);
  });

  await t.test("it is given up, and nothing is left of it", async () => {
    await page.locator(".dialog button.dialog-first").click();
    await page.waitForSelector(".dialog", { state: "detached" });
    assert.equal(await rows(), 0);
    await clerk.type(0, "备注", "照常填写");
    assert.equal(await rows(), 1);
    await page.keyboard.press("Control+z");
  });

  await t.test("begun again it comes to its end", async () => {
    await page.setInputFiles(".import-file", book);
    // A workbook of our own is opened as the ledger it was.
    const counted = (all) =>
      document.querySelector(".status-counts")?.textContent.startsWith(`${all}笔`);
    await page.waitForFunction(counted, ROWS);
    await page.waitForSelector(".dialog", { state: "detached" });
    assert.equal(await rows(), ROWS);
  });
  assert.deepEqual(opened.troubles, []);
});
