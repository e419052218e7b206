/** Plans: proposed, compared, edited to the fen, written and taken back in one step; interest. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const HEAD =
  "欠款单位\t欠款单位类型\t被拖欠企业\t项目（合同）名称\t采购类别\t合同签订时间\t合同金额（万元）\t已支付金额（万元）\t拖欠金额（万元）\t应付款日期\t是否有分歧\t无分歧金额（万元）";
const ROWS = [
  "龙泉乡人民政府\t机关\t叶县安泰商贸有限公司\t办公楼维修\t工程\t2021-01-10\t30\t20\t10\t2021-05-31\t无分歧\t",
  "龙泉乡人民政府\t机关\t叶县宏达建材有限公司\t桥面改造\t货物\t2020-06-01\t8\t4.666667\t3.333333\t2020-12-31\t无分歧\t",
  "龙泉乡人民政府\t机关\t叶县顺达广告有限公司\t宣传栏制作\t服务\t2021-09-01\t5\t0\t5\t2021-12-31\t部分分歧\t2",
];

async function plansPage(t) {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.fillHeader("cutoff_date", "2022-06-10");
  await clerk.go("ledger");
  await clerk.copyAndPaste([HEAD, ...ROWS].join("\n"));
  await page.waitForSelector(".dialog-first");
  await page.keyboard.press("Enter");
  await clerk.go("plan");
  await page.waitForSelector(".plans");
  return { ...opened, clerk };
}

const plans = (page) =>
  page.$$eval(".plans tbody tr", (rows) =>
    rows.map((row) => [row.dataset.state, /^[\d.]+/.exec(row.cells[2].textContent.trim())?.[0]]),
  );

test("清偿计划", async (t) => {
  const { page, clerk, troubles } = await plansPage(t);

  await t.test("the undisputed balances are listed with the state of their plans", async () => {
    assert.deepEqual(await plans(page), [
      ["unplanned", "10"],
      ["unplanned", "3.333333"],
      ["unplanned", "2"],
    ]);
    assert.match(await page.textContent(".plans"), /另有分歧 3/);
  });

  await t.test("what is opened is read from its heading, and at once", async () => {
    // At some later drawing it would take the focus from a box that is typed in.
    const focused = await page.evaluate(async () => {
      document.querySelector(".plans tr[data-row='1'] .primary").click();
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return document.activeElement.textContent;
    });
    assert.match(focused, /叶县宏达建材有限公司/);
  });

  await t.test("what cannot be used is said at its box", async () => {
    await page.fill("#propose-parts", "七");
    await page.click("#propose");
    assert.match(await page.textContent("#propose-parts-wrong"), /整数/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "propose-parts");
  });

  await t.test("a proposal adds up to the fen and is not written yet", async () => {
    await page.fill("#propose-parts", "7");
    await page.selectOption("#propose-round", "fen");
    await page.click("#propose");
    await page.waitForSelector("#plan-1");
    const amounts = await page.$$eval("#plan-1 .amount input", (all) =>
      all.map((one) => one.value),
    );
    assert.deepEqual(amounts.slice(0, 1), ["0.47619"]);
    assert.equal(amounts.length, 7);
    const sum = amounts.reduce((sum, text) => sum + Math.round(Number(text) * 1e6), 0);
    assert.equal(sum, 3_333_333);
    assert.match(await page.textContent("#plan-1 .plot-sum"), /一致/);
    await page.waitForSelector(".chart svg[role=img]");
    assert.equal(await page.locator(".chart svg[role=img]").count(), 1);
    assert.equal(await page.locator(".chart details tbody tr").count(), 7);
  });

  await t.test(
    "the difference is shown to the fen, and one button puts it on the last",
    async () => {
      await page.fill("#plan-1 .amount input >> nth=0", "0.5");
      await page.keyboard.press("Tab");
      assert.match(await page.textContent("#plan-1 .plot-sum"), /多238\.10元/);
      await page.click("#plan-1 .adopt");
      assert.match(await page.textContent("#plan-1 .plot-sum.error"), /多238\.10元/);
      await page.click("#plan-1 .settle");
      assert.match(await page.textContent("#plan-1 .plot-sum.good"), /一致/);
    },
  );

  await t.test("two proposals stand side by side", async () => {
    await page.check("input[name=plan-method][value=fixed]");
    await page.fill("#propose-each", "20000元");
    await page.click("#propose-other");
    await page.waitForSelector("#plan-2");
    const second = await page.$$eval("#plan-2 .amount input", (all) => all.map((one) => one.value));
    assert.deepEqual(second, ["2", "1.333333"]);
    assert.match(await page.textContent("#proposals .printed"), /方案二付清/);
    assert.equal(await page.locator("#proposals .balance").count(), 2);
  });

  await t.test("the one adopted is written in one step, and taken back in one", async () => {
    await page.click("#plan-2 .adopt");
    await page.waitForSelector(".plans");
    assert.deepEqual((await plans(page))[1], ["planned", "3.333333"]);
    assert.match(
      await page.textContent(".plans tr[data-row='1']"),
      /2022-07-29|2022-08-01|2022-07-30/,
    );
    await clerk.go("ledger");
    await page.locator(".toolbar button", { hasText: "撤销" }).click();
    await clerk.go("plan");
    await page.waitForSelector(".plans");
    assert.deepEqual((await plans(page))[1], ["unplanned", "3.333333"]);
  });

  await t.test("a budget is shared among all debts, compared and written at once", async () => {
    await page.click("#share-budget");
    await page.click("#share");
    assert.match(await page.textContent("#share-budget-wrong"), /金额/);
    await page.fill("#share-budget", "5");
    await page.selectOption("#share-method", "smallest-first");
    await page.click("#share");
    await page.waitForSelector("#shared");
    const gets = await page.$$eval("#shared > table tbody tr", (rows) =>
      rows.map((row) => row.cells[4].textContent.trim()),
    );
    assert.deepEqual(gets, ["10", "3.333333", "2"]);
    await page.click("#keep");
    await page.selectOption("#share-method", "pro-rata");
    await page.click("#share");
    assert.match(await page.textContent("#budgets-compared"), /1笔/);
    await page.click("#adopt-shares");
    await page.waitForSelector(".plans");
    assert.deepEqual(
      (await plans(page)).map(([state]) => state),
      ["planned", "planned", "planned"],
    );
    await clerk.go("ledger");
    await page.locator(".toolbar button", { hasText: "撤销" }).click();
    await clerk.go("plan");
    await page.waitForSelector(".plans");
    assert.deepEqual(
      (await plans(page)).map(([state]) => state),
      ["unplanned", "unplanned", "unplanned"],
    );
  });

  await t.test("no basis of interest is chosen silently; the one chosen is stored", async () => {
    await page.locator(".plans tr[data-row='0'] .acts button").nth(1).click();
    await page.waitForSelector("#bases");
    assert.match(await page.textContent("#bases"), /还没有选定/);
    assert.match(await page.textContent("#bases .remarks"), /条例/);
    assert.equal(await page.locator("#statement").count(), 0);
    await page.locator("#bases tr", { hasText: "建议" }).first().locator(".choose").click();
    await page.waitForSelector("#statement");
    assert.match(await page.textContent("#bases .summary"), /已选定/);
    assert.match(await page.textContent("#statement"), /利息计算书/);
    assert.match(await page.textContent("#statement"), /利息合计/);
  });

  await t.test("in English the same", async () => {
    await page.locator(".banner button.plain", { hasText: "English" }).click();
    await page.waitForSelector("text=Statement of interest");
    assert.match(await page.textContent("#statement"), /Interest in all/);
  });

  assert.deepEqual(troubles, []);
});
