/** A browser, and the page in it as a portal would serve it: under a strict policy. */

import { readFile } from "node:fs/promises";
import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const { chromium } = require("playwright-core");

export const DIST = process.env.ARREARS_DIST;
export const CLI = process.env.ARREARS_CLI;
export const SAMPLES = new URL("../samples/", import.meta.url);

/** The day the campaign's first ledgers are due, less a few: no test looks at the clock. */
export const TODAY = "2022-06-10";
const NOW = `${TODAY}T10:00:00+08:00`;

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'";
/** What kernels before 97 call the same. */
export const OLD_POLICY = POLICY.replace("'wasm-unsafe-eval'", "'unsafe-eval'");
export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
};
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** Serves the built page on this machine; `edit` changes the text of the page first. */
export async function serve(edit = (page) => page, policy = POLICY) {
  const server = http.createServer(async (request, response) => {
    const name = request.url === "/" ? "index.html" : path.basename(request.url);
    try {
      const body = await readFile(path.join(DIST, "www", name));
      response.writeHead(200, {
        "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
        "content-security-policy": policy,
      });
      response.end(name === "index.html" ? edit(body.toString()) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Opens the page in a browser of its own. `at` is its address, else it is served. `init` runs in
 * the page before its own scripts, `edit` changes the text that is served, `now` is the time, `flags`
 * go to the browser, `waitFor` says that the page is ready. What goes wrong in the page is kept in `troubles`, what it asks the network for
 * in `requests`.
 */
export async function openPage({ at, init, edit, now = NOW, flags = [], waitFor = "#begin" } = {}) {
  const server = at ? null : await serve(edit);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [...QUIET, ...flags],
  });
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
    ...(server || at.startsWith("http")
      ? { permissions: ["clipboard-read", "clipboard-write"] }
      : {}),
  });
  context.setDefaultTimeout(15_000);
  const troubles = [];
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  const newPage = async () => {
    const page = await context.newPage();
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") {
        troubles.push(message.text());
      }
    });
    await page.addInitScript(setClock, now);
    if (init) {
      await page.addInitScript(init);
    }
    await page.goto(at ?? server.url);
    await page.waitForSelector(waitFor);
    return page;
  };
  return {
    page: await newPage(),
    newPage,
    context,
    troubles,
    requests,
    url: at ?? server.url,
    async close() {
      await browser.close();
      server?.close();
    },
  };
}

/** Sets the page's calendar, and nothing else: timers and frames run as they do. */
function setClock(now) {
  const Real = Date;
  const ahead = Real.parse(now) - Real.now();
  window.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
    }
    static now() {
      return Real.now() + ahead;
    }
  };
}
