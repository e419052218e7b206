/** The recipes for portals: each is opened as a portal would have it, and driven. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { after, before, test } from "node:test";

import { CLI, POLICY, TODAY } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { makeConsumer } from "./consumer.mjs";
import { EXAMPLES, openHosted, PACKAGE } from "./hosting.mjs";

const MODULES = new URL("../../www/node_modules/", import.meta.url).pathname;
/** A page whose framework reads templates out of it makes code of them. */
const TEMPLATES = POLICY.replace("script-src", "script-src 'unsafe-eval'");
const HEAD = {
  cutoff_date: TODAY,
  filled_on: TODAY,
  filler: "李某",
  reviewer: "张某",
  head: "王某",
};
let consumer;

before(async () => {
  consumer = await makeConsumer({ packages: ["vue", "react", "react-dom"] });
});
after(() => consumer?.remove());

function folders(example, vendor) {
  return {
    "/": path.join(EXAMPLES, example),
    "/arrears-ledger": PACKAGE,
    ...(vendor ? { "/vendor": path.join(MODULES, vendor, "dist") } : {}),
  };
}

function built(example) {
  const out = path.join(consumer.folder, "served", example);
  const build = path.join(EXAMPLES, "build.mjs");
  execFileSync(process.execPath, [build, example, "--project", consumer.folder, "--out", out]);
  return { "/": out };
}

async function open(t, where, more) {
  const opened = await openHosted(where, more);
  t.after(() => opened.close());
  return opened;
}

function isQuiet(opened) {
  assert.deepEqual(opened.strangers(), []);
  assert.deepEqual(opened.troubles, []);
}

function isValid(text) {
  const said = spawnSync(CLI, ["validate", "-", "--format", "json", "--today", TODAY], {
    input: text,
    encoding: "utf8",
  });
  assert.equal(JSON.parse(said.stdout).valid, true, said.stdout);
}

/** Fills a form for a nil report, and hands it in; `names` are the portal's own. */
async function handInForm(page, names = {}) {
  for (const [key, text] of Object.entries(HEAD)) {
    await page.fill(`[name=${names[key] ?? key}]`, text);
  }
  await page.check("[name=is_nil]");
  await page.check("[name=sealed]");
  await page.click("#submit");
  const boxes = page.locator("[data-arrears-summary] .arrears-reason");
  while ((await boxes.count()) !== 0) {
    await boxes.first().fill("经排查确无拖欠");
    await page.keyboard.press("Enter");
  }
  await page.click("#submit");
  await page.waitForFunction(() => document.querySelector("#said").textContent === "已提交");
}

/** The same in the element. */
async function handInElement(page) {
  const clerk = new Clerk(page);
  await page.waitForSelector("main.step-unit");
  await page.getByLabel("无拖欠（零报告）").check();
  for (const [key, text] of Object.entries(HEAD)) {
    await clerk.fillHeader(key, text);
  }
  await clerk.seal();
  await clerk.confirmWarnings("经排查确无拖欠");
  await clerk.go("export");
  await page.click("#submit");
  await page.waitForFunction(() =>
    document.querySelector("#said").textContent.startsWith("已提交"),
  );
}

test("jQuery: rows by number, names of the portal's own, handed in by a script", async (t) => {
  const opened = await open(t, folders("jquery", "jquery"), { waitFor: "#add" });
  const { page, posted } = opened;
  await page.waitForFunction(() => window.bound);
  await page.click("#add");
  await page.click("#add");
  await page.fill("[name='entries[0].creditor_name']", "甲公司");
  await page.fill("[name='entries[1].creditor_name']", "乙公司");
  await page.click(".remove >> nth=0");
  await page.waitForFunction(() => window.bound.overview.rows === 1);
  assert.equal(
    await page.evaluate(() => window.bound.session.row(0).cells.creditor_name),
    "乙公司",
  );
  await page.click(".remove");
  await page.waitForFunction(() => window.bound.overview.rows === 0);
  await handInForm(page, { filler: "tbr", reviewer: "shr", head: "fzr" });
  isValid(posted[0].body);
  isQuiet(opened);
});

test("Vue 3: the form follows the state, and the ledger the form", async (t) => {
  const opened = await open(t, built("vue3"), { waitFor: "#add" });
  const { page, posted } = opened;
  await page.waitForFunction(() => window.bound);
  for (const name of ["甲公司", "乙公司", "丙公司"]) {
    await page.click("#add");
    await page.locator("[name=creditor_name]").last().fill(name);
  }
  await page.locator("[name=arrears_amount]").last().fill("约3");
  await page.keyboard.press("Tab");
  await page.waitForSelector("[data-arrears-message=arrears_amount]:has-text('约3')");
  await page.locator(".remove").first().click();
  await page.waitForFunction(() => window.bound.overview.rows === 2);
  const names = () =>
    page.evaluate(() => window.bound.session.rows(0, 9, ["creditor_name"]).map(([name]) => name));
  assert.deepEqual(await names(), ["乙公司", "丙公司"]);
  await page.evaluate(() => window.bound.saveDraft());
  await page.reload();
  await page.waitForFunction(() => window.bound);
  assert.deepEqual(await names(), ["乙公司", "丙公司"]);
  // Vue's own state has heard of it.
  assert.equal(await page.locator("[name=creditor_name]").last().inputValue(), "丙公司");
  await page.locator(".remove").first().click();
  await page.locator(".remove").first().click();
  await page.waitForFunction(() => window.bound.overview.rows === 0);
  await handInForm(page);
  isValid(posted[0].body);
  isQuiet(opened);
});

test("React: properties, events, another unit, and gone with its component", async (t) => {
  const opened = await open(t, built("react"), { waitFor: "arrears-ledger" });
  const { page, posted } = opened;
  await page.waitForSelector("main.step-unit");
  assert.equal(await page.innerText("output#header-phone"), "0375-8050000");
  await page.selectOption("#unit", "410422102");
  await page.waitForSelector("output#header-report_unit_name:has-text('保安镇')");
  await handInElement(page);
  assert.match(await page.innerText("#counts"), /错误 0/);
  isValid(posted[0].body);
  await page.selectOption("#unit", "");
  await page.waitForSelector("arrears-ledger", { state: "detached" });
  isQuiet(opened);
});

test("Vue 2: a page of scripts, with a template in it", async (t) => {
  const opened = await open(t, folders("vue2", "vue2"), {
    policy: TEMPLATES,
    waitFor: "arrears-ledger",
  });
  const { page, posted } = opened;
  await page.waitForSelector("main.step-unit");
  await page.check("#english");
  await page.waitForSelector(".steps:has-text('Unit')");
  await page.uncheck("#english");
  assert.equal(await page.inputValue("#header-phone"), "0375-8050000");
  await handInElement(page);
  assert.equal(await page.innerText("#counts"), "错误 0");
  isValid(posted[0].body);
  isQuiet(opened);
});
