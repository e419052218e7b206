/** Where the page cannot run it says so, and what to do, in words that the browser itself draws. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { DIST, openPage, serve } from "./browser.mjs";
import { dense, read } from "./pdf.mjs";

/** A kernel below the floor: Chromium 64, which stops at the syntax of the page's script. */
const BELOW = path.join(process.env.ARREARS_KERNELS ?? "", "64/chromium");
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"];

/** What the old kernel draws of a page, as text: it speaks to no driver, but prints. */
async function drawn(t, url) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-"));
  t.after(() => rm(folder, { recursive: true }));
  const pdf = path.join(folder, "drawn.pdf");
  const { stderr, status } = spawnSync(BELOW, [...FLAGS, `--print-to-pdf=${pdf}`, url], {
    encoding: "utf8",
    timeout: 60_000,
  });
  assert.equal(status, 0, stderr);
  return dense(read(await readFile(pdf)).cells.join(""));
}

for (const [from, file] of [
  ["the one file", "arrears-ledger.html"],
  ["a portal's folder", "www/index.html"],
]) {
  test(`a kernel below the floor, from ${from}`, async (t) => {
    const said = await drawn(t, pathToFileURL(path.join(DIST, file)).href);
    assert.match(said, /打不开/);
    assert.match(said, /极速模式/);
    assert.match(said, /Chromium78/);
    assert.match(said, /HeadlessChrome\/64\./, "what it is, for whoever is asked");
    assert.doesNotMatch(said, /正在打开/);
  });
}

test("a kernel that stops for another reason is not called old", async (t) => {
  const server = await serve(undefined, undefined, { withheld: /app\.js/ });
  t.after(() => server.close());
  const opened = await openPage({ at: server.url, ready: false });
  t.after(() => opened.close());
  await opened.page.waitForSelector("#app.cannot");
  const said = await opened.page.innerText("#app");
  assert.match(said, /没有取全/);
  assert.doesNotMatch(said, /太旧/);
});

test("without scripts the page says what it wants", async (t) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-"));
  t.after(() => rm(folder, { recursive: true }));
  const page = await readFile(path.join(DIST, "www/index.html"), "utf8");
  const file = path.join(folder, "index.html");
  await writeFile(file, page);
  const opened = await openPage({ at: pathToFileURL(file).href, scripts: false, ready: false });
  t.after(() => opened.close());
  assert.match(await opened.page.innerText("noscript"), /JavaScript/);
});
