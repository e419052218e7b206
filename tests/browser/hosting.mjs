/** A portal that has the package among its own files: serves folders, and keeps what is posted. */

import { readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";

import { DIST, openPage, POLICY, TYPES } from "./browser.mjs";

export const EXAMPLES = new URL("../../www/examples/", import.meta.url).pathname;
export const PACKAGE = path.join(DIST, "npm");

/**
 * `folders` are where paths begin that start so; the longest that fits counts. `edit` changes the
 * text of the page first.
 */
export async function hostPages(folders, { policy = POLICY, edit = (page) => page } = {}) {
  const posted = [];
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://portal.invalid");
    if (request.method === "POST") {
      posted.push({ pathname, body: await bodyOf(request) });
      response.writeHead(200, { "content-type": TYPES[".html"] });
      response.end(
        "<!doctype html><link rel=icon href=data:,><title>已收到</title><h1 id=received>已收到</h1>",
      );
      return;
    }
    const at = Object.keys(folders)
      .filter((start) => pathname.startsWith(start))
      .sort((left, right) => right.length - left.length)[0];
    const name = pathname.slice(at?.length).replace(/\/$|^$/, "/index.html");
    try {
      const body = await readFile(path.join(folders[at], name));
      response.writeHead(200, {
        "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
        "content-security-policy": policy,
      });
      response.end(name.endsWith(".html") ? edit(body.toString()) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    posted,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Opens a page of such a portal in a browser of its own, once `waitFor` is there. It may ask its own
 * origin for files, and nobody else for anything: that is looked at when it closes.
 */
export async function openHosted(folders, { policy, edit, path: at = "", waitFor, ...more } = {}) {
  const host = await hostPages(folders, { policy, edit });
  const opened = await openPage({ at: host.url + at, waitFor, ...more }).catch((error) => {
    host.close();
    throw error;
  });
  return {
    ...opened,
    posted: host.posted,
    strangers: () => opened.requests.filter((url) => !url.startsWith(host.url)),
    async close() {
      await opened.close();
      host.close();
    },
  };
}

/** Such a page in one of the kernels. */
export async function openHostedIn(t, start, policy, folders) {
  const host = await hostPages(folders, { policy });
  t.after(() => host.close());
  const browser = await start();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(host.url);
  return page;
}

/** Runs in the page of a bound form: a debt with an amount that is none; what is said of it. */
export async function wrongAmount() {
  document.querySelector("[data-arrears-add]").click();
  await new Promise((done) => setTimeout(done, 100));
  const amount = document.querySelector("[name=arrears_amount]");
  amount.value = "约12万";
  amount.dispatchEvent(new Event("change", { bubbles: true }));
  return [amount.validationMessage, amount.getAttribute("aria-invalid")];
}
