/** The package where WebAssembly is refused: its twin answers the same bytes, in all three ways to embed. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { NO_WASM, SAMPLES, TODAY } from "./browser.mjs";
import { EXAMPLES, openHosted, openHostedIn, PACKAGE, wrongAmount } from "./hosting.mjs";
import { KERNELS } from "./kernels/index.mjs";

const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");
/** What a policy makes of the trial; nothing else is to be heard. */
const TRIED = /WebAssembly|wasm/i;

/** A page of a portal with nothing but the package beside it. */
function bare(script) {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,">${script}<body><p>空页</p></body></html>`;
}

const CLASSIC = bare(`<script src="arrears-ledger/classic/index.js"></script>
  <script src="arrears-ledger/classic/yexian-2022.js"></script>`);

async function openBare(t, more) {
  const folders = { "/": `${EXAMPLES}plain`, "/arrears-ledger": PACKAGE };
  const opened = await openHosted(folders, { edit: () => CLASSIC, waitFor: "p", ...more });
  t.after(() => opened.close());
  return opened;
}

/** What the rules say of a sheet, and how often each file was asked for. */
async function said(opened) {
  const [text, started] = await opened.page.evaluate(
    async ({ sheet, today }) => {
      const { load, yexian2022: campaign } = window.ArrearsLedger;
      const rules = await load();
      const { opened, findings, overview } = rules.check(sheet, { campaign, today });
      return [JSON.stringify([opened, findings, overview]), rules.started];
    },
    { sheet: SHEET, today: TODAY },
  );
  return { text, started, asked: opened.requests.map((url) => url.split("/").pop()) };
}

test("the rules by themselves", async (t) => {
  const usual = await said(await openBare(t));
  assert.ok(10_000 < usual.text.length);
  assert.deepEqual(usual.started, { kind: "wasm", why: "" });
  assert.ok(!usual.asked.includes("arrears_ledger_twin.js"));

  const refused = await said(await openBare(t, { policy: NO_WASM }));
  assert.equal(refused.text, usual.text);
  assert.equal(refused.started.kind, "js");
  assert.match(refused.started.why, TRIED);
  assert.ok(!refused.asked.includes("arrears_ledger_bg.wasm"), "nothing is fetched in vain");

  await t.test("a server that hands out no module", async (t) => {
    const withheld = (route) => route.fulfill({ status: 404 });
    const opened = await openBare(t);
    await opened.page.route(/_bg\.wasm$/, withheld);
    assert.equal((await said(opened)).text, usual.text);
  });

  await t.test("neither can be had: it says why, and may be asked again", async (t) => {
    const opened = await openBare(t, { policy: NO_WASM });
    await opened.page.route(/twin/, (route) => route.abort());
    const why = await opened.page.evaluate(() =>
      window.ArrearsLedger.load().then(() => "", String),
    );
    assert.match(why, TRIED);
    assert.match(why, /arrears_ledger_twin\.js/);
    await opened.page.unroute(/twin/);
    assert.equal((await said(opened)).text, usual.text);
  });

  await t.test("a module that was handed over is not replaced", async (t) => {
    const opened = await openBare(t);
    const why = await opened.page.evaluate(() =>
      window.ArrearsLedger.load({ module: new Uint8Array(4) }).then(() => "", String),
    );
    assert.match(why, /CompileError/);
  });
});

for (const kernel of ["78", "current", "firefox"]) {
  test(`${kernel}: the form and the element`, async (t) => {
    const form = await openIn(t, kernel, "plain");
    await form.waitFor(() => window.bound);
    const said = await form.evaluate(wrongAmount);
    assert.match(said[0], /约12万/);
    assert.equal(said[1], "true");
    const strange = (await form.heard()).filter((line) => !TRIED.test(JSON.stringify(line)));
    assert.deepEqual(strange, []);

    const element = await openIn(t, kernel, "element");
    await element.waitFor(() => document.querySelector("arrears-ledger").overview);
    const cells = await element.evaluate(async () => {
      const ledger = document.querySelector("arrears-ledger");
      ledger.go("ledger");
      await new Promise((done) => setTimeout(done, 1_000));
      return ledger.shadowRoot.querySelectorAll("revo-grid .rgCell").length;
    });
    assert.ok(0 < cells);
  });
}

function openIn(t, kernel, example) {
  const folders = { "/": EXAMPLES + example, "/arrears-ledger": PACKAGE };
  return openHostedIn(t, KERNELS[kernel], NO_WASM, folders);
}
