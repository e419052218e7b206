/** One window writes a draft: with two real tabs, with the browser's locks and on pages without. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const LOCKS = {
  "with locks": undefined,
  "without locks, as on pages served unencrypted": "delete Navigator.prototype.locks;",
};

async function begun(opened, remark) {
  const clerk = new Clerk(opened.page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.page.click("text=新增一笔");
  await clerk.type(0, "备注", remark);
  await clerk.saved();
  return clerk;
}

async function home(page) {
  await page.click(".step-home");
  await page.waitForSelector("al-home");
}

function drafts(page) {
  return page.locator("tr[data-draft]");
}

async function resume(page) {
  await drafts(page).first().getByText("继续填报").click();
}

async function remark(clerk) {
  await clerk.page.waitForSelector("al-sheet .rgCell");
  await clerk.goTo(0, "备注");
  return (await clerk.cell())[2];
}

for (const [how, init] of Object.entries(LOCKS)) {
  test(`${how}, a draft open elsewhere is taken over or copied`, async (t) => {
    const opened = await openPage({ init });
    t.after(() => opened.close());
    const first = await begun(opened, "第一个窗口");
    const second = new Clerk(await opened.newPage());
    assert.equal(await second.page.evaluate(() => "locks" in navigator), !init);
    await resume(second.page);
    await second.page.waitForSelector(".dialog-first");
    assert.match(await second.page.innerText(".dialog:has(.dialog-first)"), /正在另一个窗口中填报/);
    await first.type(0, "备注", "交出前的最后一句");
    await second.page.getByText("转到这里填报").click();
    assert.equal(await remark(second), "交出前的最后一句");
    assert.match(await opened.page.innerText(".dialog:has(.dialog-first)"), /填报已转到另一个窗口/);
    await opened.page.keyboard.press("Escape");
    await second.type(0, "备注", "第二个窗口");
    await second.saved();

    await resume(opened.page);
    await opened.page.getByText("另开副本").click();
    assert.equal(await remark(first), "第二个窗口");
    await first.type(0, "备注", "副本");
    await first.saved();
    await home(opened.page);
    await opened.page.waitForFunction(
      () => document.querySelectorAll("tr[data-draft]").length === 2,
    );
    await second.type(0, "备注", "各写各的");
    await second.saved();
    assert.deepEqual(opened.troubles, []);
  });

  test(`${how}, a window that is closed leaves its draft to the next one`, async (t) => {
    const opened = await openPage({ init });
    t.after(() => opened.close());
    const first = await begun(opened, "关闭之前");
    const other = await opened.newPage();
    await first.goTo(0, "备注");
    await first.page.keyboard.type("正在写窗口就关了");
    await first.page.close();
    await resume(other);
    assert.equal(await remark(new Clerk(other)), "正在写窗口就关了");
    assert.equal(await other.locator(".dialog").count(), 0, "nobody has it open");
  });

  test(`${how}, a window that slept while another went on writes nothing into the draft`, async (t) => {
    const opened = await openPage({ init });
    t.after(() => opened.close());
    const first = await begun(opened, "睡着之前");
    const second = new Clerk(await opened.newPage());
    const cdp = await opened.context.newCDPSession(opened.page);
    await first.goTo(0, "备注");
    await opened.page.keyboard.type("睡着时还没有保存");
    await Promise.all([
      opened.page.keyboard.press("Enter"),
      cdp.send("Page.setWebLifecycleState", { state: "frozen" }),
    ]);
    await resume(second.page);
    await second.page.waitForSelector(".dialog, al-sheet .rgCell");
    if (0 < (await second.page.locator(".dialog").count())) {
      await second.page.getByText("转到这里填报").click();
    }
    await second.page.waitForSelector("al-sheet .rgCell");
    await second.type(0, "备注", "第二个窗口接着写");
    await second.saved();
    await cdp.send("Page.setWebLifecycleState", { state: "active" });
    await opened.page.waitForSelector(".dialog-first");
    const told = await opened.page.innerText(".dialog:has(.dialog-first)");
    assert.match(told, /已在另一个窗口中继续填报|填报已转到另一个窗口/);
    await opened.page.keyboard.press("Escape");

    await home(second.page);
    const texts = [];
    for (const row of await drafts(second.page).all()) {
      const copy = await second.download(() => row.getByText("另存副本").click());
      texts.push(JSON.parse(copy.bytes).entries[0].remark);
    }
    assert.ok(texts.includes("第二个窗口接着写"), `${texts}`);
    assert.ok(
      texts.length === 1 || texts.includes("睡着时还没有保存"),
      "what the window that slept had not saved is a copy",
    );
  });
}

test("a clock that goes back loses nothing and changes no order", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const clerk = await begun(opened, "钟走得快");
  await opened.page.evaluate(() => {
    const Real = window.Date;
    window.Date = class extends Real {
      constructor(...parts) {
        super(...(parts.length === 0 ? [Real.now() - 86_400_000] : parts));
      }
      static now() {
        return Real.now() - 86_400_000;
      }
    };
  });
  await clerk.type(0, "备注", "钟拨回了一天");
  await clerk.saved();
  await opened.page.reload();
  await opened.page.waitForSelector("#begin");
  await resume(opened.page);
  assert.equal(await remark(clerk), "钟拨回了一天");
});
