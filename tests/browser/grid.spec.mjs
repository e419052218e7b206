/** The grid as a spreadsheet: blocks are copied, cut, pasted and filled, each in one step to undo. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const BLOCK = "甲公司\t91410422MA44QK7P2R\t小型\n乙公司\t\t微型\n丙公司\t\t中型\n";

async function started(t) {
  const opened = await openPage();
  t.after(() => opened.close());
  const clerk = new Clerk(opened.page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  return { opened, page: opened.page, keys: opened.page.keyboard, clerk };
}

test("a block without headings goes where the cursor is", async (t) => {
  const { opened, page, keys, clerk } = await started(t);
  /** The texts of a column, from the top. */
  const column = async (label, rows) => {
    const texts = [];
    for (let row = 0; row < rows; row += 1) {
      await clerk.goTo(row, label);
      texts.push((await clerk.cell())[2]);
    }
    return texts;
  };
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  await clerk.goTo(0, "被拖欠企业");
  await clerk.copyAndPaste(BLOCK);
  assert.match(await page.textContent(".status-counts"), /^3笔/);
  assert.deepEqual(await column("被拖欠企业", 3), ["甲公司", "乙公司", "丙公司"]);
  assert.deepEqual(await column("企业规模", 3), ["小型", "微型", "中型"]);

  await t.test("copied with Shift and arrows, and pasted elsewhere", async () => {
    await clerk.goTo(0, "被拖欠企业");
    for (const key of ["Shift+ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight"]) {
      await keys.press(key);
    }
    await keys.press("Control+c");
    assert.equal(await clipboard(), "甲公司\t91410422MA44QK7P2R\t小型\r\n乙公司\t\t微型");
    await clerk.goTo(3, "被拖欠企业");
    await keys.press("Control+v");
    assert.deepEqual(await column("被拖欠企业", 5), [
      "甲公司",
      "乙公司",
      "丙公司",
      "甲公司",
      "乙公司",
    ]);
  });

  await t.test("cut and undone in one step", async () => {
    await clerk.goTo(3, "被拖欠企业");
    await keys.press("Shift+ArrowDown");
    await keys.press("Control+x");
    assert.deepEqual((await column("被拖欠企业", 5)).slice(3), ["空", "空"]);
    await keys.press("Control+z");
    assert.deepEqual((await column("被拖欠企业", 5)).slice(3), ["甲公司", "乙公司"]);
  });

  await t.test("a column of amounts with thousands parted is not split at the commas", async () => {
    await clerk.goTo(0, "合同金额（万元）");
    await clerk.copyAndPaste("1,000\r\n2,345.6\r\n");
    assert.deepEqual(await column("合同金额（万元）", 2), ["1000", "2345.6"]);
    await clerk.goTo(2, "合同金额（万元）");
    await clerk.copyAndPaste("3,000");
    assert.deepEqual(await column("合同金额（万元）", 3), ["1000", "2345.6", "3000"]);
  });

  await t.test("one cell fills a selection, and Ctrl+D fills down", async () => {
    await clerk.goTo(0, "采购类别");
    for (let row = 0; row < 4; row += 1) {
      await keys.press("Shift+ArrowDown");
    }
    await clerk.copyAndPaste("服务");
    assert.deepEqual(await column("采购类别", 5), Array(5).fill("服务"));
    await clerk.type(0, "责任人", "李某，王某");
    await clerk.goTo(0, "责任人");
    await keys.press("Shift+ArrowDown");
    await keys.press("Shift+ArrowDown");
    await keys.press("Control+d");
    assert.deepEqual(await column("责任人", 3).then((texts) => new Set(texts).size), 1);
  });
  assert.deepEqual(opened.troubles, []);
});

test("the mouse selects, opens a cell, and opens the form", async (t) => {
  const { opened, page, clerk } = await started(t);
  await clerk.goTo(0, "被拖欠企业");
  await clerk.copyAndPaste(BLOCK);
  const cell = (row, column) =>
    page.locator(
      `revogr-viewport-scroll.rgCol .rgCell[data-rgrow="${row}"][data-rgcol="${column}"]`,
    );

  await page.locator(".colPinStart .rgCell[data-rgrow='0'][data-rgcol='1']").click();
  assert.equal((await clerk.cell())[1], "欠款单位");
  await cell(1, 3).hover();
  await page.mouse.down();
  await cell(2, 3).hover();
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "乙公司\r\n丙公司");

  await cell(1, 3).dblclick();
  assert.equal(await page.inputValue(".cell-editor textarea"), "乙公司");
  await page.keyboard.type("丁");
  await cell(2, 3).click();
  await clerk.goTo(1, "被拖欠企业");
  assert.equal((await clerk.cell())[2], "乙公司丁", "a click elsewhere finishes the cell");

  await page.locator(".rowHeaders .rgCell[data-rgrow='2']").dblclick();
  assert.match(await page.innerText(".debt-head"), /第3笔，共3笔/);
  await page.getByText("上一笔").click();
  assert.equal(await page.inputValue("#debt-creditor_name"), "乙公司丁");
  await page.locator(".debt-head").getByText("关闭").click();
  assert.equal((await clerk.cell())[0], "第2行");

  await t.test("columns are chosen, and stay chosen", async () => {
    await page.getByText("选择列").click();
    await page.locator(".chooser").getByLabel("平台投诉编号").check();
    await page.getByText("选择列").click();
    await clerk.goTo(0, "平台投诉编号");
    await page.reload();
    await page.waitForSelector("#begin");
    await page.getByText("继续填报").click();
    await clerk.goTo(0, "平台投诉编号");
  });
  assert.deepEqual(opened.troubles, []);
});
