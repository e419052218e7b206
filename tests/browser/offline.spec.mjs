/** On a portal with https the page is kept for work without a network; elsewhere it is left alone. */

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, NO_WASM, openPage, POLICY } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { openPortal } from "./portal.mjs";

/** A page that is a file has none, and says so. */
const registrations = (page) =>
  page.evaluate(() =>
    navigator.serviceWorker.getRegistrations().then(
      (all) => all.length,
      () => 0,
    ),
  );

test("a portal with https", async (t) => {
  const portal = await openPortal();
  t.after(() => portal.close());
  const opened = await openPage({ at: portal.url, flags: portal.trusting });
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await page.evaluate(() => navigator.serviceWorker.ready);

  await t.test("says how it is installed", async () => {
    const href = await page.getAttribute("link[rel=manifest]", "href");
    const manifest = await page.evaluate(async (url) => (await fetch(url)).json(), href);
    assert.equal(manifest.display, "standalone");
    for (const { src } of manifest.icons) {
      const answer = await page.request.get(new URL(src, portal.url).href, {
        ignoreHTTPSErrors: true,
      });
      assert.ok(answer.ok(), src);
    }
  });

  await t.test("opens without a network, with the second module too", async () => {
    portal.isUp = false;
    const asked = portal.asked.length;
    await page.reload();
    await page.waitForSelector("#begin");
    await clerk.begin("龙泉乡");
    await clerk.go("ledger");
    await clerk.type(0, "欠款单位", "龙泉乡人民政府");
    await clerk.saved();
    const office = await page.evaluate(async () => {
      return (await fetch("arrears_ledger_office_bg.wasm")).ok;
    });
    assert.equal(office, true);
    // A browser may ask on its own whether the worker has changed; the page asks for nothing.
    assert.deepEqual(
      portal.asked.slice(asked).filter((name) => name !== "sw.js"),
      [],
    );
    portal.isUp = true;
  });

  await t.test("a newer version interrupts nobody who is typing", async () => {
    await clerk.goTo(0, "被拖欠企业");
    await page.keyboard.type("叶县安泰");
    portal.version = 2;
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await page.waitForSelector("#update");
    await page.keyboard.type("商贸有限公司");
    assert.equal(await page.inputValue(".cell-editor textarea"), "叶县安泰商贸有限公司");
    assert.equal(await page.evaluate(() => window.isNewer), undefined);
  });

  await t.test("it comes when it is asked for, after saving, and leads back", async () => {
    await Promise.all([page.waitForEvent("load"), page.click("#update")]);
    await page.waitForSelector("main.step-ledger .rgCell");
    assert.equal(await page.evaluate(() => window.isNewer), true);
    await clerk.goTo(0, "被拖欠企业");
    assert.equal((await clerk.cell())[2], "叶县安泰商贸有限公司");
    assert.equal(await page.locator("#update").count(), 0);
  });
  assert.deepEqual(opened.troubles, []);
});

test("the twins are kept when a page needs them, and fetched for no other", async (t) => {
  for (const [policy, kind] of [
    [POLICY, "wasm"],
    [NO_WASM, "js"],
  ]) {
    const portal = await openPortal(policy);
    t.after(() => portal.close());
    const opened = await openPage({ at: portal.url, flags: portal.trusting });
    t.after(() => opened.close());
    const { page } = opened;
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await page.waitForSelector("#begin");
    portal.isUp = false;
    await page.reload();
    await page.waitForSelector("#begin");
    assert.equal(await page.evaluate(() => window.arrearsLedger.kinds().first), kind);
    assert.equal(portal.asked.includes("arrears_ledger_twin.js"), kind === "js");
    assert.ok(!portal.asked.includes("arrears_ledger_office_twin.js"));
  }
});

test("plain http and a file register nothing", async (t) => {
  const file = pathToFileURL(path.resolve(DIST, "arrears-ledger.html")).href;
  for (const at of [undefined, file]) {
    const opened = await openPage({ at });
    t.after(() => opened.close());
    await opened.page.waitForTimeout(500);
    assert.equal(await registrations(opened.page), 0);
    assert.equal(await opened.page.locator("link[rel=manifest]").count(), 0);
    assert.deepEqual(opened.troubles, []);
  }
});
