/**
 * Shortens our own TypeScript by what a bundler cannot know.
 *
 * Private members become plain ones of a name nobody else has: browsers of the floor have none, and
 * what would stand in for them (a map for each) is longer and slower. That nobody reaches them from
 * outside is what the compiler holds, over the same sources.
 *
 * What stands between two lines of a template is one space to a browser: the indentation goes.
 */

import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { parse } from "acorn";
import esbuild from "esbuild";

const HERE = import.meta.dirname;
const SOURCES = path.join(HERE, "src");
const TEMPLATES = ["html", "svg"];
const INDENTED = /\n\s+/g;

/** Members of one name in two files may meet in one object: each file has its number, in every build the same. */
const FILES = readdirSync(SOURCES, { recursive: true }).sort();

export const sourcePlugin = {
  name: "source",
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path: file }) =>
      file.startsWith(SOURCES) ? { contents: await shortened(file), loader: "js" } : undefined,
    );
  },
};

/** A TypeScript file as JavaScript, and its syntax tree. */
export async function parsed(file) {
  const { code } = await esbuild.transform(await readFile(file, "utf8"), {
    loader: "ts",
    target: "esnext",
    charset: "utf8",
    tsconfigRaw: await readFile(path.join(HERE, "tsconfig.json"), "utf8"),
  });
  return { code, tree: parse(code, { ecmaVersion: "latest", sourceType: "module" }) };
}

async function shortened(file) {
  const { code, tree } = await parsed(file);
  const prefix = `$${FILES.indexOf(path.relative(SOURCES, file)).toString(36)}_`;
  const names = [];
  const edits = [];
  for (const node of nodesOf(tree)) {
    if (node.type === "PrivateIdentifier") {
      if (!names.includes(node.name)) {
        names.push(node.name);
      }
      edits.push([node, prefix + names.indexOf(node.name).toString(36)]);
    } else if (node.type === "BinaryExpression" && node.left.type === "PrivateIdentifier") {
      throw new Error(`${file}: a private name is asked for with \`in\`, which is not shortened`);
    } else if (node.type === "TaggedTemplateExpression" && TEMPLATES.includes(node.tag.name)) {
      for (const text of node.quasi.quasis) {
        edits.push([text, code.slice(text.start, text.end).replace(INDENTED, "\n")]);
      }
    }
  }
  // From the end, so that what comes before stays where it is.
  return edits
    .sort(([a], [b]) => b.start - a.start)
    .reduce((left, [{ start, end }, by]) => left.slice(0, start) + by + left.slice(end), code);
}

/** A node of a syntax tree, and all that are below it. */
function* nodesOf(node) {
  yield node;
  for (const below of Object.values(node).flat()) {
    if (below && typeof below.type === "string") {
      yield* nodesOf(below);
    }
  }
}
