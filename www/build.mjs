/**
 * Bundles the page.
 *
 *     npm run -s build -- --wasm DIR --quick DIR --office DIR --out DIR
 *
 * `--wasm` is where wasm-bindgen (`--target web`) put `arrears_ledger.js` and
 * `arrears_ledger_bg.wasm`, `--quick` and `--office` where it put the other two and their modules.
 * Writes the page a server hands out into `--out`, and beside that folder `arrears-ledger.html`: the
 * same page in one file that needs neither server nor network.
 */

import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { cataloguePlugin } from "./build-catalogue.mjs";
import { foldersFor } from "./build-folders.mjs";
import {
  FLOOR,
  MADE_AT_RUN_TIME,
  bundle,
  bundled,
  gluePlugin,
  quickFiles,
  refuse,
  stylePlugin,
} from "./build-glue.mjs";
import { gridPlugin, gridStyles } from "./build-grid.mjs";
import { scriptsFor, withLater } from "./build-later.mjs";
import { twinOf } from "./build-twin.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const WORKER = "sw.js";

const { out, ...folders } = foldersFor("build");
/** The modules, by what their files are called but for their ends. */
const MODULES = { arrears_ledger: folders.wasm, arrears_ledger_office: folders.office };
/** What the page loads when it has begun: the modules, their twins in plain JavaScript, and scripts. */
const later = {};
for (const [stem, folder] of Object.entries(MODULES)) {
  const file = path.join(folder, `${stem}_bg.wasm`);
  later[`${stem}_bg.wasm`] = await readFile(file);
  later[`${stem}_twin.js`] = await twinOf(file, `${stem}_twin`, FLOOR);
}
// In the page in one file, the first opens large ledgers too.
const large = await quickFiles(folders);
for (const [file, made] of Object.entries(scriptsFor(folders))) {
  later[file] = (await made).text;
}
const first = await bundle(path.join(HERE, "src/first.ts"), [], { target: "es5" });
const pagePlugins = [gridPlugin(), gluePlugin(folders), cataloguePlugin];
const main = path.join(HERE, "src/main.ts");
const views = await withLater(
  [(plugin) => bundled(main, [plugin, ...pagePlugins])],
  path.join(HERE, "src/views/later_script.ts"),
  pagePlugins,
);
const [script] = views.loading;
later["arrears_ledger_views.js"] = views.later;
const style = await bundle(path.join(HERE, "src/style/app.css"), [stylePlugin(await gridStyles())]);
const officeWorker = await bundle(path.join(HERE, "src/engine/office_worker.ts"), [
  gluePlugin(folders),
]);
for (const text of [script, views.later]) {
  refuse(text, MADE_AT_RUN_TIME, "code made at run time");
}
refuse(style, /url\(["']?data:/, "a picture that policies without `img-src data:` refuse");
const page = await readFile(path.join(HERE, "src/index.html"), "utf8");

await mkdir(out, { recursive: true });
await Promise.all([
  ...["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"].map((file) =>
    copyFile(path.join(HERE, "src", file), path.join(out, file)),
  ),
  writeFile(path.join(out, "index.html"), page),
  writeFile(path.join(out, "first.js"), first),
  writeFile(path.join(out, "app.js"), script),
  writeFile(path.join(out, "app.css"), style),
  writeFile(path.join(out, "office-worker.js"), officeWorker),
  ...Object.entries({ ...later, ...large }).map(([file, content]) =>
    writeFile(path.join(out, file), content),
  ),
  writeFile(
    path.join(out, "..", "arrears-ledger.html"),
    oneFile(page, { "first.js": first, "app.js": script }, style, withoutSecondTwin(later)),
  ),
]);

// Last: it lists what the others wrote.
await writeFile(path.join(out, WORKER), await serviceWorker(out));

/** The service worker, which keeps every file of the page; the twins only when they were needed. */
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
    define: {
      KEPT: JSON.stringify(kept.filter(({ url }) => !isTwin(url))),
      TWINS: JSON.stringify(kept.filter(({ url }) => isTwin(url))),
    },
  });
}

function isTwin(name) {
  return name.endsWith("_twin.js");
}

/**
 * Everything in one page. Its policy allows exactly these pieces of text and no connection; browsers
 * older than 97 know WebAssembly only as `unsafe-eval`. What is loaded later lies in it as text,
 * under the name of its file.
 */
function oneFile(page, scripts, style, later) {
  const js = Object.entries(scripts).map(([file, text]) => [file, inlined(text)]);
  const texts = Object.entries(later).map(([file, content]) => [
    file,
    file.endsWith(".js") ? inlined(content) : content.toString("base64"),
  ]);
  const run = [...js, ...texts.filter(([file]) => file.endsWith(".js"))];
  const css = style.replace(/<\/(style)/gi, "<\\/$1");
  const policy = [
    "default-src 'none'",
    `script-src ${run.map(([, text]) => hash(text)).join(" ")} 'wasm-unsafe-eval' 'unsafe-eval'`,
    `style-src ${hash(css)}`,
    "img-src data:",
  ].join("; ");
  const carried = texts.map(
    ([file, text]) => `<script type="text/plain" id="${file}">${text}</script>`,
  );
  const whole = page
    .replace(
      '<meta charset="utf-8" />',
      () =>
        `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('<link rel="stylesheet" href="app.css" />', () => `<style>${css}</style>`)
    .replace("<script", () => [...carried, "<script"].join("\n    "));
  return js.reduce(
    (text, [file, script]) =>
      text.replace(`<script src="${file}"></script>`, () => `<script>${script}</script>`),
    whole,
  );
}

/**
 * The one file carries the twin of the first module alone: that of the second, for kernels whose
 * owner has switched WebAssembly off, would make it half as large again for everybody.
 */
function withoutSecondTwin({ "arrears_ledger_office_twin.js": _, ...rest }) {
  return rest;
}

/** A script as it may stand within a page. */
function inlined(script) {
  return script.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
}

function hash(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
