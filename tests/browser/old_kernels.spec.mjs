/**
 * The clerk's whole way through, in every kernel the page is promised for: on a portal of an
 * intranet, without https, and from the one file. What is handed in is the same to the byte.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { CLOCK, DIST, NO_WASM, OLD_POLICY, POLICY, serve, withClock } from "./browser.mjs";
import { KERNELS } from "./kernels/index.mjs";
import { wayThrough } from "./kernels/way.mjs";
import { openPortal } from "./portal.mjs";

/** The kernels that are held against the current one. */
const NAMES = ["108", "86", "78", "firefox"];
/** No secure context: a name that leads to this machine and is not known for it. */
const HOST = "ledger.yexian.gov.cn";
/** Policies by which every kernel gets the module itself, older ones its twin, all its twin. */
const PORTALS = { wasm: OLD_POLICY, js: POLICY, none: NO_WASM };

/** What the current kernel hands in, from a portal and from the one file. */
const portal = once((t) => fromPortal(t, "current", "wasm"));
const oneFile = once((t) => fromFile(t, "current"));

test("the whole way through on a portal without https in the current kernel", portal);
test("the whole way through from the one file in the current kernel", oneFile);

for (const name of NAMES) {
  test(`the whole way through on a portal without https in ${name}`, async (t) => {
    assert.equal(await fromPortal(t, name, "wasm"), await portal(t));
  });

  test(`the whole way through from the one file in ${name}`, async (t) => {
    assert.equal(await fromFile(t, name), await oneFile(t));
  });
}

// These know no policy that lets WebAssembly run and nothing else.
for (const name of ["78", "86"]) {
  test(`the whole way through in plain JavaScript in ${name}`, async (t) => {
    assert.equal(await fromPortal(t, name, "js"), await portal(t));
  });
}

test("the whole way through in plain JavaScript in firefox", async (t) => {
  assert.equal(await fromPortal(t, "firefox", "none"), await portal(t));
});

// With https it is kept for work without a network, in the oldest kernel as in the current one.
test("the whole way through on a portal with https in 78, and without a network", async (t) => {
  const https = await openPortal(OLD_POLICY);
  t.after(() => https.close());
  const init = `() => { ${CLOCK} }`;
  const page = await open(t, "78", https.url, { args: https.trusting, init });
  assert.equal(await page.evaluate(() => isSecureContext), true);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  assert.equal(await wayThrough(page, "https-78"), await portal(t));
  https.isUp = false;
  await page.reload();
  await page.waitFor(() => document.querySelector("tr[data-draft]") !== null);
});

/** What is done once, whoever asks first. */
function once(work) {
  let done;
  return (t) => (done ??= work(t));
}

async function fromPortal(t, name, policy) {
  const server = await serve(withClock, PORTALS[policy], { files: { "clock.js": CLOCK } });
  t.after(() => server.close());
  const page = await open(t, name, server.url.replace("127.0.0.1", HOST));
  assert.equal(await page.evaluate(() => isSecureContext), false);
  const file = await wayThrough(page, `portal-${name}-${policy}`);
  const { first } = await page.evaluate(() => window.arrearsLedger.kinds());
  assert.equal(first, policy === "wasm" ? "wasm" : "js");
  return file;
}

async function fromFile(t, name) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "清欠-"));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, "清欠 台账.html");
  const whole = await readFile(path.join(DIST, "arrears-ledger.html"), "utf8");
  await writeFile(file, withOwnClock(whole));
  return wayThrough(await open(t, name, pathToFileURL(file).href), `file-${name}`);
}

/** The page in a kernel of its own. */
async function open(t, name, url, { args, init } = {}) {
  const browser = await KERNELS[name]({ hosts: [HOST], args });
  t.after(() => browser.close());
  if (/^\d+$/.test(name)) {
    assert.equal(browser.major, Number(name));
  }
  const page = await browser.newPage({ init });
  await page.goto(url);
  await page.waitFor(() => document.querySelector("#begin") !== null);
  return page;
}

/** The one file in the days of the campaign, whose policy lets no script run but those it names. */
function withOwnClock(page) {
  const hash = createHash("sha256").update(CLOCK).digest("base64");
  return page
    .replace("script-src ", `script-src 'sha256-${hash}' `)
    .replace("<script", () => `<script>${CLOCK}</script><script`);
}
