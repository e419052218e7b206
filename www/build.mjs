/**
 * Bundles the page.
 *
 *     npm run -s build -- --wasm DIR --office DIR --out DIR
 *
 * `--wasm` is where wasm-bindgen (`--target web`) put `arrears_ledger.js` and
 * `arrears_ledger_bg.wasm`, `--office` where it put `arrears_ledger_office.js` and its module.
 * Writes the page a server hands out into `--out`, and beside that folder `arrears-ledger.html`: the
 * same page in one file that needs neither server nor network.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { MADE_AT_RUN_TIME, bundle, gluePlugin, refuse, stylePlugin } from "./build-glue.mjs";
import { gridPlugin, gridStyles } from "./build-grid.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const WORKER = "sw.js";

const { out, ...folders } = options();
/** The modules, by the element that carries each in the one-file page. */
const modules = [
  { file: "arrears_ledger_bg.wasm", id: "arrears-ledger-wasm", folder: folders.wasm },
  {
    file: "arrears_ledger_office_bg.wasm",
    id: "arrears-ledger-office-wasm",
    folder: folders.office,
  },
];
for (const module of modules) {
  module.bytes = await readFile(path.join(module.folder, module.file));
}
const script = await bundle(path.join(HERE, "src/main.ts"), [gridPlugin(), gluePlugin(folders)]);
const style = await bundle(path.join(HERE, "src/style/app.css"), [stylePlugin(await gridStyles())]);
const officeWorker = await bundle(path.join(HERE, "src/engine/office_worker.ts"), [
  gluePlugin(folders),
]);
refuse(script, MADE_AT_RUN_TIME, "code made at run time");
const page = await readFile(path.join(HERE, "src/index.html"), "utf8");

await mkdir(out, { recursive: true });
await Promise.all([
  ...["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"].map((file) =>
    copyFile(path.join(HERE, "src", file), path.join(out, file)),
  ),
  writeFile(path.join(out, "index.html"), page),
  writeFile(path.join(out, "app.js"), script),
  writeFile(path.join(out, "app.css"), style),
  writeFile(path.join(out, "office-worker.js"), officeWorker),
  ...modules.map(({ file, bytes }) => writeFile(path.join(out, file), bytes)),
  writeFile(path.join(out, "..", "arrears-ledger.html"), oneFile(page, script, style, modules)),
]);

// Last: it lists what the others wrote.
await writeFile(path.join(out, WORKER), await serviceWorker(out));

function options() {
  const { values } = parseArgs({
    options: { wasm: { type: "string" }, office: { type: "string" }, out: { type: "string" } },
  });
  const { wasm, office, out } = values;
  if (!wasm || !office || !out) {
    console.error("usage: npm run -s build -- --wasm DIR --office DIR --out DIR");
    process.exit(2);
  }
  return { wasm: path.resolve(wasm), office: path.resolve(office), out: path.resolve(out) };
}

/** The service worker, which keeps every file of the page. */
async function serviceWorker(folder) {
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
    define: { KEPT: JSON.stringify(kept) },
  });
}

/**
 * Everything in one page. Its policy allows exactly these two pieces of text and no connection;
 * browsers older than 97 know WebAssembly only as `unsafe-eval`.
 */
function oneFile(page, script, style, modules) {
  const js = script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  const css = style.replace(/<\/(style)/gi, "<\\/$1");
  const policy = [
    "default-src 'none'",
    `script-src ${hash(js)} 'wasm-unsafe-eval' 'unsafe-eval'`,
    `style-src ${hash(css)}`,
    "img-src data:",
  ].join("; ");
  const carried = modules.map(
    ({ id, bytes }) => `<script type="text/plain" id="${id}">${bytes.toString("base64")}</script>`,
  );
  return page
    .replace(
      '<meta charset="utf-8" />',
      () =>
        `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('<link rel="stylesheet" href="app.css" />', () => `<style>${css}</style>`)
    .replace('<script src="app.js"></script>', () =>
      [...carried, `<script>${js}</script>`].join("\n    "),
    );
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
