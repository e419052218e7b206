/** The main job from end to end: one township's sheet, as it came, becomes a file that is accepted. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { CLI, SAMPLES, TODAY, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");
/** The sheet's own numbers of the rows with a mistake, and the column it is in. */
const PLANTED = [
  [3, "被拖欠企业统一社会信用代码"],
  [7, "是否有分歧"],
  [8, "被拖欠企业"],
  [13, "企业规模"],
  [15, "拖欠金额"],
  [16, "合同签订时间"],
  [18, "采购类别"],
  [20, "欠款单位"],
  [21, "原因说明"],
  [22, "合同金额"],
  [23, "应付款日期"],
];
/** What the clerk types, from the originals. */
const RIGHT = [
  [3, "被拖欠企业统一社会信用代码", "91410422MA44QK7P2R"],
  [6, "合同金额（万元）", "15.6468"],
  [6, "已支付金额（入账前）（万元）", "4.694"],
  [6, "拖欠金额（万元）", "10.9528"],
  [7, "是否有分歧", "无分歧"],
  [11, "拖欠金额（万元）", "26.8615"],
  [12, "应付款日期", "2020-08-31"],
  [13, "企业规模", "中型"],
  [15, "拖欠金额（万元）", "0.4651"],
  [16, "应付款日期", "2019-09-13"],
  [18, "采购类别", "货物"],
  [22, "合同金额（万元）", "2.6892"],
  [23, "应付款日期", "2017-05-04"],
  [24, "计划清偿完毕时间", "2022-12"],
  [25, "拖欠金额（万元）", "42.3767"],
  [26, "拖欠金额（万元）", "48.7516"],
  [31, "被拖欠企业统一社会信用代码", "91410422PQ2661669F"],
];

test("龙泉乡的台账从粘贴到提交", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);

  await clerk.begin("龙泉乡");
  assert.equal(await page.textContent("#header-report_unit_code"), "410422207");
  await clerk.fillHeader("cutoff_date", "2022-06-10");
  await clerk.fillHeader("filled_on", "2022年6月10日");
  assert.equal(await page.inputValue("#header-filled_on"), "2022-06-10");
  await clerk.fillHeader("filler", "李某");
  await clerk.fillHeader("reviewer", "张某");
  await clerk.fillHeader("head", "王某");
  await clerk.seal();

  await clerk.go("ledger");
  await clerk.copyAndPaste(SHEET);
  await page.waitForSelector(".dialog-first");
  const report = await page.innerText(".dialog:has(.dialog-first)");
  assert.match(report, /将粘贴40行/);
  assert.match(report, /新增40笔/);
  const code = page.locator(".pair", { hasText: /^\s*统一社会信用代码 →/ }).locator("select");
  assert.equal(await code.inputValue(), "creditor_uscc", "known by another heading");
  assert.match(report, /第42行/, "the row of totals is left out");
  assert.match(report, /5处，将按原样保留/);
  await page.keyboard.press("Enter");

  await t.test("one undo takes the whole paste back, one redo brings it again", async () => {
    await page.keyboard.press("Control+z");
    assert.match(await page.textContent(".status-counts"), /^0笔/);
    await page.keyboard.press("Control+y");
    assert.match(await page.textContent(".status-counts"), /^40笔/);
  });

  await t.test("what is wrong is marked on its cell, and said below the grid", async () => {
    await clerk.goTo(2, "被拖欠企业统一社会信用代码");
    const cell = page.locator(".rgCol .rgCell.has-error", {
      hasText: "9.14104E+17",
    });
    assert.match(await cell.getAttribute("title"), /后面的位数已丢失/);
    assert.match(await page.innerText(".cell-notes"), /请从证书抄录/);
  });

  await t.test("every planted mistake is found", async () => {
    const found = await clerk.findings();
    for (const [number, label] of PLANTED) {
      const there = found.some(({ row, place }) => row === number - 1 && place.endsWith(label));
      assert.ok(there, `row ${number}, ${label}`);
    }
    assert.ok(found.some(({ code, row }) => code === "U-01" && row === 9));
  });

  await t.test("a certain repair is one press, in the list and below the grid", async () => {
    const serial = page.locator(".findings > li[data-row='15']", {
      hasText: "43617",
    });
    await serial.locator("button.repair").click();
    assert.equal(await serial.count(), 0);
    await page.locator(".findings > li[data-row='19'] a", { hasText: "欠款单位" }).first().click();
    await page.locator(".cell-notes button.repair").first().click();
    await page.waitForSelector(".colPinStart .rgCell[data-rgrow='19'] >> text=龙泉乡人民政府");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+y");
  });

  await t.test("cells are typed over", async () => {
    for (const [number, label, text] of RIGHT) {
      await clerk.type(number - 1, label, text);
    }
    await clerk.goTo(7, "被拖欠企业");
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("叶县宏远宏远办公设备有限公司");
    await page.keyboard.press("Enter");
  });

  await t.test("a longer answer is given in the form of the debt", async () => {
    const wanting = (await clerk.findings()).filter(
      ({ code }) => code === "R-14" || code === "R-13",
    );
    for (const { row, place } of wanting) {
      await clerk.go("ledger");
      await clerk.goTo(row, "欠款单位");
      await page.keyboard.press("Control+Enter");
      const field = place.endsWith("原因说明") ? "cause_note" : "dispute_note";
      await page.fill(`#debt-${field}`, "双方对工程量认定不一致，正在协商");
      await page.keyboard.press("Escape");
      await page.waitForSelector(".debt", { state: "detached" });
    }
    assert.ok(0 < wanting.length);
  });

  await t.test("a debt out of scope, and the second of two equal ones, are deleted", async () => {
    await clerk.go("ledger");
    await clerk.goTo(18, "欠款单位");
    await page.keyboard.press("Control+Delete");
    await clerk.goTo(9, "欠款单位");
    await page.keyboard.press("Control+Delete");
    assert.match(await page.textContent(".status-counts"), /^38笔/);
  });

  await t.test("export says what is still missing", async () => {
    await clerk.go("export");
    await page.click("#submit");
    assert.match(await page.innerText(".missing"), /还不能导出/);
  });

  await t.test("warnings are confirmed with a reason", async () => {
    const errors = (await clerk.findings()).filter(({ severity }) => severity === "error");
    assert.deepEqual(errors, []);
    await clerk.confirmWarnings("已与合同原件核对");
    assert.match(await page.textContent(".status-counts"), /错误0 ·\s*提醒0/);
  });

  await clerk.go("export");
  const file = await clerk.download(() => page.click("#submit"));
  assert.match(file.name, /龙泉乡.*\.json$/);
  const done = await page.innerText("#done");
  const again = await clerk.download(() => page.click("#submit"));
  assert.deepEqual(again.bytes, file.bytes, "the same ledger makes the same file");

  const folder = await mkdtemp(path.join(tmpdir(), "longquan-"));
  t.after(() => rm(folder, { recursive: true }));
  await t.test("the command line accepts the file", async () => {
    const name = path.join(folder, "longquan.json");
    await writeFile(name, file.bytes);
    const answer = spawnSync(CLI, ["validate", "--today", TODAY, name], {
      encoding: "utf8",
    });
    assert.equal(answer.status, 0, answer.stdout + answer.stderr);
  });

  await t.test("the digest is that of the canonical form", async () => {
    const { digest, ...rest } = JSON.parse(file.bytes.toString("utf8"));
    const sm3 = spawnSync("openssl", ["dgst", "-sm3", "-r"], {
      input: canonical(rest),
    });
    assert.equal(digest.replace(/^sm3[:-]/, ""), sm3.stdout.toString().split(" ")[0]);
    assert.ok(done.includes(digest.replace(/^sm3[:-]/, "")));
  });

  assert.deepEqual(opened.troubles, []);
});

/** RFC 8785 for what these files hold: no number in them has a fraction or an exponent. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(",")}]`;
  }
  if (value !== null && typeof value === "object") {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value);
}
