/** What `www/portal.md` says to portals is so: its programs compile, its pages work, its names are. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

import { reference } from "../../www/reference.mjs";
import { POLICY } from "./browser.mjs";
import { makeConsumer } from "./consumer.mjs";
import { openHosted, PACKAGE } from "./hosting.mjs";

const WWW = new URL("../../www/", import.meta.url);
const TSC = fileURLToPath(new URL("node_modules/typescript/bin/tsc", WWW));
const TEXT = await readFile(new URL("portal.md", WWW), "utf8");
const BIND = `ArrearsLedger.bindForm(document.querySelector("#ledger"), {
  campaign: ArrearsLedger.yexian2022, unit: "410422101", submission: "ledger",
}).then((bound) => (window.bound = bound));`;
let consumer;

before(async () => {
  consumer = await makeConsumer();
});
after(() => consumer?.remove());

/** The blocks of a language. */
function blocks(language) {
  const fenced = new RegExp("^```" + language + "\\n([\\s\\S]*?)^```", "gm");
  return [...TEXT.matchAll(fenced)].map(([, block]) => block);
}

test("portal-api.md is what the declarations say", async () => {
  const committed = await readFile(new URL("portal-api.md", WWW), "utf8");
  assert.equal(committed, await reference(PACKAGE), "node www/reference.mjs dist/npm --write");
});

test("its programs compile", async () => {
  const names = [];
  for (const [index, block] of blocks("ts").entries()) {
    const name = `block${index}.ts`;
    names.push(name);
    await writeFile(path.join(consumer.folder, name), `${block}\nexport {};\n`);
  }
  assert.ok(2 < names.length);
  const project = path.join(consumer.folder, "tsconfig.json");
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022", "DOM"],
    module: "NodeNext",
    moduleResolution: "nodenext",
    strict: true,
    types: [],
    noEmit: true,
  };
  await writeFile(project, JSON.stringify({ compilerOptions, files: names }));
  const { status, stdout } = spawnSync(process.execPath, [TSC, "--project", project], {
    encoding: "utf8",
  });
  assert.equal(status, 0, stdout);
});

test("its pages work under the policy it names", async (t) => {
  const policy = /`(default-src [^`]*)` is enough/.exec(TEXT)?.[1];
  assert.ok(POLICY.startsWith(policy), policy);
  const pages = blocks("html");
  assert.ok(3 < pages.length);
  for (const [index, block] of pages.entries()) {
    const folder = path.join(consumer.folder, `page${index}`);
    await mkdir(folder);
    await writeFile(path.join(folder, "index.html"), block);
    await writeFile(path.join(folder, "bind.js"), BIND);
    const opened = await openHosted(
      { "/": folder, "/arrears-ledger": PACKAGE },
      { policy, waitFor: "form, arrears-ledger" },
    );
    t.after(() => opened.close());
    await opened.page.waitForFunction(
      () => window.bound?.overview ?? document.querySelector("arrears-ledger")?.overview,
    );
    await opened.page.waitForTimeout(200);
    assert.deepEqual(opened.troubles, [], block);
    assert.deepEqual(opened.strangers(), []);
  }
});

test("it names every custom property and part, and no other", async () => {
  const element = await readFile(path.join(PACKAGE, "element.js"), "utf8");
  const names = (text) => [...new Set(text.match(/--arrears-[a-z-]+/g))].sort();
  assert.deepEqual(names(TEXT), names(element));
  const table = /^Parts for `::part`: (.*)$/m.exec(TEXT)[1];
  const parts = [...table.matchAll(/`([a-z]+)`/g)].map(([, part]) => part).sort();
  assert.deepEqual(parts, [...new Set(await partsIn(new URL("src/", WWW)))].sort());
});

async function partsIn(folder) {
  const found = [];
  for (const one of await readdir(folder, { withFileTypes: true })) {
    const at = new URL(one.isDirectory() ? `${one.name}/` : one.name, folder);
    if (one.isDirectory()) {
      found.push(...(await partsIn(at)));
    } else if (one.name.endsWith(".ts")) {
      const text = await readFile(at, "utf8");
      const set = text.matchAll(/ part="([a-z]+)"|setAttribute\("part", "([a-z]+)"\)/g);
      found.push(...[...set].map(([, one, other]) => one ?? other));
    }
  }
  return found;
}

test("every attribute and event it names is there, and every one there is named", async () => {
  const declared = await readFile(path.join(PACKAGE, "types/embed/element/public.d.ts"), "utf8");
  const form = await readFile(path.join(PACKAGE, "types/embed/form/events.d.ts"), "utf8");
  const events = (text) => [...new Set(text.match(/(?:ledger|draft)-[a-z]+(?=": CustomEvent)/g))];
  for (const event of [...events(declared), ...events(form)]) {
    assert.match(TEXT, new RegExp(`^\\| \`${event}\``, "m"));
  }
  const settings = await readFile(new URL("src/embed/element/settings.ts", WWW), "utf8");
  const [, list] = /DECIDING = \[([^\]]*)\]/.exec(settings);
  for (const [, attribute] of list.matchAll(/"([a-z-]+)"/g)) {
    assert.match(TEXT, new RegExp(`^\\| \`${attribute}\` \\|`, "m"));
  }
});

test("its links lead somewhere, and its sizes are what they are", async () => {
  for (const [, link] of TEXT.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)) {
    await access(new URL(link, WWW));
  }
  const headings = [...TEXT.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .trim()
      .replace(/\s/g, "-"),
  );
  for (const [, anchor] of TEXT.matchAll(/\]\(#([^)]*)\)/g)) {
    assert.ok(headings.includes(anchor), anchor);
  }
  for (const [name, pattern] of [
    ["arrears_ledger_bg.wasm", /module (\d+) KB/],
    ["index.js", /script (\d+) KB/],
    ["form.js", /\| (\d+) KB more \|/],
    ["element.js", /\| (\d+) KB more, grid/],
    ["arrears_ledger_views.js", /(\d+) KB for the views/],
    ["catalogue.js", /`arrears-ledger\/catalogue` \((\d+) KB\)/],
  ]) {
    const said = Number(pattern.exec(TEXT)[1]);
    const size = zlib.brotliCompressSync(await readFile(path.join(PACKAGE, name))).length / 1000;
    assert.ok(Math.abs(size - said) < Math.max(1, said * 0.05), `${name}: ${size} KB`);
  }
});
