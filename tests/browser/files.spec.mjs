/** Files that are not what they should be: a plain answer, soon, and the work at hand untouched. */

import assert from "node:assert/strict";
import { mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { SAMPLES, openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const SOON_MS = 4_000;

test("bad files are answered, and nothing is lost", async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), "files-"));
  t.after(() => rm(folder, { recursive: true }));
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.type(0, "欠款单位", "龙泉乡人民政府");
  await clerk.saved();
  const draft = JSON.parse(
    (await clerk.download(() => page.click(".status button"))).bytes.toString("utf8"),
  );

  /** Gives the page a file, and what its dialog then says. */
  const answer = async (name, contents, soon = SOON_MS) => {
    const file = path.join(folder, name);
    if (contents !== null) {
      await writeFile(file, contents);
    }
    await page.click(".step-home");
    const start = Date.now();
    await page.setInputFiles("#open-file", file);
    await page.waitForSelector(".dialog .dialog-actions button", {
      timeout: 30_000,
    });
    const took = Date.now() - start;
    assert.ok(took < soon, `${name} took ${took} ms`);
    return page.innerText(".dialog:has(.dialog-first)");
  };
  /** Says no, and looks at what was there before. */
  const decline = async () => {
    await page.click(".dialog-first");
    await page.locator("tr[data-draft]").getByText("继续填报").first().click();
    await page.waitForSelector("al-sheet .rgCell");
    await clerk.goTo(0, "欠款单位");
    assert.equal((await clerk.cell())[2], "龙泉乡人民政府");
  };

  await t.test("JSON that stops in the middle", async () => {
    const text = JSON.stringify(draft);
    const told = await answer("truncated.json", text.slice(0, text.length - 40));
    assert.match(told, /J-01/);
    await decline();
  });

  await t.test("members of the wrong type", async () => {
    const told = await answer("types.json", JSON.stringify({ ...draft, entries: "many" }));
    assert.match(told, /J-\d\d/);
    await decline();
  });

  await t.test("another format", async () => {
    const told = await answer("other.json", JSON.stringify({ format: "invoice", version: 3 }));
    assert.match(told, /J-02/);
    await decline();
  });

  await t.test("a workbook, which is not text", async () => {
    const told = await answer("book.csv", await readFile(new URL("kunyang-2022-06.xlsx", SAMPLES)));
    assert.match(told, /[A-Z]-\d\d/);
    await decline();
  });

  await t.test("70 MiB are not even read", async () => {
    const file = await open(path.join(folder, "huge.json"), "w");
    await file.truncate(70 * 1024 * 1024);
    await file.close();
    const told = await answer("huge.json", null);
    assert.match(told, /L-01/);
    assert.match(told, /70兆字节，最多读取64兆字节/);
    await decline();
  });

  await t.test("200,000 rows", async () => {
    const told = await answer("rows.tsv", sheet(200_000));
    assert.match(told, /L-02/);
    await decline();
  });

  assert.deepEqual(opened.troubles, []);
});

function sheet(count) {
  const rows = Array.from({ length: count }, (_, row) => `甲${row}\t乙${row}\t${row}\n`);
  return `欠款单位\t被拖欠企业\t拖欠金额（元）\n${rows.join("")}`;
}

test("a sheet saved in GB 18030 is read", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  await page.setInputFiles("#open-file", {
    name: "交通.csv",
    mimeType: "text/csv",
    buffer: await readFile(new URL("jiaotong-2022-06.gb18030.csv", SAMPLES)),
  });
  await page.waitForSelector("al-unit, .dialog");
  if (await page.locator(".dialog").count()) {
    await page.click("#open-anyway");
  }
  await page.waitForSelector("al-unit");
  assert.doesNotMatch(await page.textContent(".status-counts"), /^0笔/);
  assert.deepEqual(opened.troubles, []);
});
