/**
 * A county of many units: its tables are drawn a screenful at first and to the end by themselves, and
 * paper has all of them, however early somebody prints.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { CAMPAIGN, filesOf, openCounty } from "./county.mjs";

const UNITS = 700;

let open;
let page;

before(async () => {
  const campaign = JSON.parse(readFileSync(CAMPAIGN, "utf8"));
  const unit = (_, at) => ({
    code: `BM-${String(at).padStart(5, "0")}`,
    name: `第${at}单位`,
    kind: "county_department",
  });
  campaign.units = Array.from({ length: UNITS }, unit);
  open = await openCounty(JSON.stringify(campaign));
  page = open.page;
  await page.click("#county");
  await page.waitForSelector("#county-files", { state: "attached" });
});

after(() => open?.close());

/** How many lines stand in the roster's table at once, and what `act` makes of them. */
const lines = (act = "") =>
  page.evaluate(async (act) => {
    document.querySelector('[data-tab="files"]').click();
    await new Promise((resolve) => setTimeout(resolve, 0));
    document.querySelector('[data-tab="roster"]').click();
    const rows = () => document.querySelectorAll('[data-sheet="roster"] tbody tr').length;
    while (rows() === 0) {
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const first = rows();
    if (act) {
      window.dispatchEvent(new Event(act));
    }
    return [first, rows()];
  }, act);

test("a screenful is drawn at first, and the rest by itself", async () => {
  const [first] = await lines();
  assert.ok(0 < first && first < UNITS, `${first} lines`);
  await page.waitForFunction(
    (units) => document.querySelectorAll('[data-sheet="roster"] tbody tr').length === units,
    UNITS,
  );
  const names = await page.$$eval('[data-sheet="roster"] tbody tr', (rows) =>
    rows.map((row) => row.textContent.match(/第(\d+)单位/)?.[1]),
  );
  assert.equal(new Set(names).size, UNITS, "each unit once");
  assert.equal(await page.$('[data-sheet="roster"] [aria-busy]'), null);
});

test("whoever prints at once has every line on paper", async () => {
  const [first, printed] = await lines("beforeprint");
  assert.ok(first < UNITS);
  assert.equal(printed, UNITS);
});

test("a file that is gone when its turn comes is told of, and the others go in", async () => {
  await page.evaluate(() => {
    document.querySelector('[data-tab="files"]').click();
    const { arrayBuffer } = Blob.prototype;
    const isGone = ({ name }) => name === "10.json";
    Blob.prototype.arrayBuffer = function () {
      const gone = () => Promise.reject(new DOMException("gone", "NotFoundError"));
      return isGone(this) ? gone() : arrayBuffer.call(this);
    };
  });
  const files = filesOf("july");
  await page.setInputFiles("#county-files", files);
  await page.waitForSelector("#county-lines");
  await page.waitForFunction(() => !document.querySelector("progress"));
  const results = await page.$$eval("#county-lines tbody tr", (rows) =>
    rows.map((row) => [row.cells[0].textContent, row.dataset.result]),
  );
  assert.equal(results.length, files.length);
  const unreadable = results.filter(([, result]) => result === "unreadable");
  assert.deepEqual(unreadable, [["10.json", "unreadable"]]);
});

test("nothing went wrong on the way", () => {
  assert.deepEqual(open.troubles, []);
});
