/**
 * Bundles the page.
 *
 *     npm run -s build -- --wasm DIR --out DIR
 *
 * `--wasm` is where wasm-bindgen (`--target web`) put `arrears_ledger.js` and
 * `arrears_ledger_bg.wasm`. Writes the page a server hands out into `--out`, and beside that folder
 * `arrears-ledger.html`: the same page in one file that needs neither server nor network.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import esbuild from "esbuild";

import { gridPlugin, gridStyles } from "./build-grid.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** The oldest browser the page runs in. */
const FLOOR = "chrome78";
const MODULE = "arrears_ledger_bg.wasm";
const WORKER = "sw.js";

const { wasm, out } = options();
const module = await readFile(path.join(wasm, MODULE));
const script = await bundle(path.join(HERE, "src/main.ts"), [gridPlugin(), gluePlugin(wasm)]);
const style = await bundle(path.join(HERE, "src/style/app.css"), [stylePlugin(await gridStyles())]);
refuse(script, /\bimport\s*\(|\bnew Function\b|\beval\s*\(/, "code made at run time");
const page = await readFile(path.join(HERE, "src/index.html"), "utf8");

await mkdir(out, { recursive: true });
await Promise.all([
  ...["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"].map((file) =>
    copyFile(path.join(HERE, "src", file), path.join(out, file)),
  ),
  writeFile(path.join(out, "index.html"), page),
  writeFile(path.join(out, "app.js"), script),
  writeFile(path.join(out, "app.css"), style),
  copyFile(path.join(wasm, MODULE), path.join(out, MODULE)),
  writeFile(path.join(out, "..", "arrears-ledger.html"), oneFile(page, script, style, module)),
]);

// Last: it lists what the others wrote.
await writeFile(path.join(out, WORKER), await worker(out));

function options() {
  const { values } = parseArgs({
    options: { wasm: { type: "string" }, out: { type: "string" } },
  });
  if (!values.wasm || !values.out) {
    console.error("usage: npm run -s build -- --wasm DIR --out DIR");
    process.exit(2);
  }
  return { wasm: path.resolve(values.wasm), out: path.resolve(values.out) };
}

/** The service worker, which keeps every file of the page. */
async function worker(folder) {
  const names = (await readdir(folder)).filter((name) => name !== WORKER).sort();
  const kept = await Promise.all(
    names.map(async (name) => ({
      url: name,
      revision: createHash("sha256")
        .update(await readFile(path.join(folder, name)))
        .digest("hex")
        .slice(0, 16),
    })),
  );
  return bundle(path.join(HERE, "src/offline/worker.ts"), [], {
    KEPT: JSON.stringify(kept),
    "process.env.NODE_ENV": '"production"',
  });
}

async function bundle(entry, plugins, define = { "process.env.NODE_ENV": '"production"' }) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: FLOOR,
    charset: "utf8",
    legalComments: "inline",
    logLevel: "warning",
    // The glue's default address; the page always hands it bytes.
    logOverride: { "empty-import-meta": "silent" },
    define,
    plugins,
  });
  return outputFiles[0].text;
}

/** Finds the module's glue where the caller put it. */
function gluePlugin(folder) {
  return {
    name: "glue",
    setup(build) {
      build.onResolve({ filter: /^arrears_ledger$/ }, () => ({
        path: path.join(folder, "arrears_ledger.js"),
      }));
    },
  };
}

function stylePlugin(contents) {
  return {
    name: "grid-styles",
    setup(build) {
      build.onResolve({ filter: /^grid-styles$/ }, () => ({ path: "grid", namespace: "grid" }));
      build.onLoad({ filter: /.*/, namespace: "grid" }, () => ({ contents, loader: "css" }));
    },
  };
}

/**
 * Everything in one page. Its policy allows exactly these two pieces of text and no connection;
 * browsers older than 97 know WebAssembly only as `unsafe-eval`.
 */
function oneFile(page, script, style, module) {
  const js = script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  const css = style.replace(/<\/(style)/gi, "<\\/$1");
  const policy = [
    "default-src 'none'",
    `script-src ${hash(js)} 'wasm-unsafe-eval' 'unsafe-eval'`,
    `style-src ${hash(css)}`,
    "img-src data:",
  ].join("; ");
  return page
    .replace(
      '<meta charset="utf-8" />',
      () =>
        `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('<link rel="stylesheet" href="app.css" />', () => `<style>${css}</style>`)
    .replace(
      '<script src="app.js"></script>',
      () =>
        `<script type="text/plain" id="arrears-ledger-wasm">${module.toString("base64")}</script>\n` +
        `    <script>${js}</script>`,
    );
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

function refuse(text, pattern, what) {
  const found = pattern.exec(text);
  if (found) {
    const around = text.slice(Math.max(0, found.index - 80), found.index + 80);
    throw new Error(`${what}: …${around}…`);
  }
}
