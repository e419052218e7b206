/** Drafts: kept by themselves, found again, and never lost to a storage that is cut, shut or full. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { SAMPLES, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");

/** A ledger with the sheet's rows in it, saved as a draft. */
async function pasted(clerk, unit) {
  await clerk.begin(unit);
  await clerk.go("ledger");
  await clerk.copyAndPaste(SHEET);
  await clerk.page.waitForSelector(".dialog");
  await clerk.page.keyboard.press("Enter");
  await clerk.saved();
}

async function home(page) {
  await page.click(".step-home");
  await page.waitForSelector("al-home");
}

function draftOf(page, unit) {
  return page.locator("tr[data-draft]", { hasText: unit });
}

test("a draft is saved by itself, listed after a reload, and opens as it was", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await pasted(clerk, "龙泉乡");
  await clerk.type(0, "备注", "改过一处");
  await page.waitForSelector("[data-saved=waiting]");
  await clerk.saved();
  assert.match(await page.innerText(".status"), /已保存 \d\d:\d\d:\d\d · 本机浏览器/);

  await page.reload();
  await page.waitForSelector("#begin");
  assert.match(await draftOf(page, "龙泉乡").innerText(), /2022-06\s+40\s/);
  await draftOf(page, "龙泉乡").getByText("继续填报").click();
  await page.waitForSelector("al-sheet .rgCell");
  await clerk.goTo(0, "备注");
  assert.equal((await clerk.cell())[2], "改过一处");
  await clerk.goTo(2, "被拖欠企业统一社会信用代码");
  assert.equal((await clerk.cell())[2], "9.14104E+17", "what could not be read is kept");
  assert.deepEqual(opened.troubles, []);
});

test("a change made right before the page goes is not lost", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("任店镇");
  await page.focus("#header-filler");
  await page.keyboard.insertText("赵某");
  await page.reload();
  await page.waitForSelector("#begin");
  await draftOf(page, "任店镇").getByText("继续填报").click();
  await clerk.go("unit");
  assert.equal(await page.inputValue("#header-filler"), "赵某");
});

test("a draft can be copied to a file, opened from it, and deleted", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await pasted(clerk, "龙泉乡");
  await home(page);
  const copy = await clerk.download(() => draftOf(page, "龙泉乡").getByText("另存副本").click());
  assert.match(copy.name, /草稿_龙泉乡_2022-06\.json$/);

  await draftOf(page, "龙泉乡").getByText("删除").click();
  await page.keyboard.press("Escape");
  assert.equal(await draftOf(page, "龙泉乡").count(), 1, "deleting asks first");
  await draftOf(page, "龙泉乡").getByText("删除").click();
  await page.click(".dialog button.danger");
  assert.equal(await draftOf(page, "龙泉乡").count(), 0);

  await page.setInputFiles("#open-file", {
    name: copy.name,
    mimeType: "application/json",
    buffer: copy.bytes,
  });
  await page.waitForSelector("al-sheet .rgCell");
  assert.match(await page.textContent(".status-counts"), /^40笔/);
});

test("a draft cut in half says so, gives back what is before the cut, and harms no other", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await pasted(clerk, "龙泉乡");
  await home(page);
  await pasted(clerk, "任店镇");
  await home(page);
  await page.evaluate(() => {
    const texts = Object.keys(localStorage).filter(
      (key) => 5000 < localStorage[key].length && localStorage[key].includes("410422207"),
    );
    for (const key of texts) {
      localStorage[key] = localStorage[key].slice(0, localStorage[key].length / 2);
    }
  });
  await page.reload();
  await page.waitForSelector("#begin");

  assert.match(await draftOf(page, "龙泉乡").innerText(), /已损坏/);
  assert.doesNotMatch(await draftOf(page, "任店镇").innerText(), /已损坏/);
  const raw = await clerk.download(() => draftOf(page, "龙泉乡").getByText("下载原文").click());
  assert.ok(2000 < raw.bytes.length);

  await draftOf(page, "龙泉乡").getByText("打开能读出的部分").click();
  const told = await page.innerText(".dialog");
  assert.match(told, /已损坏/);
  assert.match(told, /J-\d\d/);
  const rows = Number(/读出(\d+)笔/.exec(told)[1]);
  assert.ok(10 <= rows && rows < 40, `${rows} rows before the cut`);
  await page.click("#open-anyway");
  await clerk.go("ledger");
  assert.match(await page.textContent(".status-counts"), new RegExp(`^${rows}笔`));

  await home(page);
  assert.equal(await draftOf(page, "龙泉乡").count(), 2, "the damaged draft stays as it was");
  await draftOf(page, "任店镇").getByText("继续填报").click();
  await page.waitForSelector("al-sheet .rgCell");
  assert.match(await page.textContent(".status-counts"), /^40笔/);
});

test("two windows do not write one draft", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const first = new Clerk(opened.page);
  await pasted(first, "龙泉乡");
  const second = new Clerk(await opened.newPage());
  await draftOf(second.page, "龙泉乡").getByText("继续填报").click();
  assert.match(await second.page.innerText(".dialog"), /正在另一个窗口中填报/);

  await second.page.getByText("转到这里填报").click();
  await second.page.waitForSelector("al-sheet .rgCell");
  assert.match(await opened.page.innerText(".dialog"), /填报已转到另一个窗口/);
  await opened.page.keyboard.press("Escape");
  await second.type(0, "备注", "在第二个窗口");
  await second.saved();

  await draftOf(opened.page, "龙泉乡").getByText("继续填报").click();
  await opened.page.getByText("另开副本").click();
  await opened.page.waitForSelector("al-sheet .rgCell");
  await first.goTo(0, "备注");
  assert.equal((await first.cell())[2], "在第二个窗口");
  await home(opened.page);
  assert.equal(await draftOf(opened.page, "龙泉乡").count(), 2);
  assert.deepEqual(opened.troubles, []);
});

test("without local storage the page says so at once, and the work goes on", async (t) => {
  const opened = await openPage({
    init: () => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    },
  });
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  assert.match(await page.innerText(".where"), /不允许本页保存草稿/);
  assert.match(await page.innerText(".status"), /不允许保存草稿/);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.copyAndPaste(SHEET);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-saved=failed]");
  assert.match(await page.innerText(".status"), /保存失败：本浏览器不允许保存草稿，请另存副本/);
  await clerk.type(0, "备注", "照常填写");
  const copy = await clerk.download(() => page.click(".status button"));
  assert.ok(copy.bytes.toString("utf8").includes("照常填写"));
  assert.deepEqual(opened.troubles, []);
});

test("with a full local storage the page says so, and saves again once there is room", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.saved();
  await page.evaluate(() => {
    for (let size = 1 << 20; 0 < size; size >>= 1) {
      try {
        for (let index = 0; ; index += 1) {
          localStorage.setItem(`filler ${size} ${index}`, "x".repeat(size));
        }
      } catch {
        // Smaller pieces fill the rest.
      }
    }
  });
  await clerk.go("ledger");
  await clerk.copyAndPaste(SHEET);
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-saved=failed]");
  assert.match(await page.innerText(".status"), /空间不足，请另存副本/);
  const copy = await clerk.download(() => page.click(".status button"));
  assert.ok(copy.bytes.toString("utf8").includes("叶县博雅安泰办公设备有限公司"));

  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith("filler"))) {
      localStorage.removeItem(key);
    }
  });
  await clerk.type(0, "备注", "有了空间");
  await clerk.saved();
  assert.deepEqual(opened.troubles, []);
});
