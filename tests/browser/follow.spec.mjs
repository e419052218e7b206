/** The month after: a ledger goes on, payments are recorded, amounts amended, the movement told. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

import { CLI, openPage, SAMPLES } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const JUNE = new URL("parity/valid.json", SAMPLES);

async function onward(t, how) {
  const opened = await openPage({ now: "2022-07-12T10:00:00+08:00" });
  t.after(() => opened.close());
  const { page } = opened;
  await page.setInputFiles("#onward-file", {
    name: "上期.json",
    mimeType: "application/json",
    buffer: readFileSync(JUNE),
  });
  await page.waitForSelector(".dialog-first");
  await page.click(`#onward-${how}`);
  await page.waitForSelector("main.step-unit");
  await page.waitForSelector("#before >> text=正在与");
  return { ...opened, clerk: new Clerk(page) };
}

async function draftOf(page) {
  await page.waitForSelector("[data-saved=saved]");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("button", { hasText: "另存副本" }).first().click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}

const june = JSON.parse(readFileSync(JUNE, "utf8"));

test("更正本期", async (t) => {
  const { page, clerk } = await onward(t, "amend");
  const draft = await draftOf(page);
  assert.equal(draft.revision, june.revision + 1);
  assert.equal(draft.previous, june.digest, "the predecessor's digest is named");
  assert.equal(draft.header.period, june.header.period);
  assert.equal(draft.header.sealed, false, "another version is another paper");
  await clerk.go("plan");
  await page.click("#since-before");
  assert.match(await page.textContent("#movement"), /期末余额/);
  assert.match(await page.textContent("#changes"), /填报日期/);
});

test("填报下一期", async (t) => {
  const { page, clerk, troubles, context, url } = await onward(t, "next");

  await t.test("it is the first version of the month after, with a header to fill in", async () => {
    const draft = await draftOf(page);
    assert.equal(draft.revision, 1);
    assert.equal(draft.previous, undefined);
    assert.equal(draft.header.period, "2022-07");
    assert.equal(draft.header.cutoff_date, undefined);
    assert.equal(draft.entries.length, june.entries.length);
    await clerk.fillHeader("cutoff_date", "2022-07-10");
    await clerk.fillHeader("filled_on", "2022-07-12");
  });

  await t.test("payments are recorded as a list; what is blank is asked for", async () => {
    await clerk.go("plan");
    await page.click("#record-payments");
    await page.fill("#paid-amount-0", "1");
    await page.click("#record");
    assert.match(await page.textContent("#paid-row-0-wrong"), /选择欠款/);
    const debt = await page.$eval("#payable-debts option", (option) => option.value);
    await page.fill("#paid-row-0", debt);
    await page.fill("#paid-paid_on-0", "2022-07-05");
    await page.fill("#paid-voucher_no-0", "HD-7");
    await page.keyboard.press("Tab");
    await page.click("#record");
    await page.waitForFunction(() => document.querySelector("#paid-amount-0").value === "");
    const draft = await draftOf(page);
    const paid = draft.entries.flatMap((entry) => entry.payments ?? []);
    const own = paid.find((one) => one.voucher_no === "HD-7");
    assert.equal(own.amount, "10000.00");
    assert.equal(own.paid_on, "2022-07-05");
  });

  await t.test("a list of payments is one step, taken back in one", async () => {
    const count = async () =>
      (await draftOf(page)).entries.flatMap((one) => one.payments ?? []).length;
    const before = await count();
    const debt = await page.$eval("#payable-debts option", (option) => option.value);
    for (const line of [0, 1]) {
      await page.fill(`#paid-row-${line}`, debt);
      await page.fill(`#paid-paid_on-${line}`, "2022-07-06");
      await page.fill(`#paid-amount-${line}`, "0.5");
    }
    await page.keyboard.press("Tab");
    await page.click("#record");
    await page.waitForFunction(() => document.querySelector("#paid-amount-1").value === "");
    assert.equal(await count(), before + 2);
    await clerk.go("ledger");
    await page.locator(".toolbar button", { hasText: "撤销" }).click();
    await clerk.go("plan");
    assert.equal(await count(), before);
    await page.click("#record-payments");
  });

  await t.test("the movement closes, and the payment is told among the changes", async () => {
    await page.click("#plan-back");
    await page.click("#since-before");
    assert.equal(await page.textContent("#movement [data-key=repaid] td"), "1");
    assert.match(await page.textContent(".summary.good"), /勾稽一致/);
    assert.match(await page.textContent("#changes"), /HD-7/);
  });

  await t.test("an amended amount takes a reason, which stands on record", async () => {
    await clerk.go("ledger");
    await clerk.type(0, "拖欠金额（万元）", "12");
    await clerk.go("plan");
    await page.click("#since-before");
    assert.equal(await page.locator(".summary.error").count(), 1, "no reason, no account");
    const row = page.locator("#changes tr[data-field=arrears_amount]").first();
    await row.locator("input[name=reason]").fill("按审定结算更正");
    await row.locator("button").click();
    assert.match(await row.textContent(), /按审定结算更正/);
    assert.equal(await page.textContent("#movement [data-key=removed] td"), "1.5");
    assert.match(await page.textContent(".summary.good"), /勾稽一致/);
    const draft = await draftOf(page);
    const [change] = draft.entries.flatMap((entry) => entry.changes ?? []);
    assert.equal(change.field, "arrears_amount");
    assert.equal(change.reason, "按审定结算更正");
    assert.equal(change.period, "2022-07");
  });

  await t.test("the earlier file is kept with the draft", async () => {
    await page.waitForSelector("[data-saved=saved]");
    await page.reload();
    await page.waitForSelector("#begin");
    await page.locator("tr[data-draft] .primary").first().click();
    await clerk.go("unit");
    await page.waitForSelector("#before >> text=正在与");
  });

  await t.test("the command line tells the same changes", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "arrears-follow-"));
    const file = path.join(folder, "july.json");
    writeFileSync(file, JSON.stringify(await draftOf(page)));
    const told = execFileSync(CLI, ["compare", JUNE.pathname, file], { encoding: "utf8" });
    assert.match(told, /HD-7/);
  });
  assert.ok(context && url);
  assert.deepEqual(troubles, []);
});
