/** Sorting and filtering: what is seen changes, the ledger does not; edits land where they belong. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage, SAMPLES } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

async function started(t, sheet) {
  const opened = await openPage();
  t.after(() => opened.close());
  const clerk = new Clerk(opened.page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.pasteSheet(sheet);
  return { opened, page: opened.page, keys: opened.page.keyboard, clerk };
}

/** The creditors and arrears of the saved draft, in its order. */
async function inLedger(page, clerk) {
  const { bytes } = await clerk.download(() => page.getByText("另存副本").click());
  const { entries } = JSON.parse(bytes.toString());
  return entries.map((entry) => `${entry.creditor_name ?? ""} ${entry.arrears_amount ?? ""}`);
}

const SHEET =
  "债务人\t债权人\t拖欠金额（元）\t企业规模\n甲镇\t丙公司\t300\t小型\n甲镇\t乙公司\t约100\t微型\n" +
  "甲镇\t丁公司\t20\t微型\n甲镇\t戊公司\t\t小型\n甲镇\t己公司\t1000\t中型\n";

test("sorted and filtered, the ledger keeps its order", async (t) => {
  const { opened, page, keys, clerk } = await started(t, SHEET);
  const menu = async (label, words) => {
    await clerk.across(label);
    await keys.press("Control+Shift+L");
    await page.locator(".column-menu").getByText(words, { exact: true }).click();
  };
  const creditors = (rows) => clerk.column("被拖欠企业", rows);

  await t.test("amounts by what they are, unread texts behind them, blanks last", async () => {
    await clerk.goTo(0, "被拖欠企业");
    await menu("拖欠金额（万元）", "升序");
    const rows = ["丁公司", "丙公司", "己公司", "乙公司", "戊公司"];
    assert.deepEqual(await creditors(5), rows);
    assert.match(await page.innerText(".arranged"), /按拖欠金额升序/);
    await menu("拖欠金额（万元）", "降序");
    assert.deepEqual(await creditors(5), ["己公司", "丙公司", "丁公司", "乙公司", "戊公司"]);
  });

  await t.test("an edit lands in its debt, and stays in sight", async () => {
    await clerk.goTo(0, "拖欠金额（万元）");
    assert.equal((await clerk.cell())[0], "第5行");
    await keys.type("0.0001");
    await keys.press("Enter");
    assert.deepEqual((await creditors(5))[0], "己公司");
    await page.getByText("重新排序筛选").click();
    assert.deepEqual(await creditors(3), ["丙公司", "丁公司", "己公司"]);
  });

  await t.test("a block goes to the rows it is seen in, and beyond them adds debts", async () => {
    await clerk.goTo(4, "备注");
    await clerk.copyAndPaste("戊注\n新注\n");
    assert.match(await page.textContent(".status-counts"), /^6笔/);
    await clerk.goTo(0, "备注");
    await clerk.copyAndPaste("一\n二\n三\n");
    await clerk.goTo(5, "备注");
    assert.equal((await clerk.cell())[2], "新注", "what is new is seen at once");
    assert.deepEqual(await inLedger(page, clerk), [
      "丙公司 300.00",
      "乙公司 ",
      "丁公司 20.00",
      "戊公司 ",
      "己公司 1.00",
      " ",
    ]);
    await page.locator(".arranged").getByText("恢复原顺序").click();
    assert.equal(await page.locator(".arranged").count(), 0);
    const notes = ["一", "空", "二", "戊注", "三", "新注"];
    assert.deepEqual(await clerk.column("备注", 6), notes);
  });

  await t.test("by the values of a list, by an amount, by a text", async () => {
    await clerk.goTo(0, "企业规模");
    await keys.press("Control+Shift+L");
    await page.locator(".column-menu").getByLabel("微型").check();
    await page.locator(".column-menu").getByText("筛选", { exact: true }).click();
    assert.match(await page.innerText(".arranged"), /显示2行，共6行/);
    assert.deepEqual(await creditors(2), ["乙公司", "丁公司"]);
    await clerk.goTo(0, "拖欠金额（万元）");
    await page.locator(".rgCell.of-totals", { hasText: /^0\.002$/ }).waitFor();
    await keys.press("Control+Shift+L");
    await page.fill(".column-menu [name=to]", "0.01");
    await keys.press("Enter");
    assert.deepEqual(await creditors(1), ["丁公司"]);
    await keys.press("Control+Alt+c");
    await clerk.goTo(0, "被拖欠企业");
    await keys.press("Control+Shift+L");
    await page.fill(".column-menu [name=text]", "己");
    await keys.press("Enter");
    assert.deepEqual((await clerk.cell()).slice(0, 3), ["第5行", "被拖欠企业", "己公司"]);
  });

  await t.test(
    "scattered rows are removed in one step, and come back where they were",
    async () => {
      await keys.press("Control+Alt+c");
      await menu("企业规模", "升序");
      assert.deepEqual(await creditors(5), ["己公司", "丙公司", "戊公司", "乙公司", "丁公司"]);
      await clerk.goTo(1, "被拖欠企业");
      await keys.press("Shift+ArrowDown");
      await keys.press("Shift+ArrowDown");
      await keys.press("Control+Delete");
      assert.deepEqual(await creditors(2), ["己公司", "丁公司"]);
      await keys.press("Control+z");
      assert.match(await page.textContent(".status-counts"), /^6笔/);
      await keys.press("Control+Alt+c");
      assert.deepEqual(await creditors(5), ["丙公司", "乙公司", "丁公司", "戊公司", "己公司"]);
    },
  );
  assert.deepEqual(opened.troubles, []);
});

test("from finding to finding, also across a filter", async (t) => {
  const sheet = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");
  const { opened, page, keys, clerk } = await started(t, sheet);
  await clerk.goTo(0, "序号");
  const visited = new Set();
  for (let count = 0; count < 8; count += 1) {
    await keys.press("F8");
    const [row, label, , ...said] = await clerk.cell();
    assert.ok(0 < said.join("").length, `${row} ${label} has nothing to say`);
    visited.add(`${row} ${label}`);
    const bubble = await page.innerText(".bubble");
    assert.ok(bubble.startsWith(said.join("，").slice(0, 12)), `${bubble} / ${said}`);
  }
  assert.equal(visited.size, 8, "eight places, one after another");
  const [row, label] = await clerk.cell();
  await keys.press("F8");
  await keys.press("Shift+F8");
  assert.deepEqual((await clerk.cell()).slice(0, 2), [row, label]);

  await t.test("only rows with errors", async () => {
    await page.selectOption("#found", "error");
    const shown = Number(/显示(\d+)行，共40行/.exec(await page.innerText(".arranged"))[1]);
    assert.ok(0 < shown && shown < 40);
    await clerk.goTo(0, "序号");
    assert.equal(await page.locator(".rowHeaders .rgCell.has-warning").count(), 0);
  });

  await t.test("what a filter hides is shown when a finding leads there", async () => {
    await clerk.goTo(0, "被拖欠企业");
    await keys.press("Control+Shift+L");
    await page.fill(".column-menu [name=text]", "立信");
    await keys.press("Enter");
    const before = await page.innerText(".arranged");
    for (let count = 0; count < 40; count += 1) {
      await keys.press("F8");
      if ((await page.innerText(".arranged")) !== before) {
        break;
      }
    }
    assert.notEqual(await page.innerText(".arranged"), before);
    assert.match(await page.textContent("[role=status][aria-live]"), /不在筛选结果中|第\d+行/);
  });
  assert.deepEqual(opened.troubles, []);
});
