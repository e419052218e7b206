/** Findings as work: followed to their cells and back, repaired and confirmed alike, taken back. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { SAMPLES, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");

/** What has the focus. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return {
      id: activeElement.id,
      text: activeElement.textContent.trim(),
      finding: activeElement.closest("[data-finding]")?.dataset.finding ?? null,
    };
  });

async function paste(page, clerk, text) {
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.fillPaste(text);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".rgRow");
}

test("检查结果", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await paste(page, clerk, SHEET);
  await clerk.go("check");
  const rule = (code) => page.locator(`section.rule[data-rule="${code}"]`);

  await t.test("the gravest come first, by rule, with what to do and why", async () => {
    const kinds = await page
      .locator("section.rule")
      .evaluateAll((rules) => rules.map(({ classList }) => classList[1]));
    const sorted = [...kinds].sort(
      (a, b) =>
        ["error", "warning", "notice"].indexOf(a) - ["error", "warning", "notice"].indexOf(b),
    );
    assert.deepEqual(kinds, sorted);
    const clause = rule("R-14").locator("details.clause");
    assert.match(await rule("R-14").innerText(), /怎么办[\s\S]*通知二（二）/);
    await clause.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.match(await clause.locator("blockquote").innerText(), /叶政办明电/);
  });

  await t.test("a finding leads to its cell, from one to the next, and back", async () => {
    const [first, second] = await rule("R-14").locator(".finding-place").all();
    const id = await first.evaluate((link) => link.closest("li").dataset.finding);
    const next = await second.evaluate((link) => link.closest("li").dataset.finding);
    await first.focus();
    await page.keyboard.press("Enter");
    // The column is not shown in the grid: the form has it.
    await page.waitForFunction(() => document.activeElement.id === "debt-dispute_note");
    assert.match(await page.innerText(".trail"), /R-14[\s\S]*第1处，共\d+处/);
    await page.click("#back-to-list");
    await page.waitForFunction((id) => {
      return document.activeElement.closest("[data-finding]")?.dataset.finding === id;
    }, id);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "debt-dispute_note");
    await page.keyboard.type("双方对工程量认定不一致");
    await page.keyboard.press("Tab");
    await page.locator(".trail strong").waitFor();
    assert.match(await page.innerText(".trail"), /本处已处理/);
    await page.goBack();
    await page.waitForFunction((id) => {
      return document.activeElement.closest("[data-finding]")?.dataset.finding === id;
    }, next);
    assert.equal(await page.locator(".trail").count(), 0);
  });

  await t.test("what had the focus and is settled gives it to what stands next", async () => {
    const warning = rule("D-07").locator(".findings > li");
    const ids = await warning.evaluateAll((items) => items.map((item) => item.dataset.finding));
    await warning.first().locator(".ask-reason").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("已与企业对账");
    await page.keyboard.press("Enter");
    await page.waitForFunction((gone) => {
      const item = document.activeElement.closest("[data-finding]");
      return item !== null && item.dataset.finding !== gone;
    }, ids[0]);
    assert.equal((await focused(page)).finding, ids[1]);
  });

  await t.test("all alike are confirmed with one reason, in one step, and taken back", async () => {
    const open = page.locator("section.rule.warning[data-rule='D-07']");
    const left = await open.locator(".findings > li").count();
    const all = open.locator(".alike form.confirm");
    await all.locator("input").fill("已与合同、结算单核对无误");
    await all.locator("button[type=submit]").click();
    await open.waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await open.waitFor();
    assert.equal(await open.locator(".findings > li").count(), left);
    await page.keyboard.press("Control+y");
    await open.waitFor({ state: "detached" });

    await page.locator(".answered-list > summary").click();
    const answered = page.locator(".answered-list section.rule[data-rule='D-07']");
    assert.equal(await answered.locator(".findings > li").count(), left + 1);
    assert.match(
      await answered.innerText(),
      /理由：已与企业对账[\s\S]*理由：已与合同、结算单核对无误/,
    );
    await answered.locator(".alike button").click();
    await open.waitFor();
    assert.equal(await open.locator(".findings > li").count(), left + 1);
  });

  await t.test("all alike are repaired in one step", async () => {
    await clerk.go("ledger");
    for (const row of [0, 1]) {
      await clerk.type(row, "应付款日期", "43617");
    }
    await clerk.go("check");
    const offers = rule("C-02").locator("button.repair");
    const before = await offers.count();
    assert.ok(2 <= before);
    await rule("C-02").locator(".repair-all").click();
    await offers.first().waitFor({ state: "detached" });
    assert.equal(await offers.count(), 0);
    await page.keyboard.press("Control+z");
    await offers.first().waitFor();
    assert.equal(await offers.count(), before);
  });

  await t.test("kinds are chosen, and nothing of a kind is said to be nothing", async () => {
    await page.click(".filter.notice");
    assert.equal(await page.locator("section.rule.error").count(), 0);
    await page.click(".filter.all");
  });
  assert.deepEqual(opened.troubles, []);
});

test("ten thousand findings", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  const head = ["欠款单位", "被拖欠企业", "拖欠金额（万元）", "应付款日期"].join("\t");
  const rows = Array.from(
    { length: 10_000 },
    (_, row) => `龙泉乡人民政府\t叶县第${row}商贸有限公司\t约${row}万\t2016-03`,
  );
  await paste(page, clerk, [head, ...rows].join("\n"));
  await clerk.go("check");
  const unread = page.locator("section.rule[data-rule='C-02']");
  assert.match(await unread.locator("h3").innerText(), /10000处/);
  const shown = await page.locator(".findings > li").count();
  assert.ok(shown < 1_000, `${shown} at once`);
  await unread.locator(".page-after").focus();
  await page.keyboard.press("Enter");
  await unread.getByText("第26–50处，共10000处").waitFor();
  assert.match(await unread.locator(".finding-place").first().innerText(), /^第26行/);

  await unread.locator(".finding-place").nth(3).click();
  await page.waitForSelector("main.step-ledger");
  await page.click("#back-to-list");
  await page.waitForFunction(() => /^第29行/.test(document.activeElement.textContent.trim()));

  // All of them with one reason: one step, there and back.
  const old = page.locator("section.rule.warning[data-rule='D-07']");
  await old.locator(".alike input").fill("已与企业对账");
  await old.locator(".alike button[type=submit]").click();
  await old.waitFor({ state: "detached", timeout: 30_000 });
  await page.keyboard.press("Control+z");
  await old.waitFor({ timeout: 30_000 });
  assert.deepEqual(opened.troubles, []);
});
