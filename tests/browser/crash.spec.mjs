/**
 * The power goes while a clerk types: the browser's processes are killed all at once, at random
 * moments, and the browser is started again on what they left behind. What was typed more than a
 * second before is there, and no draft is ever damaged.
 */

import assert from "node:assert/strict";
import { access, mkdtemp, readdir, rm, stat, truncate } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";

import { OLD_POLICY, serve } from "./browser.mjs";
import { pause } from "./kernels/chromium.mjs";
import { KERNELS } from "./kernels/index.mjs";

/** How much of the latest typing may be missing. */
const MAY_BE_LOST_MS = 1_000;
/** The longest a clerk types before the power goes. */
const TYPES_FOR_MS = 3_000;
const ROWS = 30;

/** How often the power goes; a quick look may ask for less. */
const KILLS = { current: 50, 86: 10 };
const FEWER = Number(process.env.ARREARS_KILLS ?? Infinity);

for (const [kernel, kills] of Object.entries(KILLS)) {
  const times = Math.min(kills, FEWER);
  test(`Chromium ${kernel} is killed ${times} times while rows are typed`, async (t) => {
    const server = await serve(undefined, kernel === "current" ? undefined : OLD_POLICY);
    const profile = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-crash-"));
    t.after(async () => {
      server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    });
    const typed = { texts: [], count: 0 };
    const lost = [];
    for (let kill = 0; kill <= times; kill += 1) {
      const browser = await KERNELS[kernel]({ profile });
      try {
        const page = await browser.newPage({ init: keepDownloads });
        await page.goto(server.url);
        await page.waitFor(() => document.querySelector("#begin") !== null);
        if (kill === 0) {
          await begin(page);
        } else {
          lost.push(await lookAfter(page, typed, kill));
          await resume(page);
        }
        assert.deepEqual(page.troubles, []);
        if (kill < times) {
          await typeUntilKilled(browser, page, typed);
        }
      } finally {
        await browser.kill();
      }
    }
    const worst = Math.max(...lost);
    t.diagnostic(`${times} kills, ${typed.count} cells typed; at most ${worst} ms were lost`);
    assert.ok(times < typed.count, "a cell and more was typed before each");
    assert.ok(worst <= MAY_BE_LOST_MS, `${worst} ms were lost`);
  });
}

/** Chromium goes on writing a torn log, and deletes all that is in it at the start after that. */
for (const kernel of ["current", 108, 86, 78]) {
  loses(kernel, "in the middle of work", 10, async () => {});
  // As long as the last word of the page, and what was still being saved before it.
  loses(kernel, "as the page goes", 300, async (page) => {
    await page.insert("最后一处");
    await page.press("Enter");
    await page.send("Page.navigate", { url: "about:blank" });
    await pause(600);
  });
}

function loses(kernel, when, bytes, leave) {
  test(`a log torn by a power cut ${when} loses Chromium ${kernel} no draft`, async (t) => {
    const server = await serve(undefined, kernel === "current" ? undefined : OLD_POLICY);
    const profile = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-torn-"));
    t.after(async () => {
      server.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    });
    let torn = null;
    for (const start of ["new", "torn", "again"]) {
      const browser = await KERNELS[kernel]({ profile });
      try {
        const page = await browser.newPage();
        await page.goto(server.url);
        await page.waitFor(() => document.querySelector("#begin") !== null);
        if (start === "new") {
          await begin(page);
        } else {
          await page.waitFor(() => document.querySelector("tr[data-draft]:not(.damaged)") !== null);
          await resume(page);
        }
        await page.insert(start);
        await page.press("Enter");
        await page.waitFor(() => document.querySelector("[data-saved=saved]") !== null);
        if (torn) {
          await goneWithin(torn, 10_000);
        } else if (start === "new") {
          await leave(page);
        }
      } finally {
        await browser.kill();
      }
      torn = start === "new" ? await tear(profile, bytes) : null;
    }
  });
}

/** Cuts so many bytes off the log of the profile's databases, and names it. */
async function tear(profile, bytes) {
  const databases = path.join(profile, "Default", "IndexedDB");
  const files = await readdir(databases, { recursive: true });
  const log = path.join(
    databases,
    files.find((name) => name.endsWith(".log")),
  );
  const { size } = await stat(log);
  await truncate(log, size - bytes);
  return log;
}

async function goneWithin(file, milliseconds) {
  const until = performance.now() + milliseconds;
  while (
    await access(file).then(
      () => true,
      () => false,
    )
  ) {
    assert.ok(performance.now() < until, `${file} is written on`);
    await pause(50);
  }
}

/** A ledger with rows to type into, saved. */
async function begin(page) {
  await page.click("#begin");
  await page.waitFor(() => document.querySelector("#header-report_unit_name") !== null);
  await page.evaluate(() => document.querySelector("#header-report_unit_name").focus());
  await page.insert("龙泉乡");
  await page.press("Enter");
  await toLedger(page);
  const sheet = Array.from({ length: ROWS }, (_, row) => `龙泉乡人民政府\t第${row}家公司\t1`).join(
    "\n",
  );
  await page.evaluate((text) => {
    const box = document.querySelector(".cell-editor textarea");
    const data = new DataTransfer();
    data.setData("text/plain", text);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  }, `欠款单位\t被拖欠企业\t拖欠金额（万元）\n${sheet}`);
  await page.waitFor(() => document.querySelector(".dialog .primary") !== null);
  await page.press("Enter");
  await page.waitFor(
    (rows) => document.querySelector(".status-counts")?.textContent.startsWith(`${rows}笔`),
    ROWS,
  );
  await page.waitFor(() => document.querySelector("[data-saved=saved]") !== null);
}

async function resume(page) {
  await page.click("tr[data-draft] button.primary", "继续填报");
  await page.waitFor(() => document.querySelector(".cell-editor textarea") !== null);
}

async function toLedger(page) {
  await page.click(".steps .step", "台账");
  await page.waitFor(() => document.querySelector(".cell-editor textarea") !== null);
}

/** Types texts that tell when they were typed, down one column and again, until the power goes. */
async function typeUntilKilled(browser, page, typed) {
  await toFirstRow(page);
  let isOver = false;
  let killed = null;
  try {
    for (let row = 0; !isOver; row = (row + 1) % ROWS) {
      if (row === 0) {
        await toFirstRow(page);
      }
      const text = `第${typed.count}次`;
      typed.count += 1;
      typed.texts.push({ text, row, at: performance.now() });
      await page.insert(text);
      await page.press("Enter");
      killed ??= pause(Math.random() * TYPES_FOR_MS).then(async () => {
        isOver = true;
        typed.killedAt = performance.now();
        await browser.kill();
      });
    }
  } catch (error) {
    assert.match(error.message, /is gone/);
  }
  await killed;
}

/** The first row of the column that is typed in. */
async function toFirstRow(page) {
  await page.evaluate(() => document.querySelector(".cell-editor textarea").focus());
  const control = { key: "Home", code: "Home", windowsVirtualKeyCode: 36, modifiers: 2 };
  await page.send("Input.dispatchKeyEvent", { type: "keyDown", ...control });
  await page.send("Input.dispatchKeyEvent", { type: "keyUp", ...control });
  const column = () =>
    document.querySelector(".cell-editor textarea").getAttribute("aria-label").split("，")[1];
  while ((await page.evaluate(column)) !== "被拖欠企业") {
    await page.press("ArrowRight");
  }
}

/** The draft is there, sound, and has all but the latest typing. Gives how much was lost. */
async function lookAfter(page, typed, kill) {
  try {
    await page.waitFor(() => document.querySelector("tr[data-draft]") !== null);
  } catch (error) {
    throw new Error(`after kill ${kill}: ${await page.evaluate(storage)}`, { cause: error });
  }
  assert.deepEqual(
    await page.evaluate(() => [
      document.querySelectorAll("tr[data-draft]").length,
      document.querySelectorAll("tr.damaged").length,
    ]),
    [1, 0],
    `after kill ${kill} there is the one draft, and it is not damaged`,
  );
  await page.evaluate(() => (window.downloaded = null));
  await page.click("tr[data-draft] button", "另存副本");
  const draft = JSON.parse(await page.waitFor(() => window.downloaded));
  assert.equal(draft.entries.length, ROWS, `after kill ${kill} all rows are there`);
  // What every cell ought to say, the latest typing first: the newest that is there tells.
  const there = new Set(draft.entries.map((entry) => entry.creditor_name));
  const kept = typed.texts.findLastIndex(({ text }) => there.has(text));
  const missing = typed.texts[kept + 1];
  for (const [index, { text, row }] of typed.texts.slice(0, kept + 1).entries()) {
    const isLast = !typed.texts.slice(index + 1, kept + 1).some((later) => later.row === row);
    if (isLast) {
      assert.equal(draft.entries[row].creditor_name, text, `after kill ${kill}, in order`);
    }
  }
  // What was lost is typed no more: the next round counts from what is there.
  typed.texts.length = kept + 1;
  return missing ? Math.round(typed.killedAt - missing.at) : 0;
}

/** Runs in the page: what lies where, and what the browser says of its database. */
async function storage() {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("arrears-ledger");
    request.onsuccess = () => {
      const names = [...request.result.objectStoreNames];
      if (names.length === 0) {
        resolve("empty");
        return;
      }
      const keys = request.result.transaction(names).objectStore(names[0]).getAllKeys();
      keys.onsuccess = () => resolve(`${keys.result.length} keys`);
      keys.onerror = () => resolve(String(keys.error));
    };
    request.onerror = () => resolve(String(request.error));
    setTimeout(() => resolve("nothing is said"), 5_000);
  });
  const said = document.querySelector(".drafts")?.innerText;
  return `local storage has ${localStorage.length} keys, the database ${database}; ${said}`;
}

/** Runs in the page: what would be downloaded is kept for the test. */
function keepDownloads() {
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob) => {
    new Response(blob).text().then((text) => (window.downloaded = text));
    return make(blob);
  };
}
