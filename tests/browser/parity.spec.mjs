/** The page's rules are the command line's, to the byte. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { corpus } from "../../pkg-config/node/test/corpus.mjs";
import { CLI, SAMPLES, openPage } from "./browser.mjs";

const PARITY = new URL("parity/", SAMPLES);
/** The day the answers in `parity/expected` were given for (tests/parity.rs). */
const TODAY = "2022-06-12";

/** What the library answers, in the language it was written down in. */
async function expected(folder, name, lang) {
  if (folder !== PARITY || lang !== "zh") return undefined;
  return readFile(new URL(`expected/${encodeURIComponent(name)}.json`, PARITY), "utf8");
}

test("validate answers in the browser what the command line prints", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const corpus = (await readdir(PARITY, { withFileTypes: true })).filter((one) => one.isFile());
  assert.ok(corpus.length > 0);
  const files = [[SAMPLES, "longquan-2022-06.tsv"], ...corpus.map((one) => [PARITY, one.name])];
  for (const [folder, name] of files) {
    for (const lang of ["zh", "en"]) {
      await t.test(`${name} in ${lang}`, async () => {
        const bytes = await readFile(new URL(encodeURIComponent(name), folder));
        const here = await opened.page.evaluate(
          async ({ name, base64, today, lang }) => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const { engine, loadOffice } = window.arrearsLedger;
            const office = await loadOffice();
            return office.validate(name, bytes, engine.campaign(), today, lang);
          },
          { name, base64: bytes.toString("base64"), today: TODAY, lang },
        );
        const there = spawnSync(
          CLI,
          ["validate", "--format", "json", "--today", TODAY, "--lang", lang, name],
          { cwd: fileURLToPath(folder), encoding: "utf8", maxBuffer: 1 << 28 },
        );
        assert.equal(`${here}\n`, there.stdout, there.stderr);
        assert.equal(`${here}\n`, (await expected(folder, name, lang)) ?? `${here}\n`);
      });
    }
  }
});

/** The checks of the corpus that the page can make: of files it reads as they are, for a day. */
function checks() {
  const of = ({ name, request, answer }) => {
    const end = request.indexOf("\n");
    const line = end < 0 ? undefined : request.subarray(0, end).toString();
    if (!line?.startsWith('{"call":"validate"')) return [];
    const { call, file, today, ...rest } = JSON.parse(line);
    const bytes = request.subarray(end + 1);
    const whole = bytes.length === file.bytes && Object.keys(rest).length === 0;
    return whole
      ? [{ name, file: file.name, base64: bytes.toString("base64"), today, answer }]
      : [];
  };
  return corpus()
    .flatMap(of)
    .filter(({ name }) => !/gb18030|UTF-16/.test(name));
}

test("the page answers the corpus as the library does", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const cases = checks();
  assert.ok(300 < cases.length, `${cases.length} checks`);
  for (let at = 0; at < cases.length; at += 50) {
    const some = cases.slice(at, at + 50);
    const found = await opened.page.evaluate(async (some) => {
      const { engine, loadOffice } = window.arrearsLedger;
      const office = await loadOffice();
      return some.map(({ file, base64, today }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        return office.validate(file, bytes, engine.campaign(), today, "zh");
      });
    }, some);
    some.forEach(({ name, answer }, index) => assert.equal(found[index], answer, name));
  }
});

/** A finding of a session, or of the command line, as far as both say the same. */
const said = ({ code, severity, path, message }) => `${code} ${severity} ${path} ${message}`;

test("a session in the browser finds what the command line finds", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const names = (await readdir(PARITY)).filter((name) => name.endsWith(".json"));
  let compared = 0;
  for (const name of names) {
    for (const lang of ["zh", "en"]) {
      const bytes = await readFile(new URL(encodeURIComponent(name), PARITY));
      const here = await opened.page.evaluate(
        ({ base64, today }) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const { engine } = window.arrearsLedger;
          const session = engine.open(bytes, engine.campaign(), today);
          const { whole, source } = session.opened();
          return whole && source === "submission" ? session.findings() : null;
        },
        { base64: bytes.toString("base64"), today: TODAY },
      );
      if (!here) continue;
      const there = spawnSync(
        CLI,
        ["validate", "--format", "json", "--today", TODAY, "--lang", lang, name],
        { cwd: fileURLToPath(PARITY), encoding: "utf8", maxBuffer: 1 << 28 },
      );
      // What is about the file, and not about the ledger in it, a session tells when it opens it.
      const ofLedger = ({ code }) => !/^[JL]-/.test(code) || code === "L-03";
      const found = JSON.parse(there.stdout).findings.filter(ofLedger).map(said).sort();
      const worded = here.map((one) => said({ ...one, message: one.message[lang] })).sort();
      assert.deepEqual(worded, found, `${name} in ${lang}`);
      compared += found.length;
    }
  }
  assert.ok(compared > 0);
});
