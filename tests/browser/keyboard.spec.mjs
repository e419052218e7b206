/** The keyboard alone is enough, and an input method loses no letter. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

/** Types with an input method: letters are composed, then replaced by the words chosen. */
async function compose(page, steps, words) {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps) {
    await devtools.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  await devtools.send("Input.insertText", { text: words });
  await devtools.detach();
}

test("a debt is entered without a mouse", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const keys = page.keyboard;
  const clerk = new Clerk(page);

  /** Tabs on to an element. */
  const tabTo = async (selector) => {
    for (let count = 0; count < 60; count += 1) {
      await keys.press("Tab");
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) {
        return;
      }
    }
    throw new Error(`Tab does not lead to ${selector}`);
  };

  await tabTo("#begin");
  await keys.press("Enter");
  await tabTo("#header-report_unit_name");
  await keys.insertText("马庄");
  await keys.press("ArrowDown");
  await keys.press("Enter");
  assert.equal(await page.inputValue("#header-report_unit_name"), "马庄回族乡");
  await tabTo("main .actions.end button");
  await keys.press("Enter");
  await page.waitForSelector("al-sheet .rgCell");

  // The grid has the focus: the row below the last is where a debt is begun.
  await keys.press("Home");
  for (const text of ["1", "马庄回族乡人民政府"]) {
    await keys.type(text);
    await keys.press("Tab");
  }
  assert.match(await page.textContent(".status-counts"), /^1笔/);
  assert.equal(await page.locator(".rgRow .has-error").count(), 0, "no blame while it is begun");
  await clerk.goTo(0, "欠款单位类型");
  await keys.press("F2");
  await keys.press("ArrowDown");
  await keys.press("Enter");
  await clerk.goTo(0, "欠款单位类型");
  assert.equal((await clerk.cell())[2], "机关");
  await clerk.goTo(0, "拖欠原因");
  for (const part of ["财政", "新官"]) {
    await keys.type(part);
    await keys.press("Enter");
  }
  await keys.press("Enter");
  await clerk.goTo(0, "拖欠原因");
  assert.match((await clerk.cell())[2], /^(新官不理旧账、)?财政资金困难、.*$/);
  assert.match((await clerk.cell())[2], /新官不理旧账/, "one word after another is taken");
  await clerk.goTo(0, "拖欠金额（万元）");
  await keys.type("12.5");
  await keys.press("ArrowDown");
  await keys.press("ArrowUp");
  assert.equal((await clerk.cell())[2], "12.5", "an arrow finishes what a letter began");
  await keys.press("Delete");
  assert.equal((await clerk.cell())[2], "空");
  await keys.press("Control+z");

  await keys.press("Control+Enter");
  await page.waitForSelector(".debt");
  await tabTo("#debt-creditor_name");
  await keys.insertText("叶县博雅办公设备有限公司");
  await keys.press("Tab");
  await keys.press("Escape");
  await clerk.goTo(0, "被拖欠企业");
  assert.equal((await clerk.cell())[2], "叶县博雅办公设备有限公司");
  await clerk.goTo(0, "拖欠金额（万元）");
  assert.equal((await clerk.cell())[2], "12.5");

  await t.test("Escape leads out of the grid, Tab at its end too", async () => {
    await keys.press("Escape");
    assert.equal(await page.evaluate(() => !!document.activeElement.closest(".toolbar")), true);
    await page.focus(".cell-editor textarea");
    await keys.press("Control+End");
    await keys.press("Tab");
    assert.equal(await page.evaluate(() => !!document.activeElement.closest("al-sheet")), false);
  });
  assert.deepEqual(opened.troubles, []);
});

test("an input method loses no letter in a cell", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.goTo(0, "被拖欠企业");
  await compose(page, ["y", "ye", "yex", "yexian", "叶县"], "叶县宏远");
  assert.equal(await page.inputValue(".cell-editor textarea"), "叶县宏远");
  await compose(page, ["g", "go", "gongsi"], "公司");
  await page.keyboard.press("Enter");
  await clerk.goTo(0, "被拖欠企业");
  assert.equal((await clerk.cell())[2], "叶县宏远公司");

  await compose(page, ["d", "du"], "督");
  await page.keyboard.press("Escape");
  assert.equal((await clerk.cell())[2], "叶县宏远公司", "Escape takes nothing away");
  assert.deepEqual(opened.troubles, []);
});

test("an input method loses no letter in a form", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.type(0, "欠款单位", "龙泉乡人民政府");
  await clerk.goTo(0, "欠款单位");
  await page.keyboard.press("Control+Enter");
  await page.selectOption("#debt-dispute", "有分歧");
  await page.focus("#debt-dispute_note");
  await compose(page, ["s", "sh", "shuang", "双方"], "双方协商");
  // Longer than the pause after which text is taken over, and in the middle of the next word.
  await compose(page, ["z", "zh"], "");
  await page.waitForTimeout(1_200);
  await compose(page, ["z", "zho", "zhong"], "中");
  await page.keyboard.press("Tab");
  assert.equal(await page.inputValue("#debt-dispute_note"), "双方协商中");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  assert.equal(await page.inputValue("#debt-dispute_note"), "双方协商中");
  assert.deepEqual(opened.troubles, []);
});
