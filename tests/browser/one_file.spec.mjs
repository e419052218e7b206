/** The page in one file does the whole little job from a folder, without a server or a network. */

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

test("a nil report from the one file", async (t) => {
  const at = pathToFileURL(path.join(DIST, "arrears-ledger.html")).href;
  const opened = await openPage({ at });
  t.after(() => opened.close());
  const { page } = opened;
  await opened.context.setOffline(true);
  const clerk = new Clerk(page);
  await clerk.begin("水寨乡");
  await page.getByLabel("无拖欠（零报告）").check();
  for (const [key, text] of [
    ["cutoff_date", "2022-06-10"],
    ["filled_on", "2022-06-10"],
    ["filler", "李某"],
    ["reviewer", "张某"],
    ["head", "王某"],
  ]) {
    await clerk.fillHeader(key, text);
  }
  await clerk.seal();
  await clerk.go("ledger");
  assert.match(await page.innerText("main"), /不填写台账/);
  await clerk.confirmWarnings("经排查确无拖欠");
  await clerk.go("export");
  const file = await clerk.download(() => page.click("#submit"));
  assert.match(file.name, /水寨乡/);
  assert.equal(JSON.parse(file.bytes.toString("utf8")).header.is_nil, true);

  await clerk.saved();
  await page.reload();
  await page.waitForSelector("tr[data-draft]");
  assert.match(await page.innerText("tr[data-draft]"), /水寨乡/);
  assert.deepEqual(
    opened.requests.filter(
      (request) => !request.startsWith("file:") && !request.startsWith("blob:"),
    ),
    [],
  );
  assert.deepEqual(opened.troubles, []);
});
