/** The sheet to seal: what is printed, on which columns, with which code and which answers. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET = [
  [
    "欠款单位",
    "欠款单位类型",
    "被拖欠企业",
    "项目（合同）名称",
    "采购类别",
    "款项性质",
    "合同金额（万元）",
  ],
  ["龙泉乡人民政府", "机关", "叶县安泰商贸有限公司", "办公楼维修", "工程", "工程款", "30"],
]
  .map((row, at) =>
    [
      ...row,
      ...(at === 0
        ? ["已支付金额（万元）", "拖欠金额（万元）", "应付款日期", "是否有分歧", "拖欠原因"]
        : ["10", "20", "2021-05-31", "无分歧", "财政资金困难"]),
    ].join("\t"),
  )
  .join("\n");

/** What stands on paper: the browser is told it is printing. */
async function paper(page) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const text = await page.innerText("body");
  const table = await page.locator(".paper-table").count();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  return { text, table };
}

test("盖章表", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.fillHeader("cutoff_date", "2022-06-10");
  await clerk.fillHeader("filled_on", "2022-06-10");
  await clerk.fillHeader("filler", "李某");
  await clerk.fillHeader("reviewer", "张某");
  await clerk.fillHeader("head", "王某");
  await clerk.go("ledger");
  await clerk.copyAndPaste(SHEET);
  await page.waitForSelector(".dialog");
  await page.keyboard.press("Enter");

  await t.test("a reason may be chosen from the campaign's list", async () => {
    await clerk.go("check");
    const offered = await page.$$eval("#reasons option", (all) => all.map((one) => one.value));
    assert.ok(offered.includes("已与合同、结算单核对无误"));
    assert.equal(await page.locator("form.confirm input[list=reasons]").first().count(), 1);
  });

  await t.test("before there is a file, the paper says it has no code", async () => {
    await clerk.go("export");
    const { text } = await paper(page);
    assert.match(text, /没有校验码/);
    assert.doesNotMatch(
      text,
      /返回首页|导出提交文件$/m,
      "the page's own buttons stay off the paper",
    );
  });

  await t.test("the sheet holds the debts, the total, the answers and the code", async () => {
    await clerk.confirmWarnings("已与被拖欠企业对账确认");
    const left = await clerk.findings();
    assert.deepEqual(
      left.filter(({ severity }) => severity === "error"),
      [],
    );
    await clerk.go("export");
    await clerk.download(() => page.click("#submit"));
    const code = await page.textContent(".check-code");
    const { text, table } = await paper(page);
    assert.equal(table, 2);
    assert.match(text, /防范和化解拖欠中小企业账款专项行动工作台账/);
    assert.match(text, /叶县安泰商贸有限公司/);
    assert.match(text, /合计 1笔\s+20/);
    assert.match(text, /已核实的提醒/);
    assert.match(text, /已与被拖欠企业对账确认/);
    assert.match(text, /单位负责人：王某/);
    assert.ok(text.includes(code), "the check code of the file");
  });

  await t.test("nothing of the paper stays on the screen", async () => {
    assert.equal(await page.locator(".paper").count(), 0);
  });
});
