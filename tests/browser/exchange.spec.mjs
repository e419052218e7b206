/** Workbooks in and out: chosen, looked at, taken in, given up, and handed out again. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

import { CLI, DIST, SAMPLES, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const KUNYANG = await readFile(new URL("kunyang-2022-06.xlsx", SAMPLES));
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function file(name, buffer, mimeType = XLSX) {
  return { name, mimeType, buffer };
}

async function handed(page, what) {
  await page.click(".menu-button");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click(`[data-what=${what}]`),
  ]);
  return {
    name: download.suggestedFilename(),
    bytes: await readFile(await download.path()),
  };
}

async function importInto(page, given) {
  await page.setInputFiles(".import-file", given);
  // Not the dialog that says it is being read: Enter there gives it up.
  await page.waitForSelector(".sheets");
}

async function rows(page) {
  return Number(/^(\d+)笔/.exec(await page.textContent(".status-counts"))[1]);
}

test("a subdistrict's workbook is chosen, looked at and imported in one step", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page, requests, url } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("昆阳");
  await clerk.go("ledger");
  assert.ok(!requests.some((request) => request.includes("office")));

  await importInto(page, file("昆阳.xlsx", KUNYANG));
  await page.waitForSelector(".sheets");
  assert.match(await page.textContent(".dialog:has(.dialog-first)"), /“昆阳.xlsx”有多张工作表/);
  assert.ok(await page.isDisabled(".sheets button:has-text('填表说明')"));
  await page.keyboard.press("Enter");

  await page.waitForSelector(".dialog dl.facts");
  const told = await page.textContent(".dialog:has(.dialog-first)");
  assert.match(told, /将从“昆阳.xlsx”导入\d+行/);
  assert.match(told, /公式没有存计算结果/);
  assert.match(told, /合同签订时间/);
  assert.equal(await rows(page), 0, "nothing is written before the clerk agrees");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".dialog", { state: "detached" });
  const count = await rows(page);
  assert.ok(40 < count, String(count));
  await page.click(".toolbar button:has-text('撤销')");
  assert.equal(await rows(page), 0);
  assert.deepEqual(
    requests
      .filter((request) => request.includes("office"))
      .map((request) => request.replace(url, "")),
    ["office-worker.js", "arrears_ledger_office_bg.wasm"],
  );
  assert.deepEqual(opened.troubles, []);
});

test("a ledger goes out as a workbook and as text, and comes back as it was", async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "exchange-"));
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("昆阳");
  await clerk.go("ledger");
  await importInto(page, file("昆阳.xlsx", KUNYANG));
  await page.keyboard.press("Enter");
  await page.waitForSelector(".dialog dl.facts");
  await page.keyboard.press("Enter");
  const count = await rows(page);
  const cli = (...words) => spawnSync(CLI, words, { encoding: "utf8" });
  const draft = path.join(folder, "draft.json");
  await page.click(".step-home");
  const [copy] = await Promise.all([
    page.waitForEvent("download"),
    page.click("tr[data-draft] .acts button:nth-of-type(2)"),
  ]);
  await copy.saveAs(draft);
  await clerk.go("ledger").catch(() => page.goBack());

  await t.test("the workbook", async () => {
    const { name, bytes } = await handed(page, "xlsx");
    assert.match(name, /^清欠台账_.*昆阳.*\.xlsx$/);
    const written = path.join(folder, "ledger.xlsx");
    await writeFile(written, bytes);
    const compared = cli("compare", draft, written);
    assert.equal(compared.stdout.trim(), "没有变动", compared.stderr);
  });

  await t.test("text in both encodings", async () => {
    const utf8 = await handed(page, "csv");
    assert.deepEqual([...utf8.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const older = await handed(page, "gb18030");
    assert.equal(
      new TextDecoder("gb18030").decode(older.bytes),
      new TextDecoder().decode(utf8.bytes),
    );
    const tabs = await handed(page, "tsv");
    assert.equal(
      new TextDecoder().decode(tabs.bytes).split("\r\n").length,
      new TextDecoder().decode(utf8.bytes).split("\r\n").length,
    );
  });

  await t.test("the template, filled in by a spreadsheet program, is read", async () => {
    const { bytes } = await handed(page, "template");
    const template = path.join(folder, "template.xlsx");
    await writeFile(template, bytes);
    const checked = cli("validate", template, "--format", "json");
    assert.ok(JSON.parse(checked.stdout).counts.errors === 0, checked.stdout);
  });

  await t.test("the workbook opened at home is the same ledger", async () => {
    const { bytes } = await handed(page, "checked");
    await page.click(".step-home");
    await page.setInputFiles("#open-file", file("导出.xlsx", bytes));
    await page.waitForSelector("al-home", { state: "detached" });
    assert.equal(await rows(page), count);
  });
  assert.deepEqual(opened.troubles, []);
});

test("what is not to be opened is refused with what to do", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  for (const [name, bytes, said] of [
    ["坏.xlsx", KUNYANG.subarray(0, 3000), /J-12.*损坏.*另存为 \.xlsx/s],
    ["旧.xls", compound, /J-12.*另存为 \.xlsx/s],
  ]) {
    await page.setInputFiles("#open-file", file(name, bytes));
    await page.waitForSelector(".dialog code");
    assert.match(await page.textContent(".dialog:has(.dialog-first)"), said);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".dialog", { state: "detached" });
  }
  assert.deepEqual(opened.troubles, []);
});

test("the one file has it too, without a thread", async (t) => {
  const opened = await openPage({ at: `file://${path.join(DIST, "arrears-ledger.html")}` });
  t.after(() => opened.close());
  const { page } = opened;
  await page.setInputFiles("#open-file", file("昆阳.xlsx", KUNYANG));
  await page.waitForSelector(".sheets");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".dialog dl.facts");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".dialog", { state: "detached" });
  assert.ok(40 < (await rows(page)));
  assert.deepEqual(opened.troubles, []);
});
