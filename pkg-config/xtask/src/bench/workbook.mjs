/**
 * Workbooks in a process that has just begun. `node workbook.mjs prepare` writes the file that is
 * read: ten thousand debts under 25 headings, as another program saves them, and their cells for the
 * others. `read NAME`, `write NAME`: the first call, with loading. All write the same debts.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const COLUMNS = 25;
const TODAY = "2022-06-12";
const inputs = process.env.BENCH_INPUTS;
const require = createRequire(path.join(process.env.BENCH_PEERS, "package.json"));
const read = (name) => readFileSync(path.join(inputs, name));
const cells = () => JSON.parse(read("cells.json").toString("utf8"));

/** The page's second module. */
async function office() {
  const folder = process.env.BENCH_OFFICE;
  const glue = await import(pathToFileURL(path.join(folder, "arrears_ledger_office.js")).href);
  const module = readFileSync(path.join(folder, "arrears_ledger_office_bg.wasm"));
  await glue.default({ module_or_path: module });
  return glue;
}

function prepare() {
  const schema = JSON.parse(read("schema.json").toString("utf8"));
  const fields = schema.properties.entries.items.properties;
  const draft = JSON.parse(read("noisy-10000.json").toString("utf8"));
  const keys = Object.keys(draft.entries[0]).slice(0, COLUMNS);
  const debts = draft.entries.map((debt) => Object.fromEntries(keys.map((key) => [key, debt[key]])));
  writeFileSync(path.join(inputs, "workbook.json"), JSON.stringify({ ...draft, entries: debts }));
  const text = (value) => (Array.isArray(value) ? value.join("、") : value);
  const rows = debts.map((debt) => keys.map((key) => text(debt[key])));
  const all = [keys.map((key) => fields[key].title), ...rows];
  writeFileSync(path.join(inputs, "cells.json"), JSON.stringify(all));
  const { utils, write } = require("xlsx");
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(all), "台账");
  const bytes = write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true });
  writeFileSync(path.join(inputs, "workbook.xlsx"), bytes);
}

/** What each does; a reader answers how many cells of the last row it has, a writer the bytes. */
const READERS = {
  async ours(bytes) {
    const { sheets } = (await office()).workbook_read(bytes);
    return sheets[0].text.trimEnd().split("\n").at(-1).split("\t").length;
  },
  sheetjs(bytes) {
    const { read, utils } = require("xlsx");
    const book = read(bytes, { dense: true });
    return utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).at(-1).length;
  },
  async exceljs(bytes) {
    const book = new (require("exceljs").Workbook)();
    await book.xlsx.load(bytes);
    const sheet = book.worksheets[0];
    return sheet.getRow(sheet.rowCount).cellCount;
  },
};
const WRITERS = {
  async ours() {
    const campaign = readFileSync(process.env.BENCH_CAMPAIGN, "utf8");
    return (await office()).workbook_write(read("workbook.json"), campaign, TODAY, false);
  },
  sheetjs() {
    const { utils, write } = require("xlsx");
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells()), "台账");
    return write(book, { type: "buffer", bookType: "xlsx", compression: true, bookSST: true });
  },
  async exceljs() {
    const book = new (require("exceljs").Workbook)();
    book.addWorksheet("台账").addRows(cells());
    return book.xlsx.writeBuffer();
  },
};

const [what, name] = process.argv.slice(2);
if (what === "prepare") {
  prepare();
} else {
  const bytes = read("workbook.xlsx");
  const start = performance.now();
  const answer = await (what === "read" ? READERS[name](bytes) : WRITERS[name]());
  const time = performance.now() - start;
  const is_whole = what === "read" ? 20 < answer : 100_000 < answer.length;
  if (!is_whole) {
    throw new Error(`${name} did not ${what} the whole workbook`);
  }
  console.log(`workbook/${what}/${name}\t${time.toFixed(3)}\tms`);
}
