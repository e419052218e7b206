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
/** The same where WebAssembly is refused. */
export const NO_WASM = POLICY.replace(" 'wasm-unsafe-eval'", "");
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

/**
 * Serves the built page on this machine, under any path; `edit` changes the text of the page first.
 * `files` are the portal's own beside it, by name; `types` what it takes files for; `withheld` are
 * names of those it does not hand out; `host` is an address of this machine.
 */
export async function serve(
  edit = (page) => page,
  policy = POLICY,
  { files = {}, types = TYPES, withheld, host = "127.0.0.1" } = {},
) {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://portal/");
    const name = pathname.endsWith("/") ? "index.html" : path.basename(pathname);
    try {
      if (withheld?.test(name)) {
        throw new Error(`${name} is withheld`);
      }
      const body = files[name] ?? (await readFile(path.join(DIST, "www", name)));
      response.writeHead(200, {
        "content-type": types[path.extname(name)] ?? "application/octet-stream",
        "content-security-policy": policy,
      });
      response.end(name === "index.html" ? edit(body.toString()) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, host, ready));
  return {
    url: `http://${host}:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * Opens the page in a browser of its own. `at` is its address, else it is served. `init` runs in
 * the page before its own scripts, `edit` changes the text that is served, `now` is the time, `flags`
 * go to the browser, `waitFor` says that the page is ready; not `ready`, it is left while it starts; without `scripts`, none runs. What goes wrong in the page is kept in `troubles`, what it asks the network for
 * in `requests`.
 */
export async function openPage({
  at,
  init,
  edit,
  now = NOW,
  flags = [],
  waitFor = "#begin",
  ready = true,
  scripts = true,
} = {}) {
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
    javaScriptEnabled: scripts,
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
    if (ready) {
      await page.waitForSelector(waitFor);
    }
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

/** The script that does it, for kernels whose drivers put none before the page's own. */
export const CLOCK = `(${setClock})(${JSON.stringify(NOW)});`;

/** The page with that script before its own; it is served as `clock.js`. */
export function withClock(page) {
  return page.replace("<script", '<script src="clock.js"></script><script');
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
