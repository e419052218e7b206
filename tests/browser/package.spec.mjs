/** The package for portals: packed, installed in an empty folder without a network, and used. */

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { CLI, SAMPLES } from "./browser.mjs";
import { makeConsumer } from "./consumer.mjs";

const SOURCES = new URL("../package/", import.meta.url);
const TSC = fileURLToPath(new URL("../../www/node_modules/typescript/bin/tsc", import.meta.url));
let consumer;

before(async () => {
  consumer = await makeConsumer();
});
after(() => consumer?.remove());

test("the tarball has what package.json promises, and nothing that was lying about", async () => {
  const manifest = JSON.parse(await readFile(path.join(consumer.package, "package.json"), "utf8"));
  const promised = Object.values(manifest.exports)
    .flatMap((target) => (typeof target === "string" ? target : Object.values(target)))
    .map((target) => target.replace("./", ""));
  for (const file of promised.filter((target) => !target.includes("*"))) {
    assert.ok(consumer.files.includes(file), file);
  }
  const kinds = /\.(js|wasm|d\.ts|json)$|^(README\.md|portal-api\.md|LICENSE(-MIT|-APACHE)?)$/;
  assert.deepEqual(
    consumer.files.filter((file) => !kinds.test(file)),
    [],
  );
  assert.equal(manifest.dependencies, undefined);
});

test("the rules in Node.js, and in a thread, say what the command line says", async () => {
  await copyFile(new URL("installed.mjs", SOURCES), path.join(consumer.folder, "installed.mjs"));
  for (const name of ["valid.json", "errors.json", "warnings.json", "nil.json"]) {
    const file = fileURLToPath(new URL(`parity/${name}`, SAMPLES));
    const printed = execFileSync(process.execPath, ["installed.mjs", file], {
      cwd: consumer.folder,
      encoding: "utf8",
    });
    const { here, thread } = JSON.parse(printed);
    assert.deepEqual(thread, here);
    const cli = spawnSync(CLI, ["validate", "--format", "json", "--today", "2022-06-12", file], {
      encoding: "utf8",
    });
    const there = JSON.parse(cli.stdout);
    const codes = (findings) => findings.map(({ code, path }) => `${code} ${path}`).sort();
    const ofFile = here.opened.findings.map(({ code }) => ({ code, path: "" }));
    const ownCodes = codes(here.findings);
    const all = codes(there.findings);
    assert.deepEqual(
      all.filter((one) => !ofFile.some(({ code }) => one.startsWith(code))),
      ownCodes,
      name,
    );
    if (there.valid) {
      assert.equal(here.submission.digest, there.digest);
    }
  }
});

test("the declarations hold under the strict compiler, for bundlers and for Node.js", async () => {
  const names = (await readdir(SOURCES)).filter((name) => name.endsWith(".ts"));
  assert.ok(2 < names.length);
  for (const name of names) {
    await copyFile(new URL(name, SOURCES), path.join(consumer.folder, name));
  }
  for (const [module, moduleResolution] of [
    ["ESNext", "bundler"],
    ["NodeNext", "nodenext"],
  ]) {
    const project = path.join(consumer.folder, "tsconfig.json");
    await writeFile(
      project,
      JSON.stringify({
        compilerOptions: {
          target: "ES2021",
          lib: ["ES2021", "DOM", "DOM.Iterable"],
          module,
          moduleResolution,
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          skipLibCheck: false,
          types: [],
          noEmit: true,
        },
        files: names,
      }),
    );
    const { status, stdout } = spawnSync(process.execPath, [TSC, "--project", project], {
      encoding: "utf8",
    });
    assert.equal(status, 0, `${moduleResolution}: ${stdout}`);
  }
});
