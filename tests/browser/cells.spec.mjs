/** What a cell takes: words of a list, days, amounts with their unit; and letters of every method. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

test("cells by what they hold", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const keys = page.keyboard;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.pasteSheet("债务人\t债权人\t欠款（元）\n甲镇\t乙公司\t100\n");
  const text = async () => (await clerk.cell())[2];
  const options = () => page.locator(".cell-options:not([hidden]) .combo-option").allInnerTexts();

  await t.test("words of a list, by Pinyin, code, label, or chosen", async () => {
    await clerk.goTo(0, "企业规模");
    await keys.type("wx");
    assert.deepEqual(await options(), ["微型"]);
    await keys.press("Enter");
    await keys.press("ArrowUp");
    assert.equal(await text(), "微型");
    await keys.press("Alt+ArrowDown");
    assert.ok(3 <= (await options()).length);
    await keys.press("ArrowDown");
    await keys.press("Enter");
    await keys.press("ArrowUp");
    assert.notEqual(await text(), "空");
    await keys.type("特大");
    await keys.press("Enter");
    await keys.press("ArrowUp");
    const [, , kept, ...said] = await clerk.cell();
    assert.equal(kept, "特大", "what is no word of the list stays as it was typed");
    assert.match(said.join("，"), /特大/, "and the finding says so");
  });

  await t.test("days, as they are written, or from the calendar", async () => {
    for (const written of ["2021年3月5日", "20210305", "2021.3.5", "2021/3/5"]) {
      await clerk.type(0, "合同签订时间", written);
      await clerk.goTo(0, "合同签订时间");
      assert.equal(await text(), "2021-03-05", written);
    }
    await keys.press("Alt+ArrowDown");
    await page.waitForSelector(".calendar:not([hidden])");
    for (const key of ["ArrowRight", "ArrowDown", "PageUp", "Enter"]) {
      await keys.press(key);
    }
    await keys.press("ArrowUp");
    assert.equal(await text(), "2021-02-13");
    await keys.press("F2");
    await page.locator(".calendar-day:not(.other)", { hasText: /^28$/ }).click();
    assert.equal(await text(), "2021-02-28");
    await keys.press("Alt+ArrowDown");
    await keys.press("ArrowLeft");
    await keys.press("Escape");
    assert.equal(await text(), "2021-02-28", "Escape leaves it as it was");
    await clerk.goTo(0, "应付款日期");
    await keys.press("Alt+ArrowDown");
    await page.locator(".calendar-month.takes").click();
    assert.equal(await text(), "2022-06", "a month where a month is enough");
  });

  await t.test("amounts with their unit; what cannot be read stays", async () => {
    await clerk.goTo(0, "合同金额（万元）");
    await keys.press("F2");
    assert.equal(await page.innerText(".cell-unit"), "万元");
    await keys.type("约12万");
    await keys.press("Enter");
    await keys.press("ArrowUp");
    const [, , kept, ...said] = await clerk.cell();
    assert.equal(kept, "约12万");
    assert.match(said.join(""), /应为数字/);
  });

  await t.test("a column that is worked out takes nothing, and says so", async () => {
    await page.click("#columns");
    await page.locator(".chooser").getByLabel("余额", { exact: true }).check();
    await page.click("#columns");
    await clerk.goTo(0, "余额（万元）");
    await keys.type("5");
    assert.equal(await page.inputValue(".cell-editor textarea"), "");
    await page.waitForFunction(() =>
      document.querySelector("[role=status][aria-live]").textContent.includes("不能修改"),
    );
  });

  await t.test("an input method loses no letter in any column", async () => {
    await page.click("#columns");
    await page.getByText("全部列").click();
    await page.click("#columns");
    const devtools = await page.context().newCDPSession(page);
    await clerk.goTo(0, "序号");
    const done = [];
    for (let steps = 0; steps < 80; steps += 1) {
      const [, label] = await clerk.cell();
      if (done.includes(label)) {
        break;
      }
      done.push(label);
      for (const part of ["c", "ce", "ces", "ceshi"]) {
        await devtools.send("Input.imeSetComposition", {
          text: part,
          selectionStart: part.length,
          selectionEnd: part.length,
        });
      }
      await devtools.send("Input.insertText", { text: "测试" });
      const typed = await page.inputValue(".cell-editor textarea");
      const isWorkedOut = !(await page.locator(".cell-editor.on").count());
      assert.ok(typed === "测试" || (isWorkedOut && typed === ""), `${label}: ${typed}`);
      if (!isWorkedOut) {
        await keys.press("Escape");
      }
      await keys.press("ArrowRight");
    }
    assert.ok(60 < done.length, `${done.length} columns`);
  });
  assert.deepEqual(opened.troubles, []);
});
