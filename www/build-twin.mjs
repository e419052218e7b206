/**
 * A module's twin in plain JavaScript, for browsers and policies that let no WebAssembly run. What
 * wasm2js writes is an ECMAScript module; the twin is a classic script that leaves one function
 * behind, which takes the glue's imports and gives what an instance exports. Every change below must
 * find what it changes, so that a new version cannot slip through.
 */

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import esbuild from "esbuild";

const WASM2JS = path.join(
  path.dirname(createRequire(import.meta.url).resolve("binaryen/package.json")),
  "bin/wasm2js",
);
/** `import * as … from …;` at the beginning. */
const IMPORTS = /^(?:import \* as [$\w]+ from '[^']*';\s*)+/;
/** The one instance that the module would make, and its exports. */
const INSTANCE = /\nvar retasmFunc = asmFunc\(\{[\s\S]*$/;
/** Where memory has grown: the old one stays readable, and the glue does not see that it is old. */
const GROWN = /buffer = newBuffer;/;

/**
 * Takes the old memory away, as WebAssembly does. Sending it to nobody is what every kernel knows.
 */
const LET_GO = `function letGo(old) {
  var nobody = new MessageChannel();
  nobody.port1.postMessage(null, [old]);
  nobody.port1.close();
}`;

/**
 * The twin of a module; `global` is the name its function gets. Making it takes a minute: it stays
 * beside the module until that, or this script, is newer.
 */
export async function twinOf(file, global, target) {
  const kept = path.join(path.dirname(file), `${global}.js`);
  const sources = await Promise.all([file, fileURLToPath(import.meta.url)].map(age));
  if (Math.max(...sources) < (await age(kept))) {
    return readFile(kept, "utf8");
  }
  const twin = await made(file, global, target);
  await writeFile(kept, twin);
  return twin;
}

async function age(file) {
  return (await stat(file).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
}

async function made(file, global, target) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-twin-"));
  try {
    const out = path.join(folder, "twin.js");
    await promisify(execFile)(process.execPath, [WASM2JS, file, "--mvp-features", "-O", "-o", out]);
    const { code } = await esbuild.transform(asScript(await readFile(out, "utf8"), global), {
      minify: true,
      target,
      charset: "utf8",
    });
    return code;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function asScript(written, global) {
  const body = [
    [IMPORTS, ""],
    [INSTANCE, ""],
    [GROWN, "letGo(buffer); buffer = newBuffer;"],
  ].reduce((text, [pattern, by]) => replaced(text, pattern, by), written);
  return `(function () {\n${LET_GO}\n${body}\nself.${global} = asmFunc;\n})();`;
}

function replaced(text, pattern, by) {
  if (!pattern.test(text)) {
    throw new Error(`wasm2js no longer writes ${pattern}`);
  }
  return text.replace(pattern, () => by);
}
