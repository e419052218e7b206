/**
 * Runs the browser tests.
 *
 *     npm run -s test:browser -- --dist DIR --cli FILE [name…]
 *
 * `--dist` is what the build wrote (`www/` and `arrears-ledger.html`), `--cli` the command line to
 * compare with; a name runs only the files that contain it. The browser is `$CHROMIUM`, else
 * Debian's.
 */

import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TESTS = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../tests/browser");

const { values, positionals: names } = parseArgs({
  options: { dist: { type: "string" }, cli: { type: "string" } },
  allowPositionals: true,
});
if (!values.dist || !values.cli) {
  console.error("usage: npm run -s test:browser -- --dist DIR --cli FILE [name…]");
  process.exit(2);
}

/** Run only where it is named: what it wants is not set up for the others. */
const NAMED = "webkit.spec.mjs";

const files = (await readdir(TESTS))
  .filter((file) => file.endsWith(".spec.mjs"))
  .filter((file) =>
    names.length === 0 ? file !== NAMED : names.some((name) => file.includes(name)),
  );
const tests = spawn(
  process.execPath,
  // One browser at a time: the machine that tests is often small.
  ["--test", "--test-concurrency=1", ...files.map((file) => path.join(TESTS, file))],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      ARREARS_DIST: path.resolve(values.dist),
      ARREARS_CLI: path.resolve(values.cli),
    },
  },
);
tests.on("exit", (code) => process.exit(code ?? 1));
