/**
 * Makes the grid library fit the page's policy: its parts are bundled instead of being loaded when
 * they are first needed, and its styles go into the page's stylesheet instead of `<style>` elements.
 * Every change below must find what it changes, so that a new version cannot slip through.
 */

import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const ESM = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@revolist/revogrid")),
  "esm",
);
/** A part's stylesheet, as Stencil writes it. */
const STYLES = /const (\w+Css) = \(\) => `([^`]*)`;/g;
/** Loads a part nobody knew of when the library was built. */
const UNKNOWN_PART = /return import\(\s*\/\* @vite-ignore \*\/[\s\S]*?`\s*\)\.then\(/;
/** What this page never turns on (`grid/revogrid.ts`): its code is not downloaded. */
const NOT_USED = ["accessible", "autoSizeColumn", "filter", "exporting", "canMoveColumns"];
/** What the library starts whether or not it is asked for anything: sorting, groups, rows of any height. */
const STARTED = /this\.pluginService\.add\(new (?:RTL|Sorting|GroupingRow|RowResize)Plugin\(/;
/** What it then asks them, and a column that takes up the room that is left. */
const STARTED_IS_THERE = /this\.pluginService\.getByClass\((?:GroupingRowPlugin|RowResizePlugin)\)/;
const STRETCHES =
  /if \(\(typeof isStretch === 'boolean' && isStretch\) \|\| isStretch === 'true'\) \{/;
/** The parts of what is not used: a filter's panel; its clipboard, its editor and what drags rows. */
const PARTS_NOT_USED =
  /return import\(\s*(?:\/\*[^*]*\*\/)?\s*'\.\/revogr-(?:filter-panel|clipboard_3)\.entry\.js'\)\.then\(/;
/** What the library's runtime was built with. */
const BUILT_WITH = /const BUILD = [^{]*(\{[^}]*\});/;
/** What the runtime does only for pages that a server drew. */
const NOT_BUILT = ["hydrateClientSide", "style", "attachStyles"];
/** Hides parts until they are drawn, by a `<style>` element. */
const HEAD_STYLE = /head\.insertBefore\(dataStyles,[^;]*;/;

/** Old browsers drop a whole rule for `:is`, so it is written out; the page has but one theme. */
const THEME = "[theme=compact]";
const OTHER_THEMES = /[^{}]*(?::is\(\[theme|:not\(\[theme)[^{}]*\{[^{}]*\}/g;
/** What the library draws for its own sorting and filtering, which this page does itself. */
const UNUSED =
  /[^{}]*(?:\.rv-filter|\.multi-filter|\.select-(?:input|css)|\.sort-indicator|:has\()[^{}]*\{[^{}]*\}/g;

/** The handle by which rows are dragged, which this page has none of: no policy need allow its picture. */
const PICTURES = /(?:-webkit-)?mask-image:\s*url\((?:"[^"]*"|'[^']*')\);?/g;

/** The library's stylesheets, as one. */
export async function gridStyles() {
  const names = (await readdir(ESM))
    .filter((name) => name.endsWith(".entry.js"))
    .filter((name) => name !== "revogr-filter-panel.entry.js");
  const texts = await Promise.all(names.map((name) => readFile(path.join(ESM, name), "utf8")));
  const sheets = texts.flatMap((text) => [...text.matchAll(STYLES)].map((found) => found[2]));
  if (sheets.length === 0) {
    throw new Error("the grid library's styles are not where they were");
  }
  const sheet = sheets
    .join("\n")
    .replace(/@charset "UTF-8";/g, "")
    .replace(/\\\\/g, "\\");
  const isOurs = (list) => list.includes(THEME);
  return sheet
    .replace(/(?:\[theme\])?:is\(([^()]*)\)/g, (is, list) => (isOurs(list) ? THEME : is))
    .replace(OTHER_THEMES, "")
    .replace(UNUSED, "")
    .replace(PICTURES, "");
}

export function gridPlugin() {
  return {
    name: "grid",
    setup(build) {
      const parts = /@revolist[\\/]revogrid[\\/]dist[\\/]esm[\\/][^\\/]*\.js$/;
      build.onLoad({ filter: parts }, async ({ path: file }) => ({
        contents: fitted(path.basename(file), await readFile(file, "utf8")),
        loader: "js",
      }));
    },
  };
}

function fitted(name, text) {
  if (name === "revo-grid.entry.js") {
    const fewer = NOT_USED.reduce(
      (left, flag) => replaced(left, new RegExp(`if \\(this\\.${flag}\\) \\{`), "if (false) {"),
      text.replace(STYLES, "const $1 = () => ``;"),
    );
    const idle = replaced(fewer, STARTED, "void (false && new BasePlugin(");
    return replaced(replaced(idle, STARTED_IS_THERE, "undefined"), STRETCHES, "if (false) {");
  }
  if (name.endsWith(".entry.js")) {
    return text.replace(STYLES, "const $1 = () => ``;");
  }
  if (text.includes("bootstrapLazy = ")) {
    const known = replaced(text, PARTS_NOT_USED, "return Promise.reject().then(");
    return settled(
      replaced(replaced(known, UNKNOWN_PART, "return Promise.reject().then("), HEAD_STYLE, ""),
    );
  }
  return text;
}

/** The runtime asks a table what it was built with; with the answers written in, what is not built is left out. */
function settled(text) {
  const [, table] = BUILT_WITH.exec(text) ?? [];
  const built = new Map(
    [...(table ?? "").matchAll(/(\w+): (true|false|"[^"]*")/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );
  NOT_BUILT.forEach((name) => built.set(name, "false"));
  return replaced(text, /BUILD\.(?=\w)/, "BUILD.").replace(
    /\bBUILD\.(\w+)/g,
    (asked, name) => built.get(name) ?? "undefined",
  );
}

/** Everywhere it stands. */
function replaced(text, pattern, by) {
  if (!pattern.test(text)) {
    throw new Error(`the grid library no longer has ${pattern}`);
  }
  return text.replace(new RegExp(pattern, "g"), () => by);
}
