/** The rules bound to a portal's own form: checked as it is filled in, kept as a draft, handed in. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { CLI, TODAY } from "./browser.mjs";
import { EXAMPLES, openHosted, PACKAGE } from "./hosting.mjs";

const PLAIN = { "/": `${EXAMPLES}plain`, "/arrears-ledger": PACKAGE };

async function openForm(t, more = {}) {
  const opened = await openHosted(PLAIN, { waitFor: "[name=report_unit_name]", ...more });
  t.after(() => opened.close());
  await opened.page.waitForFunction(() => window.bound);
  return opened;
}

test("what is wrong is said once a field was left, to eyes, screen readers and the browser", async (t) => {
  const { page } = await openForm(t);
  assert.equal(await page.inputValue("[name=report_unit_name]"), "任店镇");
  const message = page.locator("[name=cutoff_date] + .arrears-message, label .arrears-message");
  assert.equal(await message.count(), 0);
  assert.equal(await page.getAttribute("[name=cutoff_date]", "aria-invalid"), null);
  // The browser knows all the same.
  assert.equal(await page.$eval("#ledger", (form) => form.checkValidity()), false);

  await page.click("[data-arrears-add]");
  await page.fill("[name=arrears_amount]", "约12万");
  await page.keyboard.press("Tab");
  const amount = page.locator("[name=arrears_amount]");
  assert.equal(await amount.getAttribute("aria-invalid"), "true");
  const id = await amount.getAttribute("aria-describedby");
  assert.match(await page.innerText(`#${id}`), /约12万/);
  assert.match(await amount.evaluate((input) => input.validationMessage), /约12万/);

  await amount.fill("12.50");
  await page.keyboard.press("Tab");
  assert.equal(await amount.getAttribute("aria-invalid"), null);
  assert.equal(await amount.evaluate((input) => input.validationMessage), "");
  assert.equal(await amount.getAttribute("aria-describedby"), null);
  assert.equal(await page.inputValue("[name=arrears_amount]"), "12.5");
  assert.equal(await page.innerText("output[name=balance]"), "12.5");
});

test("handing in leads to what is left; when nothing is, the submission goes with the form", async (t) => {
  const opened = await openForm(t);
  const { page, posted } = opened;
  await page.click("button:text-is('提交')");
  assert.equal(posted.length, 0);
  const summary = page.locator("[data-arrears-summary]");
  assert.match(await summary.innerText(), /需要改正/);
  assert.equal(
    await page.evaluate(() => document.activeElement.className),
    "arrears-summary-title",
  );
  await summary.getByText("填表人").first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), "filler");

  await page.check("[name=is_nil]");
  for (const [name, text] of Object.entries({
    cutoff_date: TODAY,
    filled_on: TODAY,
    filler: "李某",
    reviewer: "张某",
    head: "王某",
  })) {
    await page.fill(`[name=${name}]`, text);
  }
  await page.check("[name=sealed]");
  await page.keyboard.press("Tab");
  // What was left by a click is said a moment after it.
  await summary.getByText("尚未加盖公章").waitFor({ state: "detached" });
  const boxes = summary.locator(".arrears-reason");
  while ((await boxes.count()) !== 0) {
    await boxes.first().fill("经排查确无拖欠");
    await page.keyboard.press("Enter");
  }
  assert.equal(await summary.isHidden(), true, await summary.innerText());
  await page.click("button:text-is('提交')");
  await page.waitForSelector("#received");
  const fields = new URLSearchParams(posted[0].body);
  assert.equal(fields.get("filler"), "李某");
  const checked = spawnSync(CLI, ["validate", "-", "--format", "json", "--today", TODAY], {
    input: fields.get("ledger"),
    encoding: "utf8",
  });
  assert.equal(JSON.parse(checked.stdout).valid, true, checked.stdout);
  assert.deepEqual(opened.strangers(), []);
  assert.deepEqual(opened.troubles, []);
});

test("the draft comes back with its debts, lists and boxes, and goes when it is forgotten", async (t) => {
  const opened = await openForm(t);
  const { page } = opened;
  for (const [index, name] of ["甲公司", "乙公司"].entries()) {
    await page.click("[data-arrears-add]");
    const debt = page.locator("fieldset[data-arrears-entry]").nth(index);
    await debt.locator("[name=creditor_name]").fill(name);
    await debt.locator("[name=creditor_size]").selectOption("small");
    await debt.locator("[name=causes][value=no_budget]").check();
    await debt.locator("[name=causes][value=internal_process]").check();
    await debt.locator("[name=arrears_amount]").fill("约1");
  }
  await page.locator("[name=dispute][value=partly]").last().check();
  await page.waitForSelector("#draft:has-text('草稿已保存')");
  // What is typed last goes with the page.
  await page.fill("[name=filler]", "李某");
  await page.reload();
  await page.waitForFunction(() => window.bound);
  assert.equal(await page.evaluate(() => window.bound.restored), true);
  assert.equal(await page.inputValue("[name=filler]"), "李某");
  const debts = page.locator("fieldset[data-arrears-entry]");
  assert.equal(await debts.count(), 2);
  const names = debts.locator("[name=creditor_name]");
  assert.equal(await names.nth(1).inputValue(), "乙公司");
  assert.equal(await debts.nth(1).locator("[name=creditor_size]").inputValue(), "small");
  assert.equal(await debts.nth(1).locator("[name=causes]:checked").count(), 2);
  assert.equal(await debts.nth(1).locator("[name=dispute]:checked").inputValue(), "partly");
  assert.equal(await debts.nth(0).locator("[name=arrears_amount]").inputValue(), "约1");

  // A debt that is taken out takes its findings with it, and leaves the others'.
  await debts.nth(0).locator("[data-arrears-remove]").click();
  await page.waitForFunction(() => window.bound.overview.rows === 1);
  assert.equal(
    await page.evaluate(() => window.bound.session.row(0).cells.creditor_name),
    "乙公司",
  );
  assert.equal(
    await page.evaluate(() => window.bound.findings.every(({ row }) => row === null || row === 0)),
    true,
  );

  await page.evaluate(() => window.bound.forgetDraft());
  await page.evaluate(() => window.bound.unbind());
  await page.reload();
  await page.waitForFunction(() => window.bound);
  assert.equal(await page.evaluate(() => window.bound.restored), false);
  assert.equal(await debts.count(), 0);
  assert.deepEqual(opened.troubles, []);
});

test("names by number, fields of other names, and what hangs on a debt", async (t) => {
  const { page } = await openForm(t);
  const said = await page.evaluate(async () => {
    window.bound.unbind();
    const { bindForm } = await import("/arrears-ledger/form.js");
    const { default: campaign } = await import("/arrears-ledger/yexian-2022.js");
    const form = document.createElement("form");
    const input = (name, value) => {
      const made = document.createElement("input");
      made.name = name;
      made.value = value;
      form.append(made);
      return made;
    };
    input("header.filler", "李某");
    input("entries[0].creditor_name", "甲公司");
    const payee = input("entries[1][creditor_name]", "乙公司");
    input("entries[1].instalments[0].due_on", "2022-12-31");
    input("entries[1].instalments[0].amount", "3");
    input("qk_je", "7");
    input("csrf", "x");
    document.body.append(form);
    const bound = await bindForm(form, {
      campaign,
      today: "2022-06-10",
      draft: false,
      fields: { qk_je: "entries[0].arrears_amount" },
    });
    const before = {
      filler: bound.session.header().filler,
      rows: bound.session.rows(0, 2, ["creditor_name", "arrears_amount"]),
      instalments: bound.session.row(1).instalments.map(({ due_on, amount }) => [due_on, amount]),
    };
    // A framework that takes the first debt out gives the second its number.
    for (const one of [...form.elements]) {
      if (one.name.startsWith("entries[0]") || one.name === "qk_je") {
        one.remove();
      } else {
        one.name = one.name.replace("entries[1]", "entries[0]");
      }
    }
    await new Promise((done) => setTimeout(done, 50));
    const after = {
      rows: bound.session.rows(0, 2, ["creditor_name", "arrears_amount"]),
      name: payee.name,
      instalments: bound.session.row(0).instalments.length,
    };
    bound.unbind();
    return { before, after, unbound: [...form.elements].every((one) => one.validity.valid) };
  });
  assert.deepEqual(said, {
    before: {
      filler: "李某",
      rows: [
        ["甲公司", "7"],
        ["乙公司", ""],
      ],
      instalments: [["2022-12-31", "3"]],
    },
    after: { rows: [["乙公司", ""]], name: "entries[0][creditor_name]", instalments: 1 },
    unbound: true,
  });
});

test("a portal keeps the draft itself, and shows what is found itself", async (t) => {
  const { page } = await openForm(t);
  const said = await page.evaluate(async () => {
    window.bound.unbind();
    const { bindForm } = await import("/arrears-ledger/form.js");
    const { default: campaign } = await import("/arrears-ledger/yexian-2022.js");
    const form = document.createElement("form");
    form.innerHTML = "<input name='filler'><input name='phone'>";
    document.body.append(form);
    const texts = new Map();
    const store = {
      save: async (key, text) => void texts.set(key, text),
      load: async (key) => texts.get(key) ?? null,
      delete: async (key) => void texts.delete(key),
    };
    const told = [];
    form.addEventListener("ledger-change", (event) => {
      event.preventDefault();
      told.push(event.detail.overview.counts.errors);
    });
    const options = { campaign, store, draft: "mine" };
    const bound = await bindForm(form, options);
    form.elements.filler.value = "李某";
    form.elements.filler.dispatchEvent(new Event("change", { bubbles: true }));
    await bound.saveDraft();
    const shown = form.querySelectorAll(".arrears-message").length;
    bound.unbind();
    form.elements.filler.value = "";
    const again = await bindForm(form, options);
    const restored = [again.restored, form.elements.filler.value];
    await again.forgetDraft();
    again.unbind();
    store.save = () => Promise.reject(new DOMException("", "QuotaExceededError"));
    const full = new Promise((done) =>
      form.addEventListener("draft-failed", ({ detail }) => done(detail.why)),
    );
    const last = await bindForm(form, options);
    void last.saveDraft();
    return { told: told.length > 0, shown, restored, left: texts.size, full: await full };
  });
  assert.deepEqual(said, {
    told: true,
    shown: 0,
    restored: [true, "李某"],
    left: 0,
    full: "full",
  });
});
