/**
 * The twin in plain JavaScript: what brings it in, and that it answers byte for byte as the module
 * does. No way of asking the browser what it is called leads to it.
 */

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, NO_WASM, POLICY, SAMPLES, openPage, serve } from "./browser.mjs";

const PARITY = new URL("parity/", SAMPLES);
const TODAY = "2022-06-12";
/** More bytes than a ledger has that the first module opens. */
const LARGE = 1 << 30;

/** The files every path is asked about. */
async function corpus() {
  const names = (await readdir(PARITY, { withFileTypes: true })).filter((one) => one.isFile());
  const files = names.map(({ name }) => [name, new URL(encodeURIComponent(name), PARITY)]);
  files.push(["longquan-2022-06.tsv", new URL("longquan-2022-06.tsv", SAMPLES)]);
  return Promise.all(
    files.map(async ([name, url]) => ({ name, base64: (await readFile(url)).toString("base64") })),
  );
}

/**
 * All that the two modules answer of a file, as text; `null` for a second one that there is not. The
 * first is the one that opens ledgers of so many bytes.
 */
async function answers(page, files, bytes = 0) {
  return page.evaluate(
    async ({ files, today, bytes }) => {
      const { engine, loadOffice } = window.arrearsLedger;
      const { open } = await engine.suited(bytes);
      const office = await loadOffice().catch(({ code }) =>
        code === "office_missing" ? null : code,
      );
      const told = (what) => {
        try {
          return what();
        } catch (error) {
          return `${error.code}`;
        }
      };
      return files.map(({ name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const session = open(bytes, engine.campaign(), today);
        const said = JSON.stringify([
          session.opened(),
          session.overview(),
          session.findings(),
          session.draft(),
          told(() => session.submission()),
          told(() =>
            session.paste(session.overview().rows, [], "欠款单位\t拖欠金额（元）\n甲\t约3"),
          ),
          session.findings(),
          told(() => session.undo()),
        ]);
        session.free();
        const checked =
          office && told(() => office.validate(name, bytes, engine.campaign(), today, "zh"));
        return [said, checked];
      });
    },
    { files, today: TODAY, bytes },
  );
}

const kinds = (page) => page.evaluate(() => window.arrearsLedger.kinds());

test("every way to the twin leads to the same answers, byte for byte", async (t) => {
  const files = await corpus();
  const usual = await openPage();
  t.after(() => usual.close());
  const expected = await answers(usual.page, files);
  assert.deepEqual(await kinds(usual.page), { first: "wasm", second: "wasm" });
  for (const [index, [said, checked]] of expected.entries()) {
    assert.ok(
      100 < said.length && 100 < checked.length,
      `${files[index].name}: ${said} ${checked}`,
    );
  }

  const ways = [
    ["a policy without WebAssembly", { policy: NO_WASM }],
    ["a kernel whose owner switched it off", { init: () => delete window.WebAssembly }],
    ["a server that hands out no module", { withheld: /\.wasm$/ }],
    ["a kernel that refuses this module", { init: refuseLarge }],
  ];
  for (const [name, { policy, withheld, init }] of ways) {
    await t.test(name, async (t) => {
      const server = await serve(undefined, policy, { withheld });
      t.after(() => server.close());
      const opened = await openPage({ at: server.url, init });
      t.after(() => opened.close());
      const found = await answers(opened.page, files);
      assert.deepEqual(await kinds(opened.page), { first: "js", second: "js" });
      found.forEach((answer, index) =>
        assert.deepEqual(answer, expected[index], files[index].name),
      );
      const asked = opened.requests.map((url) => url.split("/").pop());
      assert.equal(asked.filter((file) => file === "arrears_ledger_twin.js").length, 1);
    });
  }

  await t.test("the one file carries that of the first module", async (t) => {
    const at = pathToFileURL(path.join(DIST, "arrears-ledger.html")).href;
    const opened = await openPage({ at, init: () => delete window.WebAssembly });
    t.after(() => opened.close());
    const found = await answers(opened.page, files);
    assert.deepEqual(await kinds(opened.page), { first: "js", second: null });
    assert.deepEqual(
      found,
      expected.map(([said]) => [said, null]),
    );
  });
});

test("the module for large ledgers answers as the first does, byte for byte", async (t) => {
  const files = await corpus();
  const { page, requests, close } = await openPage();
  t.after(close);
  const asked = (name) => requests.filter((url) => url.endsWith(name)).length;
  const expected = await answers(page, files);
  assert.equal(asked("arrears_ledger_quick_bg.wasm"), 0);
  assert.deepEqual(await answers(page, files, LARGE), expected);
  assert.equal(asked("arrears_ledger_quick_bg.wasm"), 1);

  for (const [name, { policy, withheld }] of [
    ["where WebAssembly is refused", { policy: NO_WASM }],
    ["where it cannot be had", { withheld: /quick/ }],
  ]) {
    await t.test(`${name}, the first does its work`, async (t) => {
      const server = await serve(undefined, policy, { withheld });
      t.after(() => server.close());
      const opened = await openPage({ at: server.url });
      t.after(() => opened.close());
      assert.deepEqual(await answers(opened.page, files.slice(0, 3), LARGE), expected.slice(0, 3));
      const quick = opened.requests.filter((url) => url.endsWith("quick_bg.wasm"));
      assert.deepEqual(quick, []);
    });
  }
});

test("nobody waits for ever for the module for large ledgers", async (t) => {
  const { page, close } = await openPage();
  t.after(close);
  await page.route(/quick_bg/, () => undefined);
  const session = await page.evaluate(async (large) => {
    const { engine } = window.arrearsLedger;
    const { create } = await engine.suited(large);
    return create === engine.create;
  }, LARGE);
  assert.equal(session, true, "the first opens it");
});

test("a wrong type does not keep WebAssembly away", async (t) => {
  const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
  const server = await serve(undefined, POLICY, { types: { ...types, ".wasm": "text/html" } });
  t.after(() => server.close());
  const opened = await openPage({ at: server.url });
  t.after(() => opened.close());
  assert.equal((await kinds(opened.page)).first, "wasm");
  assert.deepEqual(opened.troubles, []);
});

test("where neither can be had, the page says what to do", async (t) => {
  const server = await serve(undefined, POLICY, { withheld: /\.wasm$|_twin\.js$/ });
  t.after(() => server.close());
  const opened = await openPage({ at: server.url, ready: false });
  t.after(() => opened.close());
  await opened.page.waitForSelector("#app.cannot[role=alert]");
  const said = await opened.page.innerText("#app");
  assert.match(said, /打不开/);
  assert.match(said, /请刷新/);
  assert.match(said, /arrears_ledger_bg\.wasm: 404/);
});

/** Runs in the page: small modules pass, as a trial does, and the real one does not. */
function refuseLarge() {
  const compile = WebAssembly.compile;
  WebAssembly.compile = (bytes) =>
    bytes.byteLength < 100
      ? compile.call(WebAssembly, bytes)
      : Promise.reject(new WebAssembly.CompileError("invalid value type"));
}
