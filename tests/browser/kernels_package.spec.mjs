/** The package in the browsers it is promised for: by modules and by classic scripts. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { OLD_POLICY, POLICY } from "./browser.mjs";
import { EXAMPLES, openHostedIn, PACKAGE, wrongAmount } from "./hosting.mjs";
import { KERNELS } from "./kernels/index.mjs";

const MODULES = new URL("../../www/node_modules/", import.meta.url).pathname;

/** WebKit has a step of its own: it is not on every machine. */
const EVERYWHERE = Object.keys(KERNELS).filter((kernel) => kernel !== "webkit");

for (const kernel of EVERYWHERE) {
  const policy = kernel === "current" || kernel === "firefox" ? POLICY : OLD_POLICY;

  test(`${kernel}: the form, by modules`, async (t) => {
    const page = await openHostedIn(t, KERNELS[kernel], policy, {
      "/": `${EXAMPLES}plain`,
      "/arrears-ledger": PACKAGE,
    });
    await page.waitFor(() => window.bound);
    const said = await page.evaluate(wrongAmount);
    assert.match(said[0], /约12万/);
    assert.equal(said[1], "true");
    assert.deepEqual(await page.heard(), []);
  });

  test(`${kernel}: the form, by classic scripts`, async (t) => {
    const page = await openHostedIn(t, KERNELS[kernel], policy, {
      "/": `${EXAMPLES}jquery`,
      "/arrears-ledger": PACKAGE,
      "/vendor": `${MODULES}jquery/dist`,
    });
    await page.waitFor(() => window.bound);
    assert.equal(
      await page.evaluate(() => document.querySelector("[name=report_unit_name]").value),
      "任店镇",
    );
    assert.deepEqual(await page.heard(), []);
  });

  test(`${kernel}: the element, its grid, and its word in a form`, async (t) => {
    const page = await openHostedIn(t, KERNELS[kernel], policy, {
      "/": `${EXAMPLES}element`,
      "/arrears-ledger": PACKAGE,
    });
    await page.waitFor(() => document.querySelector("arrears-ledger").overview);
    const said = await page.evaluate(async () => {
      const element = document.querySelector("arrears-ledger");
      const pause = () => new Promise((done) => setTimeout(done, 400));
      element.go("ledger");
      await pause();
      const { shadowRoot: root } = element;
      const cells = root.querySelectorAll("revo-grid .rgCell").length;
      const { display } = getComputedStyle(root.querySelector(".ledger-sheet"));
      const { form } = element;
      return { cells, display, form: form.id, valid: form.checkValidity() };
    });
    assert.ok(0 < said.cells, JSON.stringify(said));
    assert.equal(said.display, "flex");
    assert.deepEqual([said.form, said.valid], ["hand-in", false]);
    assert.deepEqual(await page.heard(), []);
  });
}
