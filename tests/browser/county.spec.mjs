/**
 * The county office in a real browser: a county of 40 units with known truths is collected, looked
 * through, decided, published and shared, and is there again after a reload. What the page hands
 * out is what the command line makes of the same collection, byte for byte.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { CLI } from "./browser.mjs";
import { CAMPAIGN, COUNTY, filesOf, openCounty } from "./county.mjs";

const expected = JSON.parse(readFileSync(path.join(COUNTY, "expected.json"), "utf8"));

let folder;
let open;
let page;

const cli = (...words) =>
  execFileSync(CLI, [...words, "--campaign", CAMPAIGN, "--today", "2022-07-20"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "county-"));
  cli("collect", path.join(COUNTY, "june"), "--out", path.join(folder, "june.json"));
  open = await openCounty();
  page = open.page;
});

after(async () => {
  await open?.close();
  rmSync(folder, { recursive: true, force: true });
});

const tab = (name) => page.click(`[data-tab="${name}"]`);
const held = () => page.textContent("#county-held");
const rowsOf = (sheet) =>
  page.$$eval(`[data-sheet="${sheet}"] tbody tr`, (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
  );
async function downloaded(act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return readFileSync(await file.path(), "utf8");
}

test("forty files are taken in, and each is told what became of it", async () => {
  await page.click("#county");
  await page.waitForSelector("#county-files", { state: "attached" });
  await page.setInputFiles("#county-earlier", path.join(folder, "june.json"));
  await page.waitForFunction(() => document.body.textContent.includes("june.json"));
  await page.setInputFiles("#county-list", path.join(COUNTY, "lists.csv"));
  await page.setInputFiles("#county-files", filesOf("july"));
  await page.waitForSelector("#county-lines");
  await page.waitForFunction(() => !document.querySelector("progress"));
  const results = await page.$$eval("#county-lines tbody tr", (rows) =>
    rows.map((row) => [row.cells[0].textContent, row.dataset.result]),
  );
  const of = (result) => results.filter(([, own]) => own === result).map(([name]) => name);
  assert.deepEqual(of("refused").sort(), Object.keys(expected.refused).sort());
  assert.deepEqual(of("repeated"), ["10.json"]);
  assert.equal(results.length, filesOf("july").length);
  assert.match(await held(), /已收文件42份/);
  await page.fill('[name="due"]', "2022-07-13");
  await page.click('#county-settings button[type="submit"]');
});

test("the roster says who has reported, and whom to call", async () => {
  await tab("roster");
  const label = { on_time: "按时", late: "逾期", nil: "零报告", missing: "未报送" };
  const rows = await rowsOf("roster");
  assert.equal(rows.length, 40);
  for (const [, code, , filing] of rows) {
    assert.equal(filing, label[expected.roster[code][0]], code);
  }
  const call = await rowsOf("to_call");
  assert.deepEqual(call.map(([unit]) => unit).sort(), Object.keys(expected.to_call).sort());
});

test("a duplicate is decided, and the decision is kept", async () => {
  await tab("candidates");
  const first = page.locator(".candidate").first();
  assert.equal(await first.getAttribute("data-kind"), "same_debt");
  await first.locator('[name="verdict"]').selectOption("duplicate");
  await first.locator('[name="note"]').fill("电话核实");
  await first.locator('button[type="submit"]').click();
  await page.waitForFunction(() => document.querySelector(".candidate .decided"));
  const outcomes = (await rowsOf("compared")).map((row) => row.at(-1));
  assert.equal(outcomes.length, expected.compared.length);
});

test("all of it is there after a reload", async () => {
  await page.reload();
  await page.waitForSelector("#county-held");
  await page.waitForFunction(() => /42/.test(document.querySelector("#county-held").textContent));
  await tab("candidates");
  await page.waitForSelector(".candidate .decided");
  await tab("movement");
  const rows = await rowsOf("movement");
  assert.equal(rows.length, Object.keys(expected.movement).length);
});

test("the bulletin is the command line's, byte for byte", async () => {
  await tab("files");
  const collection = path.join(folder, "july.json");
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#county-download")]);
  await file.saveAs(collection);
  const previous = ["--previous", path.join(folder, "june.json")];
  await tab("bulletin");
  const units = (await rowsOf("progress")).map(([, unit]) => unit);
  assert.deepEqual([...units].sort(), [...expected.progress.order].sort());
  for (const form of ["json", "markdown", "html"]) {
    const own = await downloaded(() => page.click(`#out-${form}`));
    const printed = cli("collection", "bulletin", collection, ...previous, "--format", form);
    assert.equal(own.trimEnd(), printed.trimEnd(), form);
    assert.ok(!expected.persons.some((person) => own.includes(person)), "names a person");
  }
  const book = await downloaded(() => page.click("#out-workbook"));
  assert.ok(book.startsWith("PK"), "a workbook is an archive");
  const charts = await page.$$eval(".chart", (all) => all.map((one) => one.dataset.chart));
  assert.deepEqual(charts, ["clearance", "band", "age", "trend"]);
  await page.click("#show-reminders");
  await page.waitForSelector(".reminders details");
});

test("a sum is shared, and becomes drafts the units can open", async () => {
  await tab("allocate");
  await page.fill('#allocate [name="sum"]', "100");
  await page.selectOption('#allocate [name="method"]', "smallest_first");
  await page.click('#allocate button[type="submit"]');
  await page.waitForSelector('[data-sheet="shares"]');
  const rows = await rowsOf("methods");
  assert.equal(rows.length, 5);
  await page.fill('#allocate [name="on"]', "2022-08-31");
  const draft = await downloaded(() => page.click("#make-drafts"));
  writeFileSync(path.join(folder, "draft.json"), draft);
  assert.equal(JSON.parse(draft).format, "arrears-ledger-draft");
});

test("nothing went wrong on the way, and nothing was asked of the network", () => {
  assert.deepEqual(open.troubles, []);
  assert.ok(open.requests.every((url) => url.startsWith(open.url) || url.startsWith("blob:")));
});
