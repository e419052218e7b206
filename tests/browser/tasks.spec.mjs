/** The home of an open ledger: what is to be done, how far it is, by when, and whom to ask. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { SAMPLES, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");

/** The states of the steps, by their names. */
async function states(page) {
  await page.click(".step-home");
  return page
    .locator(".task")
    .evaluateAll((tasks) =>
      Object.fromEntries(
        tasks.map((task) => [
          task.querySelector("[data-task]").dataset.task,
          task.querySelector(".task-state").textContent.trim(),
        ]),
      ),
    );
}

test("填报任务", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await page.click("#begin");

  await t.test("nobody is blamed for what was not begun", async () => {
    assert.deepEqual(await states(page), {
      unit: "未开始",
      ledger: "未开始",
      plan: "未开始",
      check: "未开始",
      print: "待前面完成",
      export: "待前面完成",
    });
  });

  await t.test("what is begun says how much is left, what is wrong how much is wrong", async () => {
    await clerk.go("unit");
    await page.fill("#header-report_unit_name", "龙泉乡");
    await page.keyboard.press("Enter");
    await clerk.go("ledger");
    await clerk.fillPaste(SHEET);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".rgRow");
    const now = await states(page);
    assert.match(now.unit, /^进行中，还有\d项$/);
    assert.match(now.ledger, /^\d+个错误$/);
    assert.equal(now.print, "待前面完成");
  });

  await t.test("the days that are due are counted, the nearest loudest", async () => {
    const [ledger, plan] = await page.locator(".due-day").all();
    assert.match(await ledger.innerText(), /台账报送截止\s+还有3天\s+2022-06-13（星期一）/);
    assert.match(await ledger.getAttribute("class"), /soon/);
    assert.match(await plan.innerText(), /还有5天\s+2022-06-15（星期三）/);
    assert.match(await page.innerText(".due-office"), /县工信局[\s\S]*0375-8053465/);
    assert.match(await page.innerText(".banner"), /还有3天/);
  });

  await t.test("a finished ledger is done but for the file", async () => {
    await page.setInputFiles("#open-file", fileURLToPath(new URL("parity/valid.json", SAMPLES)));
    await page.waitForSelector("main.step-ledger");
    const before = await states(page);
    assert.deepEqual(Object.values(before), [
      "已完成",
      "已完成",
      "已完成",
      "已完成",
      "已完成",
      "未开始",
    ]);
    await clerk.go("export");
    await clerk.download(() => page.click("#submit"));
    assert.equal((await states(page)).export, "已完成");
    await clerk.go("unit");
    await clerk.fillHeader("filler", "赵某");
    assert.equal((await states(page)).export, "未开始", "what was handed in is not this any more");
  });

  await t.test("a name leads to its step, with the keyboard", async () => {
    await page.focus("[data-task=check]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("main.step-check");
  });

  await t.test("the choice of language and of large print is kept", async () => {
    await page.click("#language");
    await page.click("#large-print");
    await page.reload();
    await page.waitForSelector("#begin");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    assert.match(await page.innerText(".due"), /3 days left/);
    assert.equal(await page.getAttribute("#large-print", "aria-pressed"), "true");
    const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    assert.ok(20 <= size, `${size}px`);
  });
  assert.deepEqual(opened.troubles, []);
});

test("an overdue ledger says so, and what to do", async (t) => {
  const opened = await openPage({ now: "2022-06-20T10:00:00+08:00" });
  t.after(() => opened.close());
  const { page } = opened;
  assert.match(await page.innerText(".due"), /已逾期7天[\s\S]*已逾期5天[\s\S]*请先与.*联系/);
});
