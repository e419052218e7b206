/** The ledger of the period before: what vanished or changed since has to say why. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage, SAMPLES } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const EARLIER = await readFile(new URL("parity/valid.json", SAMPLES));

test("与上期对照", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");

  await t.test("a debt of the period before that is missing is found", async () => {
    await clerk.go("unit");
    await page.setInputFiles("#before input[type=file]", {
      name: "2022-05.json",
      mimeType: "application/json",
      buffer: EARLIER,
    });
    await page.waitForSelector("#before button");
    assert.match(await page.innerText("#before"), /2022-05\.json/);
    const found = await clerk.findings();
    assert.ok(found.some(({ code }) => code === "T-07"));
  });

  await t.test("it is not asked any more when the clerk stops comparing", async () => {
    await clerk.go("unit");
    await page.click("#before button");
    const found = await clerk.findings();
    assert.ok(found.every(({ code }) => code !== "T-07"));
  });

  await t.test("a file that is no ledger is refused in words", async () => {
    await clerk.go("unit");
    await page.setInputFiles("#before input[type=file]", {
      name: "x.json",
      mimeType: "application/json",
      buffer: Buffer.from("{"),
    });
    await page.waitForSelector(".dialog-first");
    assert.match(await page.innerText(".dialog:has(.dialog-first)"), /J-01/);
  });
});
