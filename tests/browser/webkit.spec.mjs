/** The clerk's whole way through in WebKitGTK, the kernel of some desktops' own browsers. */

import assert from "node:assert/strict";
import os from "node:os";
import { test } from "node:test";

import { CLOCK, NO_WASM, POLICY, serve, withClock } from "./browser.mjs";
import { KERNELS } from "./kernels/index.mjs";
import { wayThrough } from "./kernels/way.mjs";
import { LISTENS } from "./kernels/webkit.mjs";

for (const [kind, policy] of [
  ["wasm", POLICY],
  ["js", NO_WASM],
]) {
  test(`the whole way through in WebKitGTK, with ${kind}`, async (t) => {
    const files = { "clock.js": `${kind === "wasm" ? LISTENS : ""}${CLOCK}` };
    const server = await serve(withClock, policy, { files, host: ownAddress() });
    t.after(() => server.close());
    const browser = await KERNELS.webkit();
    t.after(() => browser.close());
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitFor(() => document.querySelector("#begin") !== null);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await wayThrough(page, `portal-webkit-${kind}`);
    assert.equal(await page.evaluate(() => window.arrearsLedger.kinds().first), kind);
  });
}

/** An address of this machine by which no browser takes it for this machine. */
function ownAddress() {
  const all = Object.values(os.networkInterfaces()).flat();
  const own = all.find(({ family, internal }) => family === "IPv4" && !internal);
  assert.ok(own, "this machine has no address but its own");
  return own.address;
}
