/** What comes in scripts of its own: it is not needed to fill in a ledger, and may be late or missing. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const VIEWS = /arrears_ledger_views\.js$/;
const ENGLISH = /arrears_ledger_en\.js$/;
const missing = (route) => route.fulfill({ status: 404 });

test("a ledger is filled in without the views that come later; where they are missing, they are asked for again", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  await page.route(VIEWS, missing);
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.type(0, "欠款单位", "龙泉乡人民政府");
  await page.click("[data-step=plan]");
  const alert = page.locator("main .coming-not");
  assert.match(await alert.innerText(), /没有取到.*没有变化.*arrears_ledger_views\.js/s);
  await page.unroute(VIEWS);
  await alert.getByRole("button", { name: "再试一次" }).click();
  await page.waitForSelector("al-plan h2");
  await clerk.go("ledger");
  await clerk.goTo(0, "欠款单位");
  assert.equal((await clerk.cell())[2], "龙泉乡人民政府");
});

test("a page at rest has them: its server may go", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page, context } = opened;
  await page.waitForFunction(() => "arrears_ledger_views" in window);
  await context.setOffline(true);
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.type(0, "欠款单位", "龙泉乡人民政府");
  await clerk.go("check");
  await page.waitForSelector("al-check .rule");
  await clerk.go("print");
  await page.waitForSelector("al-seal");
});

test("a dialog that is still coming is not closed by who is quick with Enter", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const held = [];
  await page.route(VIEWS, (route) => void held.push(route));
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await page.focus(".cell-editor textarea");
  await page.keyboard.press("F1");
  await page.waitForSelector(".dialog .coming");
  await page.keyboard.press("Enter");
  await Promise.all(held.map((route) => route.continue()));
  await page.waitForSelector(".dialog .keys");
  // What came has the focus, and is closed as ever.
  await page.keyboard.press("Enter");
  await page.waitForSelector(".dialog", { state: "detached" });
});

test("another language is spoken when its words are there, and remembered", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  await page.route(ENGLISH, missing);
  const other = page.getByRole("button", { name: "English" });
  await other.click();
  await page.waitForSelector(".dialog");
  await page.keyboard.press("Escape");
  assert.equal(await page.getAttribute("html", "lang"), "zh-CN");
  await page.unroute(ENGLISH);
  await other.click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  await page.getByRole("button", { name: "中文" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "中文" }).waitFor();
  assert.equal(await page.getAttribute("html", "lang"), "en");
  // Where they cannot be had the next time, the page speaks its first language, and says why.
  await page.route(ENGLISH, missing);
  await page.reload();
  await page.waitForSelector(".dialog-first");
  assert.match(await page.innerText(".dialog"), /没有做成.*arrears_ledger_en\.js/s);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "English" }).waitFor();
  await page.click("#begin");
  await page.waitForSelector("label:has-text('填报单位')");
});
