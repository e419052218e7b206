/**
 * Portals as strict and as careless as they are: policies with and without WebAssembly, Trusted
 * Types, a path of its own, frames, types that are wrong, styles that reset everything. In each the
 * clerk's way is gone, no policy is broken, nothing is asked of the network but what is known.
 */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { SAMPLES, TYPES, openPage, serve } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";

const WORKBOOK = fileURLToPath(new URL("kunyang-2022-06.xlsx", SAMPLES));
const SHEET =
  "欠款单位\t被拖欠企业\t拖欠金额（万元）\n龙泉乡人民政府\t叶县安泰商贸有限公司\t约12\n合计\t\t12\n";
/** As narrow as a portal's policy gets. */
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
const STRICT_WASM = STRICT.replace("'self'", "'self' 'wasm-unsafe-eval'");
const TRUSTED = "; require-trusted-types-for 'script'";
/** A portal's own policy list: Lit's, and the page's. */
const LISTED = `${TRUSTED}; trusted-types lit-html arrears-ledger`;
/** WebAssembly is tried once a thread; a policy that forbids it says so each time. */
const TRIED = "script-src wasm-eval";

/** The page names an empty icon, lest the browser ask the portal for one; some policies remark on it. */
const ICON = /^Loading the image 'data:,'/;

/** Files that are fetched when something first asks for them. */
const SCRIPTS = [
  "office-worker.js",
  "arrears_ledger_drawing.js",
  "arrears_ledger_office.js",
  "arrears_ledger_views.js",
];
const LATER = ["arrears_ledger_office_bg.wasm", ...SCRIPTS];
const LATER_TWIN = ["arrears_ledger_office_twin.js", ...SCRIPTS];

/** A style sheet as portals have them, before the page's own. */
const RESET = `*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit;
  color: inherit; line-height: 1; box-sizing: content-box; vertical-align: baseline; }
ol, ul { list-style: none; } table { border-collapse: collapse; border-spacing: 0; }
button, input, select, textarea { appearance: none; background: none; outline: 0; }
html { font-size: 62.5%; } body { line-height: 1; }`;

const HOSTS = [
  { name: "a policy that lets WebAssembly run", policy: STRICT_WASM, kind: "wasm" },
  { name: "a policy that does not", policy: STRICT, kind: "js" },
  { name: "Trusted Types", policy: STRICT_WASM + TRUSTED, kind: "wasm" },
  { name: "Trusted Types, listed, and no WebAssembly", policy: STRICT + LISTED, kind: "js" },
  { name: "a path of its own", policy: STRICT_WASM, under: "fabu/2022/qingqian/", kind: "wasm" },
  {
    name: "a frame",
    policy: STRICT_WASM,
    frame: '<iframe src="index.html"></iframe>',
    kind: "wasm",
  },
  {
    name: "a frame in a sandbox, without storage",
    policy: STRICT_WASM,
    frame: '<iframe src="index.html" sandbox="allow-scripts allow-downloads"></iframe>',
    // Such a frame may fetch nothing, not even what lies beside it.
    kind: "js",
    tries: true,
  },
  {
    name: "a server that takes the module for text",
    policy: STRICT_WASM,
    types: { ...TYPES, ".wasm": "text/plain; charset=gb2312" },
    kind: "wasm",
  },
  {
    name: "a server that hands no module out",
    policy: STRICT_WASM,
    withheld: /\.wasm$/,
    kind: "js",
    tries: true,
  },
  { name: "styles that reset everything", policy: STRICT_WASM, style: RESET, kind: "wasm" },
];

for (const host of HOSTS) {
  test(`the page under ${host.name}`, async (t) => {
    const { opened, place, page } = await visit(t, host);
    assert.equal(await page.evaluate(() => window.arrearsLedger.kinds().first), host.kind);
    const loaded = opened.requests.length;
    await wayThrough(page, place);
    const wasm = host.kind === "wasm";
    const kinds = await page.evaluate(() => window.arrearsLedger.kinds());
    assert.equal(kinds.first, host.kind);
    const asked = opened.requests.slice(loaded).filter((url) => !url.startsWith("blob:"));
    const later = [...(host.kind === "js" ? LATER_TWIN : []), ...(wasm || host.tries ? LATER : [])];
    for (const url of asked) {
      assert.ok(
        later.some((file) => url.endsWith(`/${file}`)),
        `${url} was asked for`,
      );
    }
    const broken = await page.evaluate(() => window.arrearsLedgerForbidden);
    const allowed = host.kind === "js" ? [TRIED] : [];
    assert.deepEqual(
      broken.filter((one) => !allowed.includes(one)),
      [],
    );
    // The page does not tell of its own empty icon; no other picture of the kind may hide behind it.
    const pictures = opened.troubles.filter((told) => /^Loading the image/.test(told));
    assert.deepEqual(
      pictures.filter((told) => !ICON.test(told)),
      [],
    );
    if (wasm) {
      assert.deepEqual(
        opened.troubles.filter((told) => !ICON.test(told)),
        [],
      );
    }
  });
}

test("styles of the portal move nothing of the grid", async (t) => {
  const seen = [];
  for (const style of [undefined, RESET]) {
    const { page, place } = await visit(t, { policy: STRICT_WASM, style });
    const clerk = new Clerk(place);
    await clerk.begin("龙泉乡");
    await clerk.go("ledger");
    await clerk.type(0, "欠款单位", "龙泉乡人民政府");
    seen.push(await page.evaluate(measured));
  }
  assert.deepEqual(seen[1], seen[0]);
});

/** The parts of the grid: how large they are, and where in it they lie, to the pixel. */
function measured() {
  const grid = document.querySelector("al-sheet").getBoundingClientRect();
  const parts = [
    ".rgHeaderCell",
    ".rgRow",
    ".rgCell",
    ".colPinStart .rgCell",
    ".cell-editor textarea",
  ];
  return parts.map((part) => {
    const { left, top, width, height } = document.querySelector(part).getBoundingClientRect();
    return [part, ...[left - grid.left, top - grid.top, width, height].map(Math.round)];
  });
}

/** Opens the page as a host shows it. `place` is what Playwright drives, `page` what it evaluates in. */
async function visit(t, { policy, under = "", frame, types, withheld, style }) {
  const files = {
    ...(frame && {
      "host.html": hostPage(frame),
      "host.css": "iframe { width: 1300px; height: 760px; }",
    }),
    ...(style && { "reset.css": style }),
  };
  const edit = (page) =>
    style ? page.replace("<link", '<link rel="stylesheet" href="reset.css" /><link') : page;
  const framing = frame ? `${policy}; frame-src 'self'` : policy;
  const server = await serve(edit, framing, { files, types, withheld });
  t.after(() => server.close());
  const at = `${server.url}${under}${frame ? "host.html" : ""}`;
  const opened = await openPage({ at, ready: !frame });
  t.after(() => opened.close());
  if (!frame) {
    return { opened, place: opened.page, page: opened.page };
  }
  const inner = opened.page.frames()[1] ?? (await opened.page.waitForEvent("frameattached"));
  await inner.waitForSelector("#begin");
  return { opened, place: framed(opened.page, inner), page: inner };
}

function hostPage(frame) {
  return `<!doctype html><meta charset="utf-8" /><title>门户</title>
    <link rel="stylesheet" href="host.css" />${frame}`;
}

/** A frame with the keyboard of its page. */
function framed(page, frame) {
  return new Proxy(frame, {
    get(target, key) {
      if (key === "keyboard" || key === "waitForEvent") {
        return key === "keyboard" ? page.keyboard : page.waitForEvent.bind(page);
      }
      const value = target[key];
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** From an empty ledger to a file that would be handed in, as far as hosts can stand in the way. */
async function wayThrough(page, place) {
  const clerk = new Clerk(place);
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.type(0, "欠款单位", "龙泉乡人民政府");
  await place.focus(".cell-editor textarea");
  await place.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    clipboardData.setData(
      "text/html",
      `<table><tr><td>${text
        .trim()
        .split("\n")
        .map((row) => row.split("\t").join("</td><td>"))
        .join("</td></tr><tr><td>")}</td></tr></table>`,
    );
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, SHEET);
  await place.waitForSelector(".dialog-first");
  await place.keyboard.press("Enter");
  await place.waitForSelector(".dialog", { state: "detached" });
  const found = await clerk.findings();
  assert.ok(found.some(({ code, message }) => code === "C-02" && message.includes("约12")));
  await place.click("[data-rule='C-02'] .finding-place");
  await place.waitForSelector("main.step-ledger");
  await place.setInputFiles(".import-file", WORKBOOK);
  await place.waitForSelector(".sheets");
  await place.keyboard.press("Enter");
  await place.waitForSelector(".dialog dl.facts");
  await place.keyboard.press("Enter");
  await place.waitForSelector(".dialog", { state: "detached" });
  await clerk.go("plan");
  await place.waitForSelector(".plans tbody tr");
  await place.locator(".plans .primary").first().click();
  await place.click("#propose");
  await place.waitForSelector("#proposals svg");
  await clerk.go("print");
  await clerk.go("export");
  const copy = await clerk.download(() => place.click(".status button"));
  assert.ok(40 < JSON.parse(copy.bytes.toString()).entries.length);
}
