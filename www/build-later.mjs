/**
 * Builds a script that others load later (`src/later.ts`).
 *
 * It finds the modules of the script that loads it where that leaves them: nothing is sent twice, and
 * what both import is one module. Which modules, and which of their names, is read out of its imports.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";

import { parse } from "acorn";

import { cataloguePlugin } from "./build-catalogue.mjs";
import { bundle, bundled, gluePlugin } from "./build-glue.mjs";
import { parsed } from "./build-source.mjs";

const HERE = import.meta.dirname;
/** What is imported by the script that loads it, and the name under which that leaves it. */
const SHARED = "shared-with-later";
const SHELF = "arrears_ledger_shared";
/** Marks what this plugin asks itself. */
const OURS = { isOurs: true };

/**
 * The texts of the scripts that load it, each bundled by one of `builds` with one more plugin, and of
 * the one that is loaded, from `entry`. The modules of the first of those that load it are shared.
 */
export async function withLater(builds, entry, plugins, more = {}) {
  const [build] = builds;
  const alone = await build(sharedPlugin(new Map()));
  const asked = new Map();
  const taking = askingPlugin(new Set(alone.inputs), asked);
  const later = await bundle(entry, [taking, ...plugins], more);
  const loading = await Promise.all(builds.map((build) => build(sharedPlugin(asked))));
  return { loading: loading.map(({ text }) => text), later };
}

/** The scripts that come later and share nothing, being made by their files' names. */
export function scriptsFor(folders) {
  const script = (file, plugins = []) => bundled(path.join(HERE, "src", file), plugins);
  return {
    "arrears_ledger_drawing.js": script("plans/drawing_script.ts"),
    "arrears_ledger_en.js": script("locale/en_script.ts", [cataloguePlugin]),
    "arrears_ledger_office.js": script("engine/office_script.ts", [gluePlugin(folders)]),
    "arrears_ledger_yexian_2022.js": script("campaign_script.ts"),
  };
}

/** The modules as their names, by the file they are of: what is shared, as a function of no argument. */
function sharedPlugin(asked) {
  return {
    name: "shared",
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${SHARED}$`) }, () => ({
        path: SHARED,
        namespace: SHARED,
      }));
      build.onLoad({ filter: /.*/, namespace: SHARED }, () => ({
        contents: shelf([...asked.entries()].sort(([a], [b]) => (a < b ? -1 : 1))),
        loader: "js",
        resolveDir: HERE,
      }));
    },
  };
}

function shelf(asked) {
  const lists = asked.map(([file, names]) => [file, [...names].sort()]);
  const imports = lists.map(([file, names], module) => {
    const taken = names.map((name, index) => `${name} as m${module}_${index}`);
    return `import { ${taken.join(", ")} } from ${JSON.stringify(path.join(HERE, file))};`;
  });
  const members = lists.map(([file, names], module) => {
    const given = names.map((name, index) => `${JSON.stringify(name)}: m${module}_${index}`);
    return `${JSON.stringify(file)}: { ${given.join(", ")} }`;
  });
  return `${imports.join("\n")}
    export const share = () => { self.${SHELF} = { ${members.join(", ")} }; };`;
}

/** Takes what is `known` from the shelf, and notes what is asked of it. */
function askingPlugin(known, asked) {
  return {
    name: "asking",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path: wanted, pluginData, ...from }) => {
        if (pluginData === OURS || from.kind === "entry-point") {
          return undefined;
        }
        const found = await build.resolve(wanted, { ...from, pluginData: OURS });
        if (!known.has(found.path)) {
          return found.errors.length === 0
            ? { path: found.path, namespace: found.namespace }
            : undefined;
        }
        const names = (await importedBy(from.importer)).get(wanted) ?? [];
        const file = path.relative(HERE, found.path);
        asked.set(file, new Set([...(asked.get(file) ?? []), ...names]));
        return {
          path: `${file}, for ${from.importer}`,
          namespace: SHARED,
          pluginData: { file, names },
        };
      });
      build.onLoad({ filter: /.*/, namespace: SHARED }, ({ pluginData: { file, names } }) => ({
        contents: names.map((name) => taken(file, name)).join("\n"),
        loader: "js",
      }));
    },
  };
}

function taken(file, name) {
  const value = `self.${SHELF}[${JSON.stringify(file)}][${JSON.stringify(name)}]`;
  return name === "default" ? `export default ${value};` : `export const ${name} = ${value};`;
}

/** The names a file imports, by what it calls the module they are of. */
async function importedBy(file) {
  const tree = file.endsWith(".ts")
    ? (await parsed(file)).tree
    : parse(await readFile(file, "utf8"), { ecmaVersion: "latest", sourceType: "module" });
  const names = new Map();
  for (const { type, source, specifiers = [] } of tree.body) {
    if (!source) {
      continue;
    }
    if (type !== "ImportDeclaration" || specifiers.some(isWhole)) {
      throw new Error(`${file}: ${source.value} is not imported name by name`);
    }
    const own = specifiers.map((one) =>
      one.type === "ImportSpecifier" ? one.imported.name : "default",
    );
    names.set(source.value, [...(names.get(source.value) ?? []), ...own]);
  }
  return names;
}

function isWhole({ type }) {
  return type === "ImportNamespaceSpecifier";
}
