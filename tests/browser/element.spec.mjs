/** The ledger as an element of a portal's page: used, handed in, doubled, moved, taken out. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { CLI, POLICY, SAMPLES, TODAY } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { EXAMPLES, openHosted, PACKAGE } from "./hosting.mjs";
import { dense, printed } from "./pdf.mjs";

const FOLDERS = { "/": `${EXAMPLES}element`, "/arrears-ledger": PACKAGE };
const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");

/** Opens the example; `elements` take its place, where they are given. */
async function openElement(t, elements, trusted = "lit-html arrears-ledger") {
  const opened = await openHosted(FOLDERS, {
    policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types ${trusted}`,
    waitFor: "arrears-ledger, #empty",
    ...(elements === undefined ? {} : { edit: () => pageOf(elements) }),
    init: () => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) =>
        window.violations.push(`${event.violatedDirective} ${event.sourceFile}`),
      );
    },
  });
  t.after(() => opened.close());
  const { page } = opened;
  await page.evaluate(async () => {
    await customElements.whenDefined("arrears-ledger");
    await Promise.all([...document.querySelectorAll("arrears-ledger")].map(({ ready }) => ready));
  });
  return opened;
}

function pageOf(elements) {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,">
    <script type="module" src="arrears-ledger/element.js"></script><body>${elements}</body></html>`;
}

async function isQuiet(opened) {
  assert.deepEqual(opened.strangers(), []);
  assert.deepEqual(opened.troubles, []);
  assert.deepEqual(await opened.page.evaluate(() => window.violations), []);
}

test("a nil report is made in the element and posted with the form around it", async (t) => {
  const opened = await openElement(t);
  const { page, posted } = opened;
  const clerk = new Clerk(page);
  // Its unit is the portal's word: nobody chooses, and what is prefilled is not typed in.
  assert.equal(await page.innerText("output#header-report_unit_name"), "任店镇");
  assert.equal(await page.innerText("output#header-phone"), "0375-8050000");
  // The form is not handed in while something is left to do.
  await page.click("button:text-is('提交')");
  assert.equal(posted.length, 0);
  await page.waitForSelector("main.step-check");
  await clerk.go("unit");
  assert.equal(await page.$eval("#hand-in", (form) => form.checkValidity()), false);
  assert.equal(await page.$eval("arrears-ledger", ({ step }) => step), "unit");

  await page.getByLabel("无拖欠（零报告）").check();
  for (const [key, text] of [
    ["cutoff_date", TODAY],
    ["filled_on", TODAY],
    ["filler", "李某"],
    ["reviewer", "张某"],
    ["head", "王某"],
  ]) {
    await clerk.fillHeader(key, text);
  }
  await clerk.seal();
  await clerk.confirmWarnings("经排查确无拖欠");
  assert.equal(await page.innerText("#said"), "错误 0，提醒 0");
  assert.equal(await page.$eval("#hand-in", (form) => form.checkValidity()), true);
  await clerk.saved();
  await clerk.go("export");
  await page.click("#submit");
  await page.waitForSelector("#received");
  const text = new URLSearchParams(posted[0].body).get("ledger");
  const checked = spawnSync(CLI, ["validate", "-", "--format", "json", "--today", TODAY], {
    input: text,
    encoding: "utf8",
  });
  assert.equal(JSON.parse(checked.stdout).valid, true, checked.stdout);
  // The draft is on this computer, and comes back by its unit.
  await page.goBack();
  await page.waitForFunction(
    () => document.querySelector("arrears-ledger").overview?.is_nil === true,
  );
  assert.equal(
    await page.$eval("arrears-ledger", ({ session }) => session.header().filler),
    "李某",
  );
  await isQuiet(opened);
});

test("the grid, the form of a debt, the dialogs and the keys work within the shadow", async (t) => {
  const opened = await openElement(t);
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.go("ledger");
  await clerk.pasteSheet(SHEET);
  const rows = await page.$eval("arrears-ledger", ({ overview }) => overview.rows);
  assert.ok(0 < rows);
  await clerk.type(0, "拖欠金额（万元）", "88.5");
  assert.equal(
    await page.$eval("arrears-ledger", ({ session }) => session.row(0).cells.arrears_amount),
    "88.5",
  );
  await page.keyboard.press("Control+z");
  assert.notEqual(
    await page.$eval("arrears-ledger", ({ session }) => session.row(0).cells.arrears_amount),
    "88.5",
  );
  // What is still being typed in a cell is in the draft, too.
  await clerk.goTo(1, "备注");
  await page.keyboard.type("写到一半");
  await clerk.saved();
  await page.reload();
  await page.waitForFunction(() => document.querySelector("arrears-ledger").overview);
  assert.equal(
    await page.$eval("arrears-ledger", ({ session }) => session.row(1).cells.remark),
    "写到一半",
  );
  await clerk.go("ledger");
  await clerk.goTo(1, "备注");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".debt");
  await page.keyboard.press("F1");
  await page.waitForSelector(".dialog-first");
  await page.keyboard.press("Escape");
  await page.waitForSelector(".dialog", { state: "detached" });
  await clerk.go("check");
  await page.locator(".finding-place").first().click();
  await page.waitForFunction(
    () => document.querySelector("arrears-ledger").shadowRoot.activeElement !== null,
  );
  await clerk.go("plan");
  await page.waitForSelector("al-plan h2");
  await isQuiet(opened);
});

test("two on a page share nothing", async (t) => {
  const opened = await openElement(
    t,
    `<arrears-ledger id="one" unit="410422101" storage="none"></arrears-ledger>
     <arrears-ledger id="two" unit="410422102" storage="none" locale="en"></arrears-ledger>`,
    "lit-html arrears-ledger 'allow-duplicates'",
  );
  const { page } = opened;
  const of = (id, what) => page.$eval(`#${id}`, (element, key) => element[key], what);
  await page.fill("#one #header-filler", "李某");
  await page.keyboard.press("Tab");
  await page.fill("#two #header-filler", "Zhang");
  await page.keyboard.press("Tab");
  const fillers = await page.evaluate(() =>
    ["one", "two"].map((id) => document.getElementById(id).session.header().filler),
  );
  assert.deepEqual(fillers, ["李某", "Zhang"]);
  await page.$eval("#one", (element) => element.go("ledger"));
  assert.deepEqual([await of("one", "step"), await of("two", "step")], ["ledger", "unit"]);
  assert.equal(await page.innerText("#one #large-print"), "大字版");
  assert.match(await page.innerText("#two .steps"), /Unit/i);
  await page.click("#one #large-print");
  assert.equal(await page.locator("#one .al-top.large").count(), 1);
  assert.equal(await page.locator("#two .al-top.large").count(), 0);
  await page.$eval("#two", (element) => (element.locale = "zh"));
  await page.waitForSelector("#two .steps:has-text('单位信息')");
  // One of them undoes its own.
  await page.locator("#two #header-head").focus();
  await page.$eval("#one", (element) => element.go("unit"));
  await page.locator("#one button.step").first().focus();
  await page.keyboard.press("Control+z");
  const after = await page.evaluate(() =>
    ["one", "two"].map((id) => document.getElementById(id).session.header().filler),
  );
  assert.deepEqual(after, ["", "Zhang"]);
  // The package once more, as a second bundle of the portal's brings it: the first one stays.
  await page.evaluate(() => import("/arrears-ledger/element.js?again"));
  // Neither was to keep anything.
  assert.deepEqual(
    await page.evaluate(async () => {
      const kept = Object.keys(localStorage).filter((key) => key.includes("draft"));
      const databases = await indexedDB.databases();
      return [kept, databases.map(({ name }) => name), document.cookie];
    }),
    [[], [], ""],
  );
  await isQuiet(opened);
});

/** A draft so large that what would be left of it shows. */
const LARGE = JSON.stringify({
  format: "arrears-ledger-draft",
  version: 1,
  campaign: "yexian-2022",
  header: { report_unit_code: "410422207" },
  entries: Array.from({ length: 4_000 }, (_, row) => ({
    debtor_name: "龙泉乡人民政府",
    creditor_name: `平顶山市第${row}建筑工程有限公司`,
    project_name: `第${row}村道路硬化工程`,
    arrears_amount: `${1_000 + row}.00`,
  })),
});

/** What the page's scripts and the module hold, in bytes, when all garbage is collected. */
async function held(page, cdp) {
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  const module = await page.evaluate(() =>
    window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  );
  return { usedSize, module };
}

test("taken out, it leaves no memory behind, however often", async (t) => {
  const opened = await openElement(t, "<p id=empty>…</p>");
  const { page } = opened;
  await page.addInitScript(() => {
    window.memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...words) => {
      const made = await instantiate.apply(WebAssembly, words);
      const { memory } = (made.instance ?? made).exports;
      if (memory) {
        window.memories.push(memory);
      }
      return made;
    };
  });
  await page.reload();
  const turn = () =>
    page.evaluate(async (text) => {
      const element = document.createElement("arrears-ledger");
      element.setAttribute("unit", "410422207");
      element.setAttribute("storage", "none");
      document.body.append(element);
      await element.ready;
      await element.open(new File([text], "large.json"));
      if (element.overview.rows !== 4_000) {
        throw new Error(`${element.overview.rows} debts`);
      }
      element.step = "ledger";
      await new Promise((resolve) => setTimeout(resolve, 300));
      element.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }, LARGE);
  const cdp = await page.context().newCDPSession(page);
  for (let count = 0; count < 3; count += 1) {
    await turn();
  }
  const before = await held(page, cdp);
  assert.ok(0 < before.module);
  const turns = 12;
  for (let count = 0; count < turns; count += 1) {
    await turn();
  }
  const after = await held(page, cdp);
  const each = (after.usedSize - before.usedSize) / turns / 1_024;
  t.diagnostic(`${each.toFixed(0)} KB of the heap a turn, of ${before.usedSize >> 10} KB`);
  assert.equal(after.module, before.module, "the module's memory has not grown");
  // A ledger of 4,000 debts takes megabytes in the module. What the engine keeps of compiled code
  // levels off: of twice as many turns, half as much is left of each.
  assert.ok(each < 100, `${each.toFixed(0)} KB are left of each`);
  await isQuiet(opened);
});

test("moved, it goes on; taken out, its ledger is free and nothing listens any more", async (t) => {
  const opened = await openElement(
    t,
    `<div id="here"><arrears-ledger unit="410422103"></arrears-ledger></div><div id="there"></div>`,
  );
  const { page } = opened;
  await page.fill("#header-filler", "李某");
  await page.keyboard.press("Tab");
  const said = await page.evaluate(async () => {
    const element = document.querySelector("arrears-ledger");
    const { session } = element;
    document.querySelector("#there").append(element);
    await new Promise((done) => setTimeout(done, 200));
    const moved = element.session === session && session.header().filler;
    element.remove();
    await new Promise((done) => setTimeout(done, 200));
    let freed = false;
    try {
      session.overview();
    } catch {
      freed = true;
    }
    const left = [element.session, element.overview, element.shadowRoot.querySelector("al-app")];
    window.dispatchEvent(new Event("pagehide"));
    // Put in again, it begins where it was: the draft was saved when it went.
    document.querySelector("#here").append(element);
    await new Promise((done) => setTimeout(done, 50));
    await element.ready;
    return { moved, freed, left, again: element.session.header().filler };
  });
  assert.deepEqual(said, {
    moved: "李某",
    freed: true,
    left: [null, null, null],
    again: "李某",
  });
  await isQuiet(opened);
});

test("events are told and can be cancelled; the portal may keep the drafts", async (t) => {
  const opened = await openElement(t, "<p id=empty>…</p>");
  const { page } = opened;
  const said = await page.evaluate(async () => {
    const texts = new Map();
    const element = document.createElement("arrears-ledger");
    Object.assign(element, {
      unit: "410422105",
      period: "2022-07",
      store: {
        save: async (key, text) => void texts.set(key, text),
        load: async (key) => texts.get(key) ?? null,
        list: async (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
        delete: async (key) => void texts.delete(key),
      },
    });
    const told = [];
    for (const type of ["ledger-ready", "ledger-step", "ledger-change", "draft-saved"]) {
      document.addEventListener(type, (event) => told.push(event.type), { once: true });
    }
    let refusing = false;
    element.addEventListener("ledger-change", (event) => {
      if (refusing && event.detail.change) {
        event.preventDefault();
      }
    });
    const saved = new Promise((done) => element.addEventListener("draft-saved", done));
    document.body.append(element);
    await new Promise((done) => setTimeout(done, 50));
    await element.ready;
    const type = async (text) => {
      const field = element.shadowRoot.querySelector("#header-filler");
      field.value = text;
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((done) => setTimeout(done, 50));
      return element.session.header().filler;
    };
    const taken = await type("李某");
    await saved;
    refusing = true;
    const refused = await type("张某");
    return {
      told: [...new Set(told)].sort(),
      period: element.overview.period,
      taken,
      refused,
      kept: 0 < texts.size,
    };
  });
  assert.deepEqual(said, {
    told: ["draft-saved", "ledger-change", "ledger-ready", "ledger-step"],
    period: "2022-07",
    taken: "李某",
    refused: "李某",
    kept: true,
  });
  await isQuiet(opened);
});

test("fields that are not to be typed in are not pasted into either", async (t) => {
  const opened = await openElement(
    t,
    `<arrears-ledger unit="410422101" storage="none" readonly-fields="creditor_name filler"
       prefill='{"header":{"filler":"李某"},"entries":[{"creditor_name":"甲公司"}]}'></arrears-ledger>`,
  );
  const { page } = opened;
  const said = await page.evaluate(() => {
    const { session } = document.querySelector("arrears-ledger");
    const refused = [];
    for (const act of [
      () => session.set_header("filler", "x"),
      () => session.set_cell(0, "creditor_name", "x"),
      () => session.choose_unit("410422102"),
    ]) {
      try {
        act();
        refused.push(null);
      } catch (error) {
        refused.push(error.code);
      }
    }
    session.paste(0, ["debtor_name", "creditor_name"], "叶县水利局\t乙公司");
    session.paste(1, [], "欠款单位\t被拖欠企业\t拖欠金额\n叶县水利局\t丙公司\t3");
    return { refused, rows: session.rows(0, 2, ["debtor_name", "creditor_name"]) };
  });
  assert.deepEqual(said, {
    refused: ["read_only", "read_only", "read_only"],
    rows: [
      ["叶县水利局", "甲公司"],
      ["叶县水利局", ""],
    ],
  });
  assert.equal(await page.locator("input#header-filler").count(), 0);
  await isQuiet(opened);
});

test("its parts stand where the portal wants them, of one ledger", async (t) => {
  const opened = await openElement(
    t,
    `<arrears-ledger id="ledger" parts unit="410422101" storage="none"></arrears-ledger>
     <section><arrears-ledger-unit for="ledger"></arrears-ledger-unit></section>
     <section><arrears-ledger-sheet for="ledger"></arrears-ledger-sheet></section>
     <section><arrears-ledger-check for="ledger"></arrears-ledger-check></section>
     <arrears-ledger-status for="ledger"></arrears-ledger-status>`,
  );
  const { page } = opened;
  await page.fill("arrears-ledger-unit #header-filler", "李某");
  await page.keyboard.press("Tab");
  await page.focus("arrears-ledger-sheet .cell-editor textarea");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("约12万");
  await page.keyboard.press("Enter");
  await page.waitForSelector("arrears-ledger-status .status-counts:has-text('1笔')");
  await page.waitForSelector("arrears-ledger-check .rule");
  const header = await page.$eval("#ledger", ({ session }) => session.header().filler);
  assert.equal(header, "李某");
  // The dialogs are the ledger's own.
  await page.focus("arrears-ledger-sheet .cell-editor textarea");
  await page.keyboard.press("F1");
  await page.waitForSelector("#ledger .dialog");
  await page.keyboard.press("Escape");
  await page.$eval("#ledger", (element) => element.remove());
  await page.waitForSelector("arrears-ledger-unit #header-filler", { state: "detached" });
  await isQuiet(opened);
});

test("the paper is the ledger's, and nothing of the portal's page", async (t) => {
  const opened = await openElement(t);
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.go("ledger");
  await clerk.pasteSheet(SHEET);
  await clerk.go("print");
  await page.waitForTimeout(300);
  const { pages, size } = await printed(page);
  const text = dense(pages.join(""));
  // A4, lying.
  assert.ok(size[1] < size[0], size.join());
  assert.match(text, /工作台账/);
  assert.match(text, /任店镇/);
  assert.doesNotMatch(text, /政务服务平台|提交/);
  assert.equal(await page.locator(".arrears-paper").count(), 0);
  await isQuiet(opened);
});

test("a portal that resets everything changes nothing inside", async (t) => {
  const opened = await openElement(t);
  const { page } = opened;
  const look = () =>
    page.evaluate(() => {
      const root = document.querySelector("arrears-ledger").shadowRoot;
      return ["h2", "label", "button.primary", "input"].map((selector) => {
        const { fontSize, color, display, padding, lineHeight, fontFamily, textTransform } =
          getComputedStyle(root.querySelector(selector));
        return { fontSize, color, display, padding, lineHeight, fontFamily, textTransform };
      });
    });
  const before = await look();
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `html { font-size: 62.5%; } * { margin: 0; padding: 0; color: red; font: 9px/1 serif;
       text-transform: uppercase; box-sizing: content-box; letter-spacing: 4px; }`,
    );
    document.adoptedStyleSheets = [sheet];
  });
  assert.deepEqual(await look(), before);
});
