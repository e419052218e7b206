/**
 * Makes the grid library fit the page's policy: its parts are bundled instead of being loaded when
 * they are first needed, and its styles go into the page's stylesheet instead of `<style>` elements.
 * Every change below must find what it changes, so that a new version cannot slip through.
 */

import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { rollup } from "rollup";

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
const STARTED_IS_THERE =
  /this\.pluginService\.getByClass\((?:GroupingRowPlugin|RowResizePlugin|StretchColumn)\)/;
const STRETCHES =
  /if \(\(typeof isStretch === 'boolean' && isStretch\) \|\| isStretch === 'true'\) \{/;
/** The parts of what is not used: a filter's panel; its clipboard, its editor and what drags rows. */
const PARTS_NOT_USED =
  /return import\(\s*(?:\/\*[^*]*\*\/)?\s*'\.\/revogr-(?:filter-panel|clipboard_3)\.entry\.js'\)\.then\(/;
/** How it takes what an object is like for a function, by a comparison of anything with anything. */
const LIKENESS = /function baseIteratee\(value\) \{[\s\S]*?return property\(value\);\s*\}/;
/** It only ever asks for a member's value. */
const LIKE = `function baseIteratee(value) {
  return typeof value == "function"
    ? value
    : (one) => Object.keys(value).every((key) => one[key] === value[key]);
}`;
/** Its own selecting, typing and filling, which lie over the rows: what is left is that the rows lie in it. */
const OVERLAY = /const OverlaySelection = class \{[\s\S]*?\n\};/;
const HULL = `const OverlaySelection = class {
  constructor(host) { registerInstance(this, host); }
  render() { return h(Host, null, h("slot", { name: "data" })); }
};`;
/** What it would hear, and watch. */
const OVERLAY_HEARS =
  /(\[\d+,"revogr-overlay-selection",\{[^}]*\}),\[\[5,"touchmove"[^{]*\]\],\{(?:[^{}]|\{[^{}]*\})*\}\]/;
/** What the library's runtime was built with. */
const BUILT_WITH = /const BUILD = [^{]*(\{[^}]*\});/;
/** The runtime as an object, of which its stores ask whose turn to draw it is, and nothing else. */
const RUNTIME = /var StencilCore = [^;]*;/;
const TURN = "var StencilCore = { getRenderingRef, forceUpdate };";
/** What the runtime does only for pages that a server drew. */
const NOT_BUILT = [
  "hydrateClientSide",
  "style",
  "attachStyles",
  "svg",
  "vdomXlink",
  "cssAnnotations",
];
/** Hides parts until they are drawn, by a `<style>` element. */
const HEAD_STYLE = /head\.insertBefore\(dataStyles,[^;]*;/;

/** Old browsers drop a whole rule for `:is`, so it is written out; the page has but one theme. */
const THEME = "[theme=compact]";
const OTHER_THEMES = /[^{}]*(?::is\(\[theme|:not\(\[theme)[^{}]*\{[^{}]*\}/g;
/**
 * What the library draws for what is not used (its sorting, filters, groups, editor, lists, clipboard,
 * dragging, right to left), and what only new browsers read.
 */
const UNUSED = new RegExp(
  `[^{}]*(?:${[
    ":has\\(",
    "\\.(?:rv-filter|multi-filter|select-(?:input|css)|sort-indicator)",
    "\\[dir=rtl\\]",
    "\\[data-rg-theme-scheme=dark\\]",
    "revo(?:-dropdown|gr-edit)",
    "\\.(?:attribution|drag|draggable|clipboard|temp-bg-range|groupingRow|row-resize|range-handlers)\\b",
    "\\.(?:revo-(?:drag|alt)|arrow-down|cell-value-wrapper)",
  ].join("|")})[^{}]*\\{[^{}]*\\}`,
  "g",
);

/** The handle by which rows are dragged, which this page has none of: no policy need allow its picture. */
const PICTURES = /(?:-webkit-)?mask-image:\s*url\((?:"[^"]*"|'[^']*')\);?/g;

/** The library's stylesheets, as one. */
export async function gridStyles() {
  const names = (await readdir(ESM))
    .filter((name) => name.endsWith(".entry.js"))
    .filter((name) => !/revogr-(?:filter-panel|clipboard_3)/.test(name));
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

/** The library as one module, from which Rollup leaves out more than a bundler of parts can. */
export function gridPlugin() {
  return {
    name: "grid",
    setup(build) {
      build.onLoad(
        { filter: /@revolist[\\/]revogrid[\\/]dist[\\/]esm[\\/]loader\.js$/ },
        async () => ({
          contents: await (whole ??= asOne()),
          loader: "js",
        }),
      );
    },
  };
}

let whole = null;

async function asOne() {
  const bundle = await rollup({
    input: path.join(ESM, "loader.js"),
    treeshake: { preset: "smallest" },
    plugins: [{ name: "fitted", transform: (text, file) => fitted(path.basename(file), text) }],
    // Its modules import each other in circles.
    onLog: () => undefined,
  });
  const { output } = await bundle.generate({ format: "es", inlineDynamicImports: true });
  return output[0].code;
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
  if (name.startsWith("revogr-attribution")) {
    return replaced(text.replace(STYLES, "const $1 = () => ``;"), OVERLAY, HULL);
  }
  if (name === "loader.js") {
    return replaced(text, OVERLAY_HEARS, "$1]");
  }
  if (name.endsWith(".entry.js")) {
    return text.replace(STYLES, "const $1 = () => ``;");
  }
  if (name.startsWith("dimension.helpers")) {
    return replaced(text, LIKENESS, LIKE);
  }
  if (text.includes("bootstrapLazy = ")) {
    const known = replaced(text, PARTS_NOT_USED, "return Promise.reject().then(");
    const one = replaced(known, UNKNOWN_PART, "return Promise.reject().then(");
    return settled(replaced(replaced(one, HEAD_STYLE, ""), RUNTIME, TURN));
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
  return text.replace(new RegExp(pattern, "g"), (_, first) => by.replace("$1", first));
}
