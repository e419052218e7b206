/**
 * The clerk's whole way through, in every kernel the page is promised for: on a portal of an
 * intranet, without https, and from the one file. What is handed in is the same to the byte.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { CLI, CLOCK, DIST, OLD_POLICY, POLICY, SAMPLES, TODAY, serve } from "./browser.mjs";
import { KernelClerk } from "./kernels/clerk.mjs";
import { KERNELS } from "./kernels/index.mjs";
import { dense, read } from "./pdf.mjs";

/** The current kernel first: the others are held against it. */
const NAMES = ["current", "108", "86", "78", "firefox"];
/** No secure context: a name that leads to this machine and is not known for it. */
const HOST = "ledger.yexian.gov.cn";
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
 * What newer kernels say of every file that a page without https hands over, and older ones of a
 * policy's words that they do not know.
 */
const REMARKS = [/was loaded over an insecure connection/, /invalid source: ''wasm-unsafe-eval''/];

/** What the current kernel handed in, by where the page was opened. */
const handedIn = new Map();

for (const name of NAMES) {
  test(`the whole way through on a portal without https in ${name}`, async (t) => {
    const server = await serve(withClock, OLD_POLICY, { files: { "clock.js": CLOCK } });
    t.after(() => server.close());
    const url = server.url.replace("127.0.0.1", HOST);
    const page = await open(t, name, url);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await wayThrough(page, name, "portal");
  });

  test(`the whole way through from the one file in ${name}`, async (t) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "清欠-"));
    t.after(() => rm(folder, { recursive: true }));
    const file = path.join(folder, "清欠 台账.html");
    const whole = await readFile(path.join(DIST, "arrears-ledger.html"), "utf8");
    await writeFile(file, withOwnClock(whole));
    await wayThrough(await open(t, name, pathToFileURL(file).href), name, "file");
  });
}

// It knows no policy that lets WebAssembly run and nothing else, so it gets the twin.
test("the whole way through in plain JavaScript in 78", async (t) => {
  const server = await serve(withClock, POLICY, { files: { "clock.js": CLOCK } });
  t.after(() => server.close());
  const page = await open(t, "78", server.url.replace("127.0.0.1", HOST));
  await wayThrough(page, "78", "portal");
  assert.deepEqual(await page.evaluate(() => window.arrearsLedger.kinds()), {
    first: "js",
    second: "js",
  });
});

/** The page in a kernel of its own. */
async function open(t, name, url) {
  const browser = await KERNELS[name]({ hosts: [HOST] });
  t.after(() => browser.close());
  if (/^\d+$/.test(name)) {
    assert.equal(browser.major, Number(name));
  }
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitFor(() => document.querySelector("#begin") !== null);
  return page;
}

async function wayThrough(page, name, place) {
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
  assert.equal(await clerk.typeRow(TYPED), Object.keys(TYPED).length, "every column is there");
  await clerk.waitForRows(1);
  await clerk.pasteSheet(SHEET);
  await clerk.waitForRows(2);
  await looked(page, `${place}-${name}-grid`);

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
  await planned(page, clerk, `${place}-${name}-plan`);

  await clerk.go("print");
  await page.evaluate(() => document.querySelector("[data-field=sealed] input").focus());
  await page.click("[data-field=sealed] input");
  await clerk.confirmWarnings("已与合同原件核对");
  await clerk.go("print");
  await looked(page, `${place}-${name}-print`);
  await onPaper(page);

  await clerk.go("export");
  const file = await clerk.download("#submit");
  await accepted(file);
  handedIn.has(place) || handedIn.set(place, file);
  assert.equal(file, handedIn.get(place), "the bytes are those of the current kernel");

  await clerk.saved();
  await page.reload();
  await page.click("tr[data-draft] button.primary", "继续填报");
  await clerk.waitForRows(2);
  assert.deepEqual(
    (await page.heard()).filter((said) => !REMARK.test(said)),
    [],
  );
}

/** A plan is proposed, seen as a chart, and written into the ledger. */
async function planned(page, clerk, picture) {
  await page.click("#propose");
  await clerk.has("#plan-1");
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
  const { cells, size } = read(await page.printed());
  const text = dense(cells.join(""));
  for (const debt of [TYPED, PASTED]) {
    const figures = PRINTED.map((label) => debt[label]).join("");
    assert.ok(text.includes(figures), `${figures} is not on paper`);
  }
  assert.equal(cells.length, 2, "the ledger, and the plan");
  const [width, height] = size;
  assert.ok(Math.abs(width - 842) < 2 && Math.abs(height - 595) < 2, `A4, across: ${size}`);
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

/** The page as it is served in the days of the campaign. */
function withClock(page) {
  return page.replace("<script", '<script src="clock.js"></script><script');
}

/** The same of the one file, whose policy lets no script run but those it names. */
function withOwnClock(page) {
  const hash = createHash("sha256").update(CLOCK).digest("base64");
  return page
    .replace("script-src ", `script-src 'sha256-${hash}' `)
    .replace("<script", () => `<script>${CLOCK}</script><script`);
}

/** Keeps what is seen, where somebody wants to look at it. */
async function looked(page, name) {
  if (PICTURES) {
    await mkdir(PICTURES, { recursive: true });
    await writeFile(path.join(PICTURES, `${name}.png`), await page.picture());
  }
}
