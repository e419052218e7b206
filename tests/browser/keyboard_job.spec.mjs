/** The whole job with the keyboard alone: from an empty page to the file that is handed in. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { CLI, TODAY, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { Hands } from "./hands.mjs";

/** What is typed into the grid, and what only the form has. */
const CELLS = [
  ["欠款单位", "龙泉乡人民政府"],
  ["欠款单位类型", "机关"],
  ["欠款单位归口", "乡镇（街道）"],
  ["被拖欠企业", "叶县博雅安泰办公设备有限公司"],
  ["企业规模", "微型"],
  ["项目（合同）名称", "2020年龙泉乡人民政府办公桌椅采购"],
  ["合同签订时间", "2020-11-02"],
  ["采购类别", "货物"],
  ["款项性质", "物资采购款"],
  ["合同金额", "20"],
  ["已支付金额", "6.5"],
  ["拖欠金额", "13.5"],
  ["应付款日期", "2021-05-20"],
  ["是否有分歧", "无分歧"],
  ["拖欠原因", "财政资金困难、专项资金未到位"],
  ["计划清偿完毕时间", "2022-12"],
];
const ANSWERS = { "debt-debtor_area_code": "410422207" };

test("从新填到提交，只用键盘", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  await page.evaluate(() => {
    for (const kind of ["mousedown", "click"]) {
      document.addEventListener(kind, (event) => (window.pointed ||= event.detail !== 0), true);
    }
  });
  const hands = new Hands(page);
  const { keys } = hands;

  await hands.tabTo("#begin");
  await keys.press("Enter");
  await hands.fill("#header-report_unit_name", "龙泉乡");
  for (const [field, text] of [
    ["cutoff_date", "2022-06-10"],
    ["declared_count", "1"],
    ["declared_total", "13.5"],
    ["filled_on", "2022-06-10"],
    ["filler", "李某"],
    ["reviewer", "张某"],
    ["head", "王某"],
  ]) {
    await hands.fill(`#header-${field}`, text);
  }
  await hands.tabTo("main .actions.end .primary");
  await keys.press("Enter");
  await page.waitForSelector("al-sheet .rgCell");

  await t.test("a debt is typed into the grid", async () => {
    await hands.tabTo(".cell-editor textarea");
    for (const [label, text] of CELLS) {
      await hands.toColumn(label);
      await keys.insertText(text);
      await keys.press("Enter");
    }
    assert.match(await page.innerText(".status-counts"), /^1笔/);
  });

  await t.test("errors are followed, mended and come back from", async () => {
    await keys.press("Escape");
    await hands.go("check");
    for (let left = 20; ; left -= 1) {
      assert.ok(0 < left, "it ends");
      const error = page.locator("section.rule.error .finding-place").first();
      if ((await error.count()) === 0) {
        break;
      }
      await hands.tabTo("section.rule.error .finding-place");
      await keys.press("Enter");
      await page.waitForFunction(() => document.activeElement.matches("input,select,textarea"));
      const field = await page.evaluate(() => document.activeElement.id);
      assert.ok(field in ANSWERS, `nobody expected ${field}`);
      await keys.insertText(ANSWERS[field]);
      await keys.press("Tab");
      await hands.tabTo("#back-to-list", "Shift+Tab");
      await keys.press("Enter");
      await page.waitForSelector("main.step-check");
    }
  });

  await t.test("warnings are answered for", async () => {
    const forms = page.locator("section.rule.warning form.confirm");
    for (let left = await forms.count(); 0 < left; left -= 1) {
      await hands.tabTo("section.rule.warning form.confirm input");
      await keys.insertText("已与合同、结算单核对无误");
      await keys.press("Enter");
      await forms.nth(left - 1).waitFor({ state: "detached" });
      // The page gives it on before the next frame is drawn.
      const isBody = await page.evaluate(async () => {
        await new Promise(requestAnimationFrame);
        return document.activeElement === document.body;
      });
      assert.equal(isBody, false, "the focus is never lost");
    }
  });

  await t.test("it is sealed, and handed in", async () => {
    await hands.go("print");
    await hands.tabTo("[name=header-sealed]");
    await keys.press("ArrowLeft");
    await hands.tabTo("#to-export");
    await keys.press("Enter");
    await page.waitForSelector("main.step-export");
    await hands.tabTo("#submit");
    const file = await new Clerk(page).download(() => keys.press("Enter"));
    assert.match(await page.innerText("#done"), /校验码/);
    const folder = await mkdtemp(path.join(tmpdir(), "keyboard-"));
    t.after(() => rm(folder, { recursive: true }));
    const name = path.join(folder, "file.json");
    await writeFile(name, file.bytes);
    const answer = spawnSync(CLI, ["validate", "--today", TODAY, name], { encoding: "utf8" });
    assert.equal(answer.status, 0, answer.stdout + answer.stderr);
  });

  assert.equal(await page.evaluate(() => window.pointed ?? false), false, "no mouse was needed");
  assert.deepEqual(opened.troubles, []);
});
