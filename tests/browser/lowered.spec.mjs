/**
 * What is shipped is understood by the oldest kernel there is a promise for: its own parsers judge
 * every script and every style, not a table of features.
 */

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";

import { DIST } from "./browser.mjs";
import { KERNELS } from "./kernels/index.mjs";

const WWW = path.join(DIST, "www");
const OLDEST = "78";

/** What the oldest kernel does not know, and why nothing is lost by it. */
const LEFT_OUT = [
  // It draws a ring around what has the focus, however it got it.
  /:focus-visible/,
  // Colours of forced contrast, which it does not know either.
  /CanvasText|forced-color-adjust/,
  // The bar of progress is of its own colour; there is one theme, and scroll bars are hidden by
  // another rule as well.
  /accent-color|color-scheme|scrollbar-width/,
  // For telephones of another make.
  /-webkit-touch-callout/,
  // The library's own sorting, which the page does itself.
  /^revogr-header \.rgHeaderCell\.asc/,
];

/** Built-in functions that came after Chromium 78; `floor.ts` brings `Object.hasOwn`. */
const LATER =
  /\.(?:at\(-?\d|replaceAll\(|replaceChildren\(|findLast|toSorted\(|toReversed\(|toSpliced\(|groupBy\(|checkVisibility\()|\b(?:structuredClone|randomUUID|AggregateError|Promise\.any)\b/g;

async function inOldest(t) {
  const browser = await KERNELS[OLDEST]();
  t.after(() => browser.close());
  assert.equal(browser.major, Number(OLDEST));
  return browser.newPage();
}

test("every script parses in the oldest kernel", async (t) => {
  const page = await inOldest(t);
  const scripts = (await readdir(WWW)).filter((name) => name.endsWith(".js"));
  assert.ok(5 < scripts.length, scripts.join());
  for (const name of scripts) {
    const expression = await readFile(path.join(WWW, name), "utf8");
    const { exceptionDetails } = await page.send("Runtime.compileScript", {
      expression,
      sourceURL: name,
      persistScript: false,
    });
    assert.equal(
      exceptionDetails,
      undefined,
      `${name}: ${exceptionDetails?.exception?.description}`,
    );
  }
});

test("the oldest kernel is asked, and says no to what it does not know", async (t) => {
  const page = await inOldest(t);
  const { exceptionDetails } = await page.send("Runtime.compileScript", {
    expression: "a?.b",
    sourceURL: "newer.js",
    persistScript: false,
  });
  assert.match(exceptionDetails.exception.description, /SyntaxError/);
  const lost = await page.evaluate(unknown, "p{inset:0;color:red}p:is(.a){top:0}");
  assert.deepEqual(lost, ["p { inset:0 }", "p:is(.a)"]);
});

test("the oldest kernel understands every style", async (t) => {
  const css = await readFile(path.join(WWW, "app.css"), "utf8");
  const page = await inOldest(t);
  const lost = await page.evaluate(unknown, css);
  assert.deepEqual(
    lost.filter((rule) => !LEFT_OUT.some((pattern) => pattern.test(rule))),
    [],
  );
});

test("no row of boxes is parted by what the oldest kernel knows for grids alone", async () => {
  const css = await readFile(path.join(WWW, "app.css"), "utf8");
  const rules = css.match(/[^{}]+\{[^{}]*\}/g);
  const flexed = rules.filter((rule) => /display:(?:inline-)?flex/.test(rule));
  assert.ok(10 < flexed.length);
  assert.deepEqual(
    flexed.filter((rule) => /[{;](?:row-|column-)?gap:/.test(rule)),
    [],
  );
});

test("no script calls what came later, but where it looks first", async () => {
  for (const name of ["app.js", "office-worker.js", "arrears_ledger_twin.js"]) {
    const script = await readFile(path.join(WWW, name), "utf8");
    assert.deepEqual([...new Set(script.match(LATER) ?? [])], [], name);
  }
});

/** Runs in the page: the selectors and the declarations of a style sheet the browser does not know. */
function unknown(css) {
  const style = document.createElement("style");
  document.head.append(style);
  const lost = [];
  for (const [, before, within] of css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const selector = before.trim();
    if (!/^@|^(?:from|to|[\d.]+%)/.test(selector)) {
      try {
        style.sheet.insertRule(`${selector}{}`);
      } catch {
        lost.push(selector);
      }
    }
    if (selector.startsWith("@page")) {
      continue;
    }
    const declarations = within
      .split(/;(?![^(]*\))/)
      .map((one) => /^\s*([-\w]+)\s*:([\s\S]*)$/.exec(one))
      .filter((one) => one !== null && !/^-(?:moz|ms|khtml)-/.test(one[1]))
      .map(([, name, value]) => [name, value.replace("!important", "").trim()]);
    const known = declarations.filter(([name, value]) => CSS.supports(name, value));
    const isKnown = (name) => known.some(([one]) => one.replace("-webkit-", "") === name);
    for (const [name, value] of declarations) {
      if (!CSS.supports(name, value) && !isKnown(name)) {
        lost.push(`${selector} { ${name}:${value} }`);
      }
    }
  }
  style.remove();
  return lost;
}
