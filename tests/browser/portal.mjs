/** A portal with https, which may put a newer version of the page in place of the one it has. */

import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import https from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";

import { DIST, POLICY, TYPES } from "./browser.mjs";

export async function openPortal(policy = POLICY) {
  const portal = { version: 1, isUp: true, asked: [] };
  const signed = await certificate();
  const server = https.createServer(signed, async (request, response) => {
    const name = request.url === "/" ? "index.html" : path.basename(request.url);
    portal.asked.push(name);
    if (!portal.isUp) {
      request.socket.destroy();
      return;
    }
    try {
      const body = await readFile(path.join(DIST, "www", name));
      response.writeHead(200, {
        "content-type": TYPES[path.extname(name)] ?? "application/octet-stream",
        "content-security-policy": policy,
        "cache-control": "no-cache",
      });
      response.end(portal.version === 1 ? body : newer(name, body));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return Object.assign(portal, {
    /** What has a browser trust the certificate, which nobody has signed. */
    trusting: [`--ignore-certificate-errors-spki-list=${pinOf(signed.cert)}`],
    url: `https://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
}

/** The next version: its script says so, and its worker keeps another revision of the script. */
function newer(name, body) {
  switch (name) {
    case "app.js":
      return `${body}\n;window.isNewer = true;`;
    case "sw.js":
      return body.toString().replace(/(url:"app\.js",revision:")\w{4}/, "$1beef");
    default:
      return body;
  }
}

async function certificate() {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-"));
  try {
    const [key, cert] = ["key.pem", "cert.pem"].map((name) => path.join(folder, name));
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
      ].concat(["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", cert]),
      { stdio: "ignore" },
    );
    return { key: await readFile(key), cert: await readFile(cert) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function pinOf(cert) {
  const key = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
