/** A page of ours in Chromium: a server that answers it, and a browser that is gone afterwards. */

import http from "node:http";
import { createRequire } from "node:module";
import path from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

/**
 * `www` is the folder whose packages drive the browser. `answer(name)` gives the body of a file of
 * that name, empty for the page itself, and rejects where there is none; `headers(name)` are sent
 * beside its type. `act` gets a new page and the address.
 */
export async function inChromium({ www, answer, headers = () => ({}) }, act) {
  const { chromium } = createRequire(path.join(path.resolve(www), "package.json"))(
    "playwright-core",
  );
  const server = http.createServer(async (request, response) => {
    const name = path.basename(request.url);
    try {
      const body = await answer(name);
      const type = TYPES[name === "" ? ".html" : path.extname(name)] ?? "text/plain";
      response.writeHead(200, { "content-type": type, ...headers(name) });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    await act(await browser.newPage(), `http://127.0.0.1:${server.address().port}/`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
