/** Why a value is what it is: the form says on demand which cells, which line and which clause. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET = [
  [
    "欠款单位",
    "欠款单位类型",
    "欠款单位归口",
    "被拖欠企业",
    "项目（合同）名称",
    "拖欠金额（万元）",
  ],
  ["叶县水利局", "机关", "县政府部门", "叶县安泰商贸有限公司", "水闸维修", "20"],
]
  .map((row) => row.join("\t"))
  .join("\n");

test("依据", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.copyAndPaste(SHEET);
  await page.waitForSelector(".dialog-first");
  await page.keyboard.press("Enter");
  await clerk.goTo(0, "欠款单位");
  await page.keyboard.press("Control+Enter");
  const maker = page.locator(".debt .field[data-field=plan_maker]");
  const why = maker.locator("details.why");

  await t.test("is closed until it is asked, and opens with the keyboard", async () => {
    assert.equal(await maker.locator("output").innerText(), "叶县水利局");
    assert.equal(await why.locator(".why-one").isVisible(), false);
    await why.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.equal(await why.locator(".why-one").isVisible(), true);
    const text = await why.innerText();
    for (const part of [
      "通知二（二）",
      "P3",
      "由本单位制定清偿计划",
      "欠款单位归口",
      "县政府部门",
    ]) {
      assert.ok(text.includes(part), `${part} in ${text}`);
    }
  });

  await t.test("follows what is typed", async () => {
    await page.locator("#debt-debtor_channel").selectOption("其他");
    await why.locator("[data-by=P9]").waitFor();
    assert.match(await why.innerText(), /未明确。请报叶县企业服务活动办公室/);
  });

  await t.test("says what follows from the debt, and which conditions people judge", async () => {
    const sanctions = page.locator(".derived-facts [data-topic=sanction]");
    assert.match(await sanctions.innerText(), /拒绝或者迟延支付的：采取压缩非刚性支出/);
    const limitation = page.locator(".derived-facts [data-topic=limitation]");
    assert.match(await limitation.innerText(), /请填写：应付款日期/);
    await page.locator("#debt-due_date").fill("2021-05-31");
    await page.keyboard.press("Tab");
    await limitation.getByText("2024-05-31").waitFor();
    await limitation.locator("summary").click();
    assert.match(await limitation.innerText(), /《民法典》第一百八十八条/);
  });

  await t.test("speaks English too", async () => {
    await page.getByText("English").click();
    assert.match(await why.innerText(), /Why[\s\S]*Not settled: ask:/);
    assert.match(await why.innerText(), /the notice does not say who plans/);
  });
  assert.deepEqual(opened.troubles, []);
});

test("另一个县的专项行动", async (t) => {
  const file = new URL("../campaigns/yunxi-2025.json", import.meta.url);
  const campaign = await readFile(file, "utf8");
  const edit = (page) =>
    page.replace(
      '<div id="app">',
      `<script type="application/json" id="arrears-ledger-campaign">${campaign}</script><div id="app">`,
    );
  const opened = await openPage({ edit });
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);

  await t.test("the page is that campaign's, with its roster", async () => {
    assert.match(await page.innerText("body"), /云溪县/);
    assert.doesNotMatch(await page.innerText("body"), /叶县/);
    await clerk.begin("白水镇");
    await clerk.go("ledger");
    const sheet = SHEET.replace("（万元）", "（元）").replace("叶县水利局", "云溪县水务局");
    await clerk.copyAndPaste(sheet);
    await page.waitForSelector(".dialog-first");
    await page.keyboard.press("Enter");
    await clerk.goTo(0, "欠款单位");
    await page.keyboard.press("Control+Enter");
  });

  await t.test("plans and money are its own", async () => {
    const maker = page.locator(".debt .field[data-field=plan_maker]");
    await maker.locator("summary").click();
    assert.match(
      await maker.innerText(),
      /云溪县水务局[\s\S]*M3[\s\S]*机关、事业单位由本单位制定计划/,
    );
    const amount = page.locator(".debt .field[data-field=arrears_amount]");
    assert.match(await amount.innerText(), /（元）/);
    assert.equal(await page.inputValue("#debt-arrears_amount"), "20");
  });
  assert.deepEqual(opened.troubles, []);
});
