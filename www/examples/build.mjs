/**
 * Bundles an example that needs it, as any bundler would, into a folder that a server can hand out.
 *
 *     node build.mjs EXAMPLE --project FOLDER --out FOLDER
 *
 * `--project` is a folder in whose `node_modules` the packages are.
 */

import { copyFile, cp, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

const HERE = path.dirname(fileURLToPath(import.meta.url));
/** What the package looks for beside the bundle: esbuild does not bring it by itself. */
const BESIDE = [
  "arrears_ledger_bg.wasm",
  "arrears_ledger_drawing.js",
  "arrears_ledger_en.js",
  "arrears_ledger_office.js",
  "arrears_ledger_office_bg.wasm",
  "arrears_ledger_office_twin.js",
  "arrears_ledger_quick.js",
  "arrears_ledger_quick_bg.wasm",
  "arrears_ledger_twin.js",
  "arrears_ledger_views.js",
  "arrears_ledger_yexian_2022.js",
  "office-worker.js",
];

const { values, positionals } = parseArgs({
  options: { project: { type: "string" }, out: { type: "string" } },
  allowPositionals: true,
});
const [example] = positionals;
const { project, out } = values;
if (!example || !project || !out) {
  console.error("usage: node build.mjs EXAMPLE --project FOLDER --out FOLDER");
  process.exit(2);
}

const { default: esbuild } = await import("esbuild");
const required = createRequire(pathToFileURL(path.join(project, "package.json")));
const source = path.join(project, example);
await cp(path.join(HERE, example), source, { recursive: true });
await mkdir(out, { recursive: true });
await esbuild.build({
  entryPoints: [path.join(source, example === "react" ? "main.jsx" : "main.js")],
  outdir: out,
  bundle: true,
  format: "esm",
  jsx: "automatic",
  target: "es2020",
  minify: true,
  logLevel: "warning",
  define: {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "true",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  plugins: [vuePlugin()],
});
for (const name of ["index.html", "portal.css"]) {
  await copyFile(path.join(source, name), path.join(out, name));
}
for (const name of BESIDE) {
  await copyFile(path.join(project, "node_modules/arrears-ledger", name), path.join(out, name));
}

/** Components in one file, as Vue's own compiler has them. */
function vuePlugin() {
  return {
    name: "vue",
    setup(build) {
      build.onLoad({ filter: /\.vue$/ }, async ({ path: file }) => {
        const { compileScript, parse } = required("vue/compiler-sfc");
        const { descriptor } = parse(await readFile(file, "utf8"), { filename: file });
        const { content } = compileScript(descriptor, { id: "app", inlineTemplate: true });
        return { contents: content, loader: "js" };
      });
    },
  };
}
