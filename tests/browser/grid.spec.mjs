/** The grid as a spreadsheet: blocks are copied, cut, pasted and filled, each in one step to undo. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const BLOCK =
  "91410422MA44QK7P2R\t小型\t甲工程\n91410422MA44QK7P2R\t微型\t乙工程\n\t中型\t丙工程\n";

async function started(t) {
  const opened = await openPage();
  t.after(() => opened.close());
  const clerk = new Clerk(opened.page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  return { opened, page: opened.page, keys: opened.page.keyboard, clerk };
}

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

test("blocks of cells", async (t) => {
  const { opened, page, keys, clerk } = await started(t);
  const column = (label, rows) => clerk.column(label, rows);
  await clerk.goTo(0, "被拖欠企业统一社会信用代码");
  await clerk.copyAndPaste(BLOCK);
  assert.match(await page.textContent(".status-counts"), /^3笔/);
  assert.deepEqual(await column("项目（合同）名称", 3), ["甲工程", "乙工程", "丙工程"]);
  assert.deepEqual(await column("企业规模", 3), ["小型", "微型", "中型"]);

  await t.test("copied with Shift and arrows, and pasted elsewhere", async () => {
    await clerk.goTo(0, "企业规模");
    for (const key of ["Shift+ArrowDown", "Shift+ArrowRight"]) {
      await keys.press(key);
    }
    await keys.press("Control+c");
    assert.equal(await copied(page), "小型\t甲工程\r\n微型\t乙工程");
    await clerk.goTo(3, "企业规模");
    await keys.press("Control+v");
    assert.deepEqual(await column("企业规模", 5), ["小型", "微型", "中型", "小型", "微型"]);
  });

  await t.test("a spreadsheet is given texts as texts", async () => {
    await clerk.goTo(0, "被拖欠企业统一社会信用代码");
    await keys.press("Shift+ArrowRight");
    await keys.press("Control+c");
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    });
    assert.match(html, /<td[^>]*mso-number-format[^>]*>91410422MA44QK7P2R<\/td><td[^>]*>小型/);
  });

  await t.test("cut and undone in one step", async () => {
    await clerk.goTo(3, "企业规模");
    await keys.press("Shift+ArrowDown");
    await keys.press("Control+x");
    assert.deepEqual((await column("企业规模", 5)).slice(3), ["空", "空"]);
    await keys.press("Control+z");
    assert.deepEqual((await column("企业规模", 5)).slice(3), ["小型", "微型"]);
  });

  await t.test("a column of amounts with thousands parted is not split at the commas", async () => {
    await clerk.goTo(0, "合同金额（万元）");
    await clerk.copyAndPaste("1,000\r\n2,345.6\r\n");
    assert.deepEqual(await column("合同金额（万元）", 2), ["1000", "2345.6"]);
    await clerk.goTo(2, "合同金额（万元）");
    await clerk.copyAndPaste("3,000");
    assert.deepEqual(await column("合同金额（万元）", 3), ["1000", "2345.6", "3000"]);
    const total = page.locator(".rgCell.of-totals", { hasText: "6345.6" });
    await total.waitFor({ timeout: 5_000 });
  });

  await t.test("one cell fills a selection; Ctrl+D, Ctrl+R and Ctrl+Enter fill", async () => {
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
    assert.deepEqual(new Set(await column("责任人", 3)).size, 1);
    await clerk.goTo(0, "责任人");
    await keys.press("Shift+ArrowRight");
    await keys.press("Control+r");
    await keys.press("ArrowRight");
    assert.deepEqual((await clerk.cell()).slice(1, 4), ["备注", "李某", "王某"]);
    await clerk.goTo(2, "备注");
    await keys.press("Shift+ArrowDown");
    await keys.type("同上");
    await keys.press("Control+Enter");
    assert.deepEqual((await column("备注", 5)).slice(2), ["同上", "同上", "空"]);
  });

  await t.test("a block goes into a selection as often as it fits, in one step", async () => {
    await clerk.goTo(0, "采购类别");
    for (const key of Array(3).fill("Shift+ArrowDown")) {
      await keys.press(key);
    }
    await clerk.copyAndPaste("货物\r\n工程\r\n");
    assert.deepEqual(await column("采购类别", 4), ["货物", "工程", "货物", "工程"]);
    await keys.press("Control+z");
    assert.deepEqual(await column("采购类别", 4), Array(4).fill("服务"));
    await clerk.goTo(0, "采购类别");
    await keys.press("Shift+ArrowDown");
    await keys.press("Shift+ArrowDown");
    await clerk.copyAndPaste("货物\r\n工程\r\n");
    const once = await column("采购类别", 3);
    assert.deepEqual(once, ["货物", "工程", "服务"], "what does not fit evenly goes in once");
    await keys.press("Control+z");
  });

  await t.test("what is undone, and made again, is where the cursor goes", async () => {
    await clerk.type(1, "备注", "第二行");
    await clerk.goTo(4, "采购类别");
    await keys.press("Control+z");
    assert.deepEqual((await clerk.cell()).slice(0, 2), ["第2行", "备注"]);
    await clerk.goTo(4, "采购类别");
    await keys.press("Control+y");
    assert.deepEqual((await clerk.cell()).slice(0, 3), ["第2行", "备注", "第二行"]);
    await keys.press("Control+z");
  });

  await t.test("whole rows are selected, removed and put in, each in one step", async () => {
    await clerk.goTo(3, "备注");
    await keys.press("Shift+Space");
    await keys.press("Shift+ArrowDown");
    await keys.press("Control+Delete");
    assert.match(await page.textContent(".status-counts"), /^3笔/);
    await keys.press("Control+z");
    assert.match(await page.textContent(".status-counts"), /^5笔/);
    await clerk.goTo(1, "备注");
    await keys.press("Shift+ArrowDown");
    await keys.press("Insert");
    assert.match(await page.textContent(".status-counts"), /^7笔/);
    assert.equal((await column("项目（合同）名称", 4)).join(), "甲工程,空,空,乙工程");
    await keys.press("Control+z");
  });

  await t.test("with Ctrl, arrows go to the edge of what is filled", async () => {
    await clerk.goTo(0, "项目（合同）名称");
    await keys.press("Control+ArrowDown");
    assert.equal((await clerk.cell())[0], "第5行");
    await keys.press("Control+ArrowUp");
    await keys.press("Control+Shift+ArrowDown");
    assert.match(await page.textContent(".selected-facts"), /选中5行×1列 · 有内容5格/);
    await clerk.goTo(0, "合同金额（万元）");
    await keys.press("Control+Space");
    assert.match(await page.textContent(".selected-facts"), /金额合计6345.6万元/);
    await keys.press("Control+a");
    assert.match(await page.textContent(".selected-facts"), /选中5行×26列/);
  });

  await t.test("Enter goes back below where Tab began", async () => {
    await clerk.goTo(0, "企业规模");
    for (const key of ["Tab", "Tab", "Enter"]) {
      await keys.press(key);
    }
    assert.deepEqual((await clerk.cell()).slice(0, 2), ["第2行", "企业规模"]);
    await keys.press("Shift+Enter");
    assert.equal((await clerk.cell())[0], "第1行");
  });
  assert.deepEqual(opened.troubles, []);
});

test("the mouse selects, fills, opens a cell, and opens the form", async (t) => {
  const { opened, page, clerk } = await started(t);
  await clerk.goTo(0, "被拖欠企业统一社会信用代码");
  await clerk.copyAndPaste(BLOCK);
  await page.locator(".colPinStart .rgCell[data-rgrow='0'][data-rgcol='1']").first().click();
  assert.equal((await clerk.cell())[1], "欠款单位");
  const cell = (row, text) =>
    page.locator(`revogr-viewport-scroll.rgCol .rgCell[data-rgrow="${row}"]`, { hasText: text });

  await cell(0, "91410422").hover();
  await page.mouse.down();
  await cell(1, "微型").hover();
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  assert.equal(await copied(page), "91410422MA44QK7P2R\t小型\r\n91410422MA44QK7P2R\t微型");

  await clerk.goTo(0, "项目（合同）名称");
  await cell(1, "乙工程").dblclick();
  assert.equal(await page.inputValue(".cell-editor textarea"), "乙工程");
  await page.keyboard.type("二期");
  await cell(2, "丙工程").click();
  await clerk.goTo(1, "项目（合同）名称");
  assert.equal((await clerk.cell())[2], "乙工程二期", "a click elsewhere finishes the cell");

  await t.test("the handle fills, and goes on counting", async () => {
    await clerk.goTo(0, "序号");
    await clerk.copyAndPaste("1\n2\n");
    await clerk.goTo(0, "序号");
    await page.keyboard.press("Shift+ArrowDown");
    await page.locator(".grid-mark.handle").hover();
    await page.mouse.down();
    await page.locator(".colPinStart .rgCell[data-rgrow='2'][data-rgcol='0']").first().hover();
    await page.mouse.up();
    assert.deepEqual(await clerk.column("序号", 3), ["1", "2", "3"]);
  });

  await t.test("a drag beyond the edge goes on", async () => {
    await clerk.goTo(0, "序号");
    const sheet = await page.locator("al-sheet").boundingBox();
    await page.locator(".colPinStart .rgCell[data-rgrow='0'][data-rgcol='1']").first().hover();
    await page.mouse.down();
    await page.mouse.move(sheet.x + sheet.width + 20, sheet.y + sheet.height / 3, { steps: 4 });
    const all = /×25列/;
    await page.waitForFunction(
      (wanted) => new RegExp(wanted).test(document.querySelector(".selected-facts")?.textContent),
      all.source,
    );
    await page.mouse.up();
    assert.match(await page.textContent(".selected-facts"), all);
    await clerk.goTo(0, "企业规模");
  });

  await t.test("numbers of rows and headings select all of them", async () => {
    await page.locator(".rowHeaders .rgCell[data-rgrow='1']").first().click();
    assert.match(await page.textContent(".selected-facts"), /选中1行×26列/);
    await page.locator(".rgHeaderCell", { hasText: "企业规模" }).click();
    assert.match(await page.textContent(".selected-facts"), /选中3行×1列/);
  });

  await page.locator(".rowHeaders .rgCell[data-rgrow='2']").first().dblclick();
  assert.match(await page.innerText(".debt-head"), /第3笔，共3笔/);
  await page.getByText("上一笔").click();
  assert.equal(await page.inputValue("#debt-project_name"), "乙工程二期");
  await page.locator(".debt-head").getByText("关闭").click();
  assert.equal((await clerk.cell())[0], "第2行");
  assert.deepEqual(opened.troubles, []);
});
