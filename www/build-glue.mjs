/** What every bundle shares: the modules' glue, and how TypeScript becomes a script old browsers run. */

import { readFile } from "node:fs/promises";
import path from "node:path";

import esbuild from "esbuild";

import { sourcePlugin } from "./build-source.mjs";

/** The oldest browser the page runs in. */
export const FLOOR = "chrome78";

/** Bundles from an entry; `more` says what is special about it. Answers the text. */
export async function bundle(entry, plugins, more = {}) {
  return (await bundled(entry, plugins, more)).text;
}

/** The same, with the files it was bundled from. */
export async function bundled(entry, plugins, more = {}) {
  const { define, ...rest } = more;
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: "iife",
    target: FLOOR,
    charset: "utf8",
    legalComments: "inline",
    logLevel: "warning",
    // The glue's default address; it is always handed bytes.
    logOverride: { "empty-import-meta": "silent" },
    define: { "process.env.NODE_ENV": '"production"', ...define },
    plugins: [...plugins, sourcePlugin],
    ...rest,
  });
  const inputs = Object.keys(metafile.inputs).map((file) => path.resolve(file));
  return { text: outputFiles[0].text, inputs };
}

/** Finds the modules' glue where the caller put it. */
export function gluePlugin({ wasm, office }) {
  const glueIn = (folder) => path.join(folder, `${path.basename(folder)}.js`);
  return {
    name: "glue",
    setup(build) {
      build.onResolve({ filter: /^arrears_ledger$/ }, () => ({
        path: glueIn(wasm),
      }));
      build.onResolve({ filter: /^arrears_ledger_office$/ }, () => ({
        path: glueIn(office),
      }));
      build.onLoad({ filter: /arrears_ledger_office\.js$/ }, async ({ path: file }) => ({
        contents: withTwin(handedBytes(startedAnew(await readFile(file, "utf8")))),
      }));
      build.onLoad({ filter: /arrears_ledger\.js$/ }, async ({ path: file }) => ({
        contents: withTwin(handedBytes(await readFile(file, "utf8"))),
      }));
    },
  };
}

/** The quick module, and the script that brings the glue once more for it, by their names. */
export async function quickFiles(folders) {
  const file = "arrears_ledger_quick_bg.wasm";
  const entry = path.join(import.meta.dirname, "src/engine/quick_script.ts");
  const script = await bundle(entry, [gluePlugin(folders)]);
  refuse(script, MADE_AT_RUN_TIME, "code made at run time in the quick module's script");
  return {
    [file]: await readFile(path.join(folders.quick, file)),
    "arrears_ledger_quick.js": script,
  };
}

/**
 * The second module reads files of others: where one stops it short, it is started anew. The glue
 * starts a module once; that is taken out of it.
 */
function startedAnew(glue) {
  for (const once of [
    "if (wasm !== undefined) return wasm;",
    "if (__wbg_init_promise === undefined)",
  ]) {
    if (!glue.includes(once)) {
      throw new Error(`the glue no longer says \`${once}\``);
    }
    glue = glue.split(once).join("");
  }
  return glue;
}

/** What the glue asks before it fetches a module, or compiles one while it comes. */
const FETCHES = [
  "typeof Response === 'function' && module instanceof Response",
  "typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)",
];

/** The glue is handed bytes, or what was compiled of them: what would fetch them is left out. */
function handedBytes(glue) {
  return FETCHES.reduce((left, asked) => {
    if (!left.includes(`if (${asked})`)) {
      throw new Error(`the glue no longer asks \`${asked}\``);
    }
    return left.replace(`if (${asked})`, "if (false)");
  }, glue);
}

/** Lets the glue be started on a twin's exports in place of an instance's. */
function withTwin(glue) {
  for (const needed of ["function __wbg_get_imports()", "function __wbg_finalize_init(instance"]) {
    if (!glue.includes(needed)) {
      throw new Error(`the glue no longer says \`${needed}\``);
    }
  }
  return `${glue}
export function startTwin(make) {
  return __wbg_finalize_init({ exports: make(__wbg_get_imports()) });
}`;
}

/** The grid library's styles, as the stylesheets ask for them. */
export function stylePlugin(contents) {
  return {
    name: "grid-styles",
    setup(build) {
      build.onResolve({ filter: /^grid-styles$/ }, () => ({ path: "grid", namespace: "grid" }));
      build.onLoad({ filter: /.*/, namespace: "grid" }, () => ({ contents, loader: "css" }));
    },
  };
}

/** Stops the build where a text has what no script may have. */
export function refuse(text, pattern, what) {
  const found = pattern.exec(text);
  if (found) {
    const around = text.slice(Math.max(0, found.index - 80), found.index + 80);
    throw new Error(`${what}: …${around}…`);
  }
}

/** What no script under a strict policy may have. */
export const MADE_AT_RUN_TIME = /\bimport\s*\(|\bnew Function\b|\beval\s*\(/;
