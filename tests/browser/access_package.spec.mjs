/** What the package puts into a portal's page is for everyone: axe finds nothing in it. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { EXAMPLES, openHosted, PACKAGE } from "./hosting.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

async function faults(page, within) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((chosen) => window.axe.run(chosen), within);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
  );
}

async function open(t, example) {
  const opened = await openHosted(
    { "/": `${EXAMPLES}${example}`, "/arrears-ledger": PACKAGE },
    { waitFor: "form" },
  );
  t.after(() => opened.close());
  return opened.page;
}

test("a form with its messages and its summary", async (t) => {
  const page = await open(t, "plain");
  await page.waitForFunction(() => window.bound);
  await page.click("[data-arrears-add]");
  await page.fill("[name=arrears_amount]", "约12万");
  await page.click("button:text-is('提交')");
  await page.waitForSelector("[data-arrears-summary] .arrears-reason");
  assert.deepEqual(await faults(page, "form"), []);
});

test("the element, step by step", async (t) => {
  const page = await open(t, "element");
  await page.waitForSelector("main.step-unit");
  for (const step of ["unit", "ledger", "plan", "check", "print", "export", "home"]) {
    await page.$eval("arrears-ledger", (element, to) => element.go(to), step);
    await page.waitForSelector(`main.step-${step}`);
    assert.deepEqual(await faults(page, "arrears-ledger"), [], step);
  }
});
