/**
 * Bundles the package for portals, as npm takes it.
 *
 *     npm run -s build:package -- --wasm DIR --quick DIR --office DIR --out DIR
 *
 * `--wasm`, `--quick` and `--office` are as for the page; `--out` becomes the package's folder, and
 * nothing of what was in it stays. `package/` has what is written by hand.
 */

import { spawnSync } from "node:child_process";
import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { cataloguePlugin } from "./build-catalogue.mjs";
import { foldersFor } from "./build-folders.mjs";
import {
  FLOOR,
  MADE_AT_RUN_TIME,
  bundle,
  bundled,
  gluePlugin,
  quickFiles,
  refuse,
  stylePlugin,
} from "./build-glue.mjs";
import { gridPlugin, gridStyles } from "./build-grid.mjs";
import { scriptsFor, withLater } from "./build-later.mjs";
import { shadowStyle } from "./build-shadow-style.mjs";
import { twinOf } from "./build-twin.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, "..");
const EMBED = path.join(HERE, "src/embed");

/** The entries that have types, and what each is made from. */
const TYPED = ["index.ts", "form.ts", "element/public.ts"];
/** What a declaration imports of its own package, with or without its ending. */
const IMPORTED = /(from |import\()"(\.[^"]*?)(?:\.js)?"/g;
/** The one name that a classic script adds to the page. */
const GLOBAL = "ArrearsLedger";

const { out, ...folders } = foldersFor("build:package");
const elementStyle = shadowStyle(
  await bundle(path.join(HERE, "src/style/app.css"), [stylePlugin(await gridStyles())]),
  await bundle(path.join(HERE, "src/style/element.css"), []),
);
await rm(out, { recursive: true, force: true });
await mkdir(path.join(out, "classic"), { recursive: true });

const element = await withLater(
  [
    (plugin) => entry("element", { more: [plugin] }),
    (plugin) => classic("element", { more: [plugin] }),
  ],
  path.join(HERE, "src/views/later_script.ts"),
  [...shared("element"), placePlugin("")],
  once("element"),
);
const scripts = {
  "index.js": entry("index"),
  "node.js": entry("index", { place: "node", platform: "node", target: "node18" }),
  "form.js": entry("form"),
  "element.js": { text: element.loading[0] },
  "catalogue.js": entry("catalogue"),
  "yexian-2022.js": entry("yexian-2022"),
  "classic/index.js": classic("index"),
  "classic/form.js": classic("form"),
  "classic/element.js": { text: element.loading[1] },
  "classic/yexian-2022.js": classic("yexian-2022", { member: "yexian2022" }),
  "arrears_ledger_views.js": { text: element.later },
  ...scriptsFor(folders),
  "office-worker.js": bundled(path.join(HERE, "src/engine/office_worker.ts"), [
    gluePlugin(folders),
  ]),
};
for (const [name, made] of Object.entries(scripts)) {
  const { text: script } = await made;
  refuse(script, MADE_AT_RUN_TIME, `code made at run time in ${name}`);
  await writeFile(path.join(out, name), script);
}

for (const [name, content] of Object.entries(await quickFiles(folders))) {
  await writeFile(path.join(out, name), content);
}
const modules = { arrears_ledger: folders.wasm, arrears_ledger_office: folders.office };
for (const [stem, folder] of Object.entries(modules)) {
  const file = path.join(folder, `${stem}_bg.wasm`);
  await copyFile(file, path.join(out, path.basename(file)));
  // For the element, where WebAssembly is refused.
  const twin = await twinOf(file, `${stem}_twin`, FLOOR);
  await writeFile(path.join(out, `${stem}_twin.js`), twin);
}

await Promise.all([
  copyFile(path.join(ROOT, "src/campaign/yexian_2022.json"), path.join(out, "yexian-2022.json")),
  ...["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"].map((name) =>
    copyFile(path.join(ROOT, name), path.join(out, name)),
  ),
  copyFile(path.join(HERE, "portal-api.md"), path.join(out, "portal-api.md")),
  writeFile(path.join(out, "README.md"), await readme()),
  writeFile(path.join(out, "package.json"), await manifest()),
]);
await declarations();

/** An entry as a module. Those that build on the rules import the package's own first entry. */
function entry(name, { place = "", more = [], ...about } = {}) {
  const plugins = [...more, ...shared(name), placePlugin(place), besidePlugin(name)];
  return bundled(path.join(EMBED, `${name}.ts`), plugins, {
    format: "esm",
    ...once(name),
    ...about,
  });
}

/**
 * An entry as a classic script: what it exports becomes members of the one global, or, where
 * `member` names one, its default does.
 */
function classic(name, { member, more = [] } = {}) {
  const taken = member ? `{ ${member}: entry.default }` : "entry";
  const contents = `import * as entry from ${JSON.stringify(`./${name}`)};
    window.${GLOBAL} = Object.assign(window.${GLOBAL} || {}, ${taken});`
    // A worker has no window.
    .replace(/window/g, "self");
  const plugins = [...more, ...shared(name), placePlugin("classic"), globalPlugin(name)];
  return bundled(undefined, plugins, {
    entryPoints: undefined,
    stdin: { contents, resolveDir: EMBED, loader: "ts" },
    ...once(name),
  });
}

function shared(name) {
  return name === "element"
    ? [gridPlugin(), gluePlugin(folders), cataloguePlugin, elementPlugin()]
    : [gluePlugin(folders)];
}

/** Elements are defined once, whoever else brings them. */
function once(name) {
  return name === "element"
    ? {
        define: { "customElements.define": "defineOnce" },
        inject: [path.join(EMBED, "element/define_once.ts")],
      }
    : {};
}

/** What the page has, and the element has otherwise. */
function elementPlugin() {
  return {
    name: "element",
    setup(build) {
      build.onResolve({ filter: /\/(bytes|load|updates)$/ }, ({ path: asked }) => ({
        path: path.join(EMBED, "element", `${path.basename(asked)}.ts`),
      }));
      build.onResolve({ filter: /^\.\/county$/ }, () => ({
        path: path.join(EMBED, "element/no_county.ts"),
      }));
      build.onResolve({ filter: /^element-style$/ }, () => ({ path: "css", namespace: "element" }));
      build.onLoad({ filter: /.*/, namespace: "element" }, () => ({
        contents: elementStyle,
        loader: "text",
      }));
    },
  };
}

/** Where the package's own files are looked for, which differs from kind to kind. */
function placePlugin(kind) {
  return {
    name: "place",
    setup(build) {
      if (kind) {
        build.onResolve({ filter: /\/place$/ }, ({ resolveDir }) => ({
          path: path.join(resolveDir, `place.${kind}.ts`),
        }));
      }
    },
  };
}

/** The first entry is there once, however many others are imported. */
function besidePlugin(name) {
  return {
    name: "beside",
    setup(build) {
      build.onResolve({ filter: /\/index$/ }, ({ importer }) =>
        name !== "index" && importer.startsWith(EMBED)
          ? { path: "./index.js", external: true }
          : undefined,
      );
    },
  };
}

/** The same for classic scripts: the first entry is the global. */
function globalPlugin(name) {
  return {
    name: "global",
    setup(build) {
      build.onResolve({ filter: /\/index$/ }, ({ importer }) =>
        name !== "index" && importer.startsWith(EMBED)
          ? { path: "global", namespace: "global" }
          : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: "global" }, () => ({
        contents: `module.exports = self.${GLOBAL};`,
        loader: "js",
      }));
    },
  };
}

/** The page for portals; what it points to in this repository is not in the package. */
async function readme() {
  const text = await readFile(path.join(HERE, "portal.md"), "utf8");
  return text.replace(/\[([^\]]*)\]\((?:\.\.\/|examples)[^)]*\)/g, "$1");
}

/** The hand-written manifest, with the crate's version. */
async function manifest() {
  const text = await readFile(path.join(HERE, "package/package.json"), "utf8");
  const { version } = JSON.parse(
    await readFile(path.join(HERE, "src/engine/catalogue.json"), "utf8"),
  );
  return `${JSON.stringify({ ...JSON.parse(text), version }, null, 2)}\n`;
}

/**
 * The declarations, written by the compiler. It names files without their ending, which TypeScript
 * finds for bundlers only: they are named in full, so that every consumer finds them.
 */
async function declarations() {
  const types = path.join(out, "types");
  const files = [...TYPED.map((file) => path.join("src/embed", file)), "src/engine/module.d.ts"];
  const flags = JSON.parse(
    await readFile(path.join(HERE, "tsconfig.json"), "utf8"),
  ).compilerOptions;
  const config = {
    compilerOptions: {
      ...flags,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: path.join(HERE, "src"),
      outDir: types,
    },
    files: files.map((file) => path.join(HERE, file)),
  };
  const project = path.join(out, "tsconfig.declarations.json");
  await writeFile(project, JSON.stringify(config));
  const tsc = path.join(HERE, "node_modules/typescript/bin/tsc");
  const { status } = spawnSync(process.execPath, [tsc, "--project", project], { stdio: "inherit" });
  await rm(project);
  if (status !== 0) {
    process.exit(status ?? 1);
  }
  await cp(path.join(HERE, "package/types"), types, { recursive: true });
  await onlyReached(types);
}

/** Names files in full, and leaves out those that nothing public leads to. */
async function onlyReached(types) {
  const { exports } = JSON.parse(await readFile(path.join(HERE, "package/package.json"), "utf8"));
  const reached = new Set();
  const reach = async (file) => {
    if (reached.has(file)) {
      return;
    }
    reached.add(file);
    const text = (await readFile(file, "utf8")).replace(IMPORTED, '$1"$2.js"');
    await writeFile(file, text);
    for (const [, , name] of text.matchAll(IMPORTED)) {
      await reach(path.resolve(path.dirname(file), `${name}.d.ts`));
    }
  };
  for (const { types: entry } of Object.values(exports)) {
    if (entry) {
      await reach(path.join(out, entry));
    }
  }
  const all = await readdir(types, { recursive: true, withFileTypes: true });
  for (const one of all) {
    const file = path.join(one.parentPath ?? one.path, one.name);
    if (one.isFile() && !reached.has(file)) {
      await rm(file);
    }
  }
}
