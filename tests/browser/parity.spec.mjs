/** The page's rules are the command line's, to the byte. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { CLI, SAMPLES, TODAY, openPage } from "./browser.mjs";

const PARITY = new URL("parity/", SAMPLES);

test("validate answers in the browser what the command line prints", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const files = [
    [SAMPLES, "longquan-2022-06.tsv"],
    ...(await readdir(PARITY).catch(() => [])).map((name) => [PARITY, name]),
  ];
  for (const [folder, name] of files) {
    for (const lang of ["zh", "en"]) {
      await t.test(`${name} in ${lang}`, async () => {
        const bytes = await readFile(new URL(encodeURIComponent(name), folder));
        const here = await opened.page.evaluate(
          ({ name, base64, today, lang }) => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            return window.arrearsLedger.engine.validate(name, bytes, undefined, today, lang);
          },
          { name, base64: bytes.toString("base64"), today: TODAY, lang },
        );
        const there = spawnSync(
          CLI,
          ["validate", "--format", "json", "--today", TODAY, "--lang", lang, name],
          { cwd: fileURLToPath(folder), encoding: "utf8", maxBuffer: 1 << 28 },
        );
        assert.equal(`${here}\n`, there.stdout, there.stderr);
      });
    }
  }
});
