/**
 * The package in what portals are built with: Vite and webpack bring its files along as they are set
 * up to begin with, and the element works from what they write, its second module in a thread too.
 */

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { POLICY, SAMPLES } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { makeConsumer } from "./consumer.mjs";
import { openHosted } from "./hosting.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const { build } = await import(pathToFileURL(require.resolve("vite")));
const webpack = require("webpack");
const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");
const PAGE = (script) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<link rel="icon" href="data:,"><title>门户</title>
<body><arrears-ledger unit="410422207" storage="none"></arrears-ledger>${script}</body></html>`;

let consumer;

before(async () => {
  consumer = await makeConsumer();
  const source = path.join(consumer.folder, "src");
  await mkdir(source);
  await writeFile(path.join(source, "main.js"), 'import "arrears-ledger/element";\n');
});
after(() => consumer?.remove());

/** The element opens, takes a sheet, and has the second module write it as a workbook. */
async function works(t, folder) {
  const opened = await openHosted({ "/": folder }, { waitFor: "arrears-ledger", policy: POLICY });
  t.after(() => opened.close());
  const { page } = opened;
  await page.evaluate(async () => {
    await customElements.whenDefined("arrears-ledger");
    await document.querySelector("arrears-ledger").ready;
  });
  const clerk = new Clerk(page);
  await clerk.go("ledger");
  await clerk.pasteSheet(SHEET);
  assert.ok(0 < (await page.$eval("arrears-ledger", ({ overview }) => overview.rows)));
  const threads = page.workers().length;
  await page.click(".menu-button");
  const { bytes } = await clerk.download(() => page.click("[data-what=xlsx]"));
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  assert.equal(page.workers().length, threads + 1);
  assert.deepEqual(opened.strangers(), []);
  assert.deepEqual(opened.troubles, []);
}

test("Vite, as it is set up to begin with", async (t) => {
  await writeFile(
    path.join(consumer.folder, "index.html"),
    PAGE('<script type="module" src="/src/main.js"></script>'),
  );
  const outDir = path.join(consumer.folder, "vite");
  await build({ root: consumer.folder, configFile: false, logLevel: "error", build: { outDir } });
  await works(t, outDir);
});

test("webpack, as it is set up to begin with", async (t) => {
  const out = path.join(consumer.folder, "webpack");
  const stats = await new Promise((resolve, reject) =>
    webpack(
      {
        mode: "production",
        context: consumer.folder,
        entry: "./src/main.js",
        output: { path: out, filename: "main.js" },
        // Half a minute for nothing: the package is as short as it gets.
        optimization: { minimize: false },
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    ),
  );
  assert.ok(!stats.hasErrors(), stats.toString());
  await writeFile(path.join(out, "index.html"), PAGE('<script src="main.js"></script>'));
  await works(t, out);
});
