/**
 * Runs the tests of what the page does without a browser.
 *
 *     npm test -- [name…]
 *
 * A name runs only the files that contain it.
 */

import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import esbuild from "esbuild";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const TESTS = path.resolve(HERE, "../tests/page");

const names = process.argv.slice(2);
const files = (await readdir(TESTS))
  .filter((file) => file.endsWith(".test.mjs"))
  .filter((file) => names.length === 0 || names.some((name) => file.includes(name)));
const built = await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-page-"));
await esbuild.build({
  entryPoints: files.map((file) => path.join(TESTS, file)),
  outdir: built,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node18",
  sourcemap: "inline",
  logLevel: "warning",
});
const tests = spawn(
  process.execPath,
  ["--enable-source-maps", "--test", ...files.map((file) => path.join(built, file))],
  { stdio: "inherit", env: { ...process.env, ARREARS_SAMPLES: path.resolve(TESTS, "../samples") } },
);
tests.on("exit", async (code) => {
  await rm(built, { recursive: true, force: true });
  process.exit(code ?? 1);
});
