/**
 * The sheet to seal, printed as the browser prints and read again: every row once, subtotals that
 * add up, page x of y and the check code on each page, nothing cut.
 */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { dense, printed } from "./pdf.mjs";

const HEAD = [
  "欠款单位",
  "欠款单位类型",
  "被拖欠企业",
  "项目（合同）名称",
  "采购类别",
  "款项性质",
  "合同金额（万元）",
  "已支付金额（万元）",
  "拖欠金额（万元）",
  "应付款日期",
  "是否有分歧",
  "拖欠原因",
];
const SHEET = [
  HEAD,
  [
    "龙泉乡人民政府",
    "机关",
    "叶县安泰商贸有限公司",
    "办公楼维修",
    "工程",
    "工程款",
    "30",
    "10",
    "20",
    "2021-05-31",
    "无分歧",
    "财政资金困难",
  ],
];
const COUNT = 90;
const LONG = "道路两侧排水沟清淤及附属设施维修改造工程第".repeat(120);

const sheetOf = (rows) => rows.map((row) => row.join("\t")).join("\n");

/** Debts whose names are all different, amounts of four decimals, some with long projects. */
function many() {
  const row = (index) => [
    "龙泉乡人民政府",
    "机关",
    `叶县第${index + 1}建材有限公司`,
    index % 9 === 0
      ? `第${index + 1}标段乡村道路硬化及两侧排水设施维修改造工程（含变更签证部分）`
      : `工程${index + 1}号`,
    "工程",
    "工程款",
    "30",
    "10",
    `1.${String(1000 + index)}`,
    "2021-05-31",
    "无分歧",
    "财政资金困难",
  ];
  return [HEAD, ...Array.from({ length: COUNT }, (_, index) => row(index))];
}

async function fill(clerk, rows) {
  await clerk.begin("龙泉乡");
  await clerk.fillHeader("cutoff_date", "2022-06-10");
  await clerk.fillHeader("filled_on", "2022-06-10");
  await clerk.fillHeader("filler", "李某");
  await clerk.fillHeader("reviewer", "张某");
  await clerk.fillHeader("head", "王某");
  await clerk.go("ledger");
  await clerk.copyAndPaste(sheetOf(rows));
  await clerk.page.waitForSelector(".dialog-first");
  await clerk.page.keyboard.press("Enter");
}

async function start(t) {
  const opened = await openPage();
  t.after(() => opened.close());
  return { ...opened, clerk: new Clerk(opened.page) };
}

test("盖章表", async (t) => {
  const { page, clerk, troubles } = await start(t);
  await fill(clerk, SHEET);

  await t.test("a reason may be chosen from the campaign's list", async () => {
    await clerk.go("check");
    const offered = await page.$$eval("#reasons option", (all) => all.map((one) => one.value));
    assert.ok(offered.includes("已与合同、结算单核对无误"));
    assert.equal(await page.locator("form.confirm input[list=reasons]").first().count(), 1);
  });

  await t.test("before everything is in order, the paper says it has no code", async () => {
    await clerk.go("print");
    const { pages } = await printed(page);
    assert.match(dense(pages[0]), /没有校验码/);
    assert.doesNotMatch(pages.join(""), /返回首页/, "the page's own buttons stay off the paper");
  });

  await t.test("the answers are checked before, each with a way back", async () => {
    assert.match(await page.textContent("#answers"), /王某/);
    await page.waitForFunction(() => document.querySelector(".capital strong")?.textContent);
    assert.equal(await page.textContent(".capital strong"), "人民币贰拾万元整");
    await page.click("#answers button[aria-label='更改：单位负责人']");
    await page.waitForSelector("main.step-unit");
    assert.equal(await page.evaluate(() => document.activeElement.id), "header-head");
  });

  await t.test("without the declaration nothing is printed to be sealed", async () => {
    await clerk.go("print");
    await page.click("#print");
    assert.match(await page.textContent("#declare-first"), /勾选声明/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "declare");
  });

  await t.test(
    "the sheet holds the debts, the total, the answers, who declares, the code",
    async () => {
      await clerk.confirmWarnings("已与被拖欠企业对账确认");
      const left = await clerk.findings();
      assert.deepEqual(
        left.filter(({ severity }) => severity === "error"),
        [],
      );
      await clerk.go("print");
      await page.check("#declare");
      const { cells, size } = await printed(page);
      assert.deepEqual(size.map(Math.round), [842, 595], "A4 across");
      await clerk.go("export");
      await clerk.download(() => page.click("#submit"));
      const code = await page.textContent(".check-code");
      const text = dense(cells.join(""));
      for (const words of [
        "防范和化解拖欠中小企业账款专项行动工作台账",
        "叶县安泰商贸有限公司",
        "合计1笔",
        "人民币贰拾万元整",
        "已核实的提醒",
        "已与被拖欠企业对账确认",
        "声明人（单位负责人）：王某",
        "声明日期：2022-06-10",
        dense(code),
      ]) {
        assert.ok(text.includes(words), words);
      }
    },
  );

  await t.test(
    "a ledger changed after it was printed is no longer what the paper says",
    async () => {
      await clerk.go("unit");
      await clerk.fillHeader("phone", "0375-1234567");
      await clerk.go("print");
      assert.equal(await page.isChecked("#declare"), false, "the declaration lapses");
      assert.equal(await page.locator(".paper-outdated").count(), 1);
    },
  );

  await t.test("nothing of the paper stays on the screen", async () => {
    assert.equal(await page.locator("#paper").count(), 0);
  });
  assert.deepEqual(troubles, []);
});

test("多页", async (t) => {
  const { page, clerk } = await start(t);
  await fill(clerk, many());
  await clerk.go("print");
  await page.waitForFunction(() => document.querySelector(".capital strong")?.textContent);
  const { pages, cells } = await printed(page);

  await t.test("every page has the heading, its number and the code's line", () => {
    assert.ok(3 < pages.length);
    for (const [index, text] of pages.entries()) {
      const words = dense(text);
      assert.ok(words.includes(`第${index + 1}页，共${pages.length}页`), words.slice(-80));
      assert.ok(words.includes("防范和化解拖欠中小企业账款专项行动工作台账"));
      assert.ok(words.includes("填报单位：龙泉乡"));
      assert.ok(words.includes("没有校验码"));
    }
  });

  await t.test("every debt stands there once, in its order", () => {
    const found = [...dense(cells.join("")).matchAll(/叶县第(\d+)建材有限公司/g)].map(([, no]) =>
      Number(no),
    );
    const expected = Array.from({ length: COUNT }, (_, index) => index + 1);
    assert.deepEqual(
      [...new Set(found)].sort((a, b) => a - b),
      expected,
    );
  });

  await t.test("subtotals add up to the total", () => {
    const sums = pages.flatMap((text) => [
      ...text.matchAll(/本页小计\s*(\d+)\s*笔\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/g),
    ]);
    const total = /合计\s*(\d+)\s*笔\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/.exec(
      pages.join("").replaceAll("本页小计", ""),
    );
    const fen = (text) => Math.round(Number(text) * 1e6);
    for (const [at, name] of [
      [1, "笔数"],
      [2, "合同金额"],
      [3, "已支付"],
      [4, "拖欠"],
    ]) {
      const sum = sums.reduce((sum, one) => sum + fen(one[at]), 0);
      assert.equal(sum, fen(total[at]), name);
    }
    assert.equal(fen(total[1]), COUNT * 1e6);
  });
});

test("长文本", async (t) => {
  const { page, clerk } = await start(t);
  const rows = [HEAD, ...SHEET.slice(1)];
  rows[1] = [...rows[1]];
  rows[1][3] = LONG;
  await fill(clerk, rows);
  await clerk.go("print");
  const { pages } = await printed(page);

  await t.test(
    "a text longer than a page goes on on the next, and not a letter is lost",
    async () => {
      assert.ok(2 < pages.length);
      const letters = (text) => [...text].filter((letter) => letter === "沟").length;
      const found = letters(pages.join(""));
      assert.equal(found, letters(LONG));
      assert.match(dense(pages[1]), /（续）/);
      assert.equal(dense(pages.join("")).match(/安泰商贸/g)?.length ?? 0, 1, "the row counts once");
    },
  );
});

test("零报告", async (t) => {
  const { page, clerk } = await start(t);
  await clerk.begin("龙泉乡");
  await page.check("[data-field=is_nil] input >> nth=0");
  await clerk.go("print");
  const { pages } = await printed(page);
  assert.equal(pages.length, 1);
  const words = dense(pages[0]);
  assert.ok(words.includes("零报告：经排查，本单位无拖欠中小企业账款"));
  assert.ok(words.includes("单位（公章）"));
  assert.ok(words.includes("第1页，共1页"));
});
