/** The report for a help desk: what it says is what is the case, and nothing of the ledger is in it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { NO_WASM, openPage, serve } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

/** The report, line by line. */
async function report(page) {
  await page.click("#diagnosis");
  await page.waitForSelector("#diagnosis-text");
  const text = await page.inputValue("#diagnosis-text");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".dialog", { state: "detached" });
  return Object.fromEntries(text.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2)));
}

test("kernel, modules, policy, storage, clock and versions", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  const before = await report(page);
  assert.match(before["版本"], /^\d+\.\d+\.\d+ · yexian-2022$/);
  assert.match(before["网页"], /^http · 安全环境/);
  assert.match(before["内核"], /^Chromium \d+$/);
  assert.equal(before["浏览器标识"], await page.evaluate(() => navigator.userAgent));
  assert.equal(before["核心模块"], "WebAssembly");
  assert.equal(before["大台账模块"], "尚未用到");
  assert.equal(before["表格与计划模块"], "尚未用到");
  assert.equal(before["安全策略的拦截"], "没有");
  assert.equal(before["草稿存在"], "本浏览器：本地存储和数据库");
  assert.match(before["本地存储已用"], /^0\.0 \/ 5\.0 MB · 草稿0份$/);
  assert.match(before["浏览器给的空间"], /^\d+\.\d \/ [\d.]+ MB$/);
  assert.match(before["长期保留"], /^[是否]，/);
  assert.match(before["时钟"], /^2022-06-10 10:0\d:\d\d \(UTC\+8\) · 还没有保存过$/);

  await clerk.begin("龙泉乡");
  await clerk.fillHeader("filler", "李某某");
  await clerk.go("plan");
  await page.waitForSelector("#share-budget");
  await clerk.saved();
  await page.click(".step-home");
  await page.waitForSelector("tr[data-draft]");
  const after = await report(page);
  assert.equal(after["表格与计划模块"], "WebAssembly");
  assert.match(after["本地存储已用"], /草稿1份$/);
  assert.match(after["时钟"], /上次保存在\d+分钟前$/);
  assert.doesNotMatch(Object.values(after).join("\n"), /李某某|龙泉乡/);

  await t.test("a clock that was put back is told", async () => {
    await page.evaluate(() => {
      const Now = Date;
      window.Date = class extends Now {
        constructor(...parts) {
          super(...(parts.length === 0 ? [Now.now() - 3 * 86_400_000] : parts));
        }
      };
    });
    assert.match((await report(page))["时钟"], /早43\d\d分钟，时钟可能被拨回$/);
  });

  await t.test("it is copied as a person would", async () => {
    await page.click("#diagnosis");
    await page.click("#diagnosis-copy");
    await page.waitForSelector("al-diagnosis [role=status]:has-text('已复制')");
    const text = await page.inputValue("#diagnosis-text");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  });
  assert.deepEqual(opened.troubles, []);
});

test("what a policy forbade is in it, and that the twin runs", async (t) => {
  const server = await serve(undefined, NO_WASM);
  t.after(() => server.close());
  const opened = await openPage({ at: server.url });
  t.after(() => opened.close());
  await opened.page.click("#language");
  const told = await report(opened.page);
  assert.match(told["Core module"], /^plain JavaScript, slower（.*unsafe-eval/);
  assert.equal(told["Forbidden by a policy"], "script-src wasm-eval");
});

test("where nothing can be kept it says so", async (t) => {
  const opened = await openPage({
    init: () => {
      for (const name of ["localStorage", "indexedDB"]) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("denied", "SecurityError");
          },
        });
      }
    },
  });
  t.after(() => opened.close());
  const told = await report(opened.page);
  assert.equal(told["草稿存在"], "不能保存");
  assert.match(told["本地存储已用"], /^浏览器没有说/);
});
