/** Columns: chosen, searched, frozen, widened, and remembered; the search in the grid; its keys. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET =
  "债务人\t债权人\t欠款（元）\n甲镇\t乙建筑公司\t100\n甲镇\t丙公司\t200\n甲镇\t丁建筑公司\t300\n";

test("the clerk's columns", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const keys = page.keyboard;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.pasteSheet(SHEET);
  const headings = page.locator("revogr-viewport-scroll.colPinStart .rgHeaderCell .heading");
  /** The grid is drawn a moment after the columns are chosen. */
  const areFrozen = async (...expected) => {
    const until = Date.now() + 5_000;
    while ((await headings.count()) !== expected.length && Date.now() < until) {
      await page.waitForTimeout(20);
    }
    assert.deepEqual(await headings.allInnerTexts(), expected);
  };
  const resume = async () => {
    await page.reload();
    await page.waitForSelector("#begin");
    await page.click("tr[data-draft] button.primary");
    await page.waitForSelector("al-sheet .rgCell");
  };
  await areFrozen("序号", "欠款单位*", "被拖欠企业*");

  await t.test("are found by the first letters of their Pinyin, and stay chosen", async () => {
    await page.click("#columns");
    await page.fill(".chooser-search", "tsbh");
    assert.deepEqual(await page.locator(".chooser .tick").allInnerTexts(), [
      "清偿与销号",
      "平台投诉编号",
    ]);
    await page.locator(".chooser").getByLabel("平台投诉编号").check();
    await page.selectOption(".chooser-frozen select", "2");
    await areFrozen("序号", "欠款单位*");
    await page.click("#columns");
  });

  await t.test("are widened, and everything is remembered", async () => {
    const heading = page.locator(".colPinStart .rgHeaderCell", { hasText: "欠款单位" });
    const before = await heading.boundingBox();
    await page.mouse.move(before.x + before.width - 3, before.y + 10);
    await page.mouse.down();
    await page.mouse.move(before.x + before.width + 57, before.y + 10, { steps: 4 });
    await page.mouse.up();
    await clerk.saved();
    await resume();
    const { width } = await heading.boundingBox();
    assert.ok(Math.abs(width - before.width - 60) < 4, `${before.width} → ${width}`);
    await areFrozen("序号", "欠款单位*");
    await clerk.goTo(0, "平台投诉编号");
  });

  await t.test("are frozen, hidden and sorted from their menu, without a mouse", async () => {
    await clerk.goTo(0, "欠款单位");
    await keys.press("Control+Shift+L");
    await page.waitForSelector(".column-menu");
    assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "升序");
    await keys.press("Escape");
    assert.equal(await page.locator(".column-menu").count(), 0);
    assert.equal((await clerk.cell())[1], "欠款单位", "the grid has the focus again");
    await keys.press("Control+Shift+L");
    await page.getByText("不冻结").click();
    await areFrozen();
    await clerk.goTo(0, "平台投诉编号");
    await keys.press("Control+Shift+L");
    await page.getByText("隐藏本列").click();
    const hidden = page.locator(".rgHeaderCell", { hasText: "平台投诉编号" });
    await hidden.waitFor({ state: "detached" });
    await page.click("#columns");
    assert.equal(await page.locator(".chooser").getByLabel("平台投诉编号").isChecked(), false);
    await page.click("#columns");
  });

  await t.test("a text is found in the cells, one place after another", async () => {
    await clerk.goTo(0, "欠款单位");
    await keys.press("Control+f");
    await page.waitForSelector(".find-bar");
    await keys.insertText("建筑");
    await keys.press("Enter");
    assert.match(await page.textContent(".find-count"), /第1处，共2处/);
    await keys.press("Enter");
    assert.match(await page.textContent(".find-count"), /第2处，共2处/);
    await keys.press("Escape");
    assert.deepEqual((await clerk.cell()).slice(0, 3), ["第3行", "被拖欠企业", "丁建筑公司"]);
  });

  await t.test("the keys are listed", async () => {
    await keys.press("F1");
    const said = await page.innerText(".dialog:has(.dialog-first)");
    for (const words of ["F8", "到下一个问题", "Ctrl+D", "向下填充选区首行", "Shift+Space"]) {
      assert.ok(said.includes(words), words);
    }
    await keys.press("Escape");
    assert.equal((await clerk.cell())[1], "被拖欠企业");
    await keys.press("Escape");
    await keys.press("?");
    await page.waitForSelector(".keys");
    await keys.press("Escape");
  });
  assert.deepEqual(opened.troubles, []);
});
