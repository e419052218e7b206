/** The clerk's whole way through, the same in every kernel; what is handed in is its answer. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { CLI, SAMPLES, TODAY } from "../browser.mjs";
import { dense, read } from "../pdf.mjs";
import { KernelClerk } from "./clerk.mjs";

const WORKBOOK = fileURLToPath(new URL("kunyang-2022-06.xlsx", SAMPLES));
const PICTURES = process.env.ARREARS_PICTURES;

/** A debt as it is typed into the columns that are shown at first. */
const TYPED = {
  欠款单位: "龙泉乡人民政府",
  欠款单位统一社会信用代码: "11410422005453201F",
  欠款单位类型: "机关",
  欠款单位归口: "其他",
  被拖欠企业: "叶县博雅安泰办公设备有限公司",
  被拖欠企业统一社会信用代码: "91350100M000100Y43",
  企业规模: "微型",
  "项目（合同）名称": "2020年龙泉乡人民政府办公桌椅采购",
  合同依据: "书面合同",
  合同签订时间: "2020-11-02",
  采购类别: "货物",
  款项性质: "物资采购款",
  "合同金额（万元）": "20",
  "已支付金额（入账前）（万元）": "6.5",
  "拖欠金额（万元）": "13.5",
  应付款日期: "2021-05-20",
  是否有分歧: "无分歧",
  司法状态: "未进入",
  拖欠原因: "财政资金困难",
  是否涉及农民工工资: "否",
  责任人: "李某",
};
/** The letters by which a cell is typed that was not being typed in before the first of them. */
const PINYIN = { 欠款单位: "longquanxiang", 责任人: "limou" };
/** The same kind of debt as it is pasted, but for the code, which a spreadsheet has harmed. */
const PASTED = {
  ...TYPED,
  欠款单位归口: "乡镇（街道）",
  线索来源: "自查排查",
  "所属乡镇（街道、开发区）": "410422207",
  责任单位: "龙泉乡人民政府",
  清偿方式: "现金",
  状态: "已入账",
  被拖欠企业: "叶县万顺宏远市政工程有限公司",
  被拖欠企业统一社会信用代码: "9.26301E+17",
  企业规模: "中型",
  "项目（合同）名称": "2021年龙泉乡人民政府桥梁加固工程",
  采购类别: "工程",
  款项性质: "工程款",
  行业领域: "交通",
  是否政府投资项目: "是",
  合同签订时间: "2021-03-08",
  "合同金额（万元）": "113",
  "已支付金额（入账前）（万元）": "96",
  "拖欠金额（万元）": "17",
  "交付（验收合格）日期": "2021-10",
  应付款日期: "2021-11-30",
};
const SHEET = [Object.keys(PASTED), Object.values(PASTED)].map((row) => row.join("\t")).join("\n");
const RIGHT = "92630105MA753YNL1J";

/**
 * What newer kernels say of every file that a page without https hands over, older ones of a
 * policy's words that they do not know, and some where WebAssembly was tried in vain.
 */
const REMARKS = [
  /was loaded over an insecure connection/,
  /invalid source: ''wasm-unsafe-eval''/,
  /blocked WebAssembly/,
];

/**
 * From an empty page to the file that is handed in, which it gives, and back to the draft after a
 * reload. `picture` is what pictures are called, where somebody wants to look at them.
 */
export async function wayThrough(page, picture) {
  const clerk = new KernelClerk(page);
  await clerk.begin("龙泉乡");
  for (const [key, text] of [
    ["cutoff_date", TODAY],
    ["filled_on", TODAY],
    ["filler", "李某"],
    ["reviewer", "张某"],
    ["head", "王某"],
  ]) {
    await clerk.fill(key, text);
  }

  await clerk.go("ledger");
  assert.equal(
    await clerk.typeRow(TYPED, PINYIN),
    Object.keys(TYPED).length,
    "every column is there",
  );
  await clerk.waitForRows(1);
  await clerk.pasteSheet(SHEET);
  await clerk.waitForRows(2);
  await page.press("Control+Z");
  await clerk.waitForRows(1);
  await page.press("Control+Y");
  await clerk.waitForRows(2);
  await looked(page, `${picture}-grid`);

  await clerk.focusGrid();
  await page.press("F8");
  await page.waitFor(() => document.querySelector(".bubble") !== null);
  await clerk.go("check");
  await page.click("[data-rule='C-02'] .finding-place");
  await clerk.has("main.step-ledger .trail, al-trail .trail");
  await clerk.isIn("被拖欠企业统一社会信用代码");
  await clerk.typeOver(RIGHT);
  await page.waitFor(() => /错误0/.test(document.querySelector(".status-counts").textContent));

  await clerk.importWorkbook(WORKBOOK);
  assert.ok(40 < (await clerk.rows()), "the debts of the workbook are there");
  await page.click(".toolbar button", "撤销");
  await clerk.waitForRows(2);

  await clerk.go("plan");
  await clerk.has("tr[data-row='1'] button.primary");
  await page.click("tr[data-row='1'] button.primary");
  await clerk.has("al-plan-debt");
  await planned(page, clerk, `${picture}-plan`);

  await clerk.go("print");
  await page.evaluate(() => document.querySelector("[data-field=sealed] input").focus());
  await page.click("[data-field=sealed] input");
  await clerk.confirmWarnings("已与合同原件核对");
  await clerk.go("print");
  await looked(page, `${picture}-print`);
  await onPaper(page);

  await clerk.go("export");
  const file = await clerk.download("#submit");
  await accepted(file);
  await quiet(page);

  await clerk.saved();
  await page.reload();
  await page.click("tr[data-draft] button.primary", "继续填报");
  await clerk.waitForRows(2);
  await diagnosed(page, clerk);
  await quiet(page);
  return file;
}

/** The report for a help desk is there, and knows the kernel. */
async function diagnosed(page, clerk) {
  await page.click("#diagnosis");
  await clerk.has("#diagnosis-text");
  const report = await page.evaluate(() => document.querySelector("#diagnosis-text").value);
  assert.match(report, /^内核: (?:Chromium|Firefox|WebKit) \d+/m);
  assert.match(report, /^草稿存在: 本浏览器：本地存储和数据库$/m);
  await page.press("Escape");
  await clerk.lacks(".dialog");
}

/** Nothing went wrong in the page. */
async function quiet(page) {
  const heard = await page.heard();
  assert.deepEqual(
    heard.filter((said) => !REMARKS.some((remark) => remark.test(said))),
    [],
  );
}

/** A plan is proposed, seen as a chart, and written into the ledger. */
async function planned(page, clerk, picture) {
  await page.click("#propose");
  await clerk.has("#plan-1");
  // What draws it is loaded now.
  await clerk.has(".chart svg");
  const chart = await page.evaluate(() => {
    const { width, height } = document.querySelector(".chart svg").getBoundingClientRect();
    return { width, height, bars: document.querySelectorAll(".chart svg rect").length };
  });
  assert.ok(300 < chart.width && 100 < chart.height && 0 < chart.bars, JSON.stringify(chart));
  await looked(page, picture);
  await page.click("#plan-1 .adopt");
  await clerk.has(".plans tr[data-row='1'][data-state=planned]");
}

/** Columns that stand beside each other on paper; Firefox's PDF tells figures, not all letters. */
const PRINTED = [
  "合同金额（万元）",
  "已支付金额（入账前）（万元）",
  "拖欠金额（万元）",
  "应付款日期",
];

/** What is printed has both debts on it. */
async function onPaper(page) {
  assert.equal(await page.evaluate(sheets), 2, "the ledger, and the plan");
  if (!page.printed) {
    return;
  }
  const { cells, size } = read(await page.printed());
  const text = dense(cells.join(""));
  for (const debt of [TYPED, PASTED]) {
    const figures = PRINTED.map((label) => debt[label]).join("");
    assert.ok(text.includes(figures), `${figures} is not on paper`);
  }
  assert.equal(cells.length, 2);
  const [width, height] = size;
  assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `A4, across: ${size}`);
}

/** Runs in the page: how many sheets it lays out when the browser prints. */
function sheets() {
  window.dispatchEvent(new Event("beforeprint"));
  const count = document.querySelectorAll("#paper .sheet").length;
  window.dispatchEvent(new Event("afterprint"));
  return count;
}

/** The command line accepts the file. */
async function accepted(file) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-"));
  const name = path.join(folder, "handed-in.json");
  await writeFile(name, file);
  const answer = spawnSync(CLI, ["validate", "--today", TODAY, name], { encoding: "utf8" });
  await rm(folder, { recursive: true });
  assert.equal(answer.status, 0, answer.stdout + answer.stderr);
}

/** Keeps what is seen, where somebody wants to look at it. */
async function looked(page, name) {
  if (PICTURES) {
    await mkdir(PICTURES, { recursive: true });
    await writeFile(path.join(PICTURES, `${name}.png`), await page.picture());
  }
}
