/** Parts the catalogue by language: the page has it in Chinese, and its English when that is spoken. */

import { readFile } from "node:fs/promises";
import path from "node:path";

const CATALOGUE = path.join(import.meta.dirname, "src/engine/catalogue.json");

/** The catalogue is in Chinese alone, and `catalogue-english` the rest, as `engine/catalogue.ts` takes it. */
export const cataloguePlugin = {
  name: "catalogue",
  setup(build) {
    build.onLoad({ filter: /engine[\\/]catalogue\.json$/ }, async () =>
      given((await parted()).left),
    );
    build.onResolve({ filter: /^catalogue-english$/ }, () => ({
      path: "english",
      namespace: "catalogue",
    }));
    build.onLoad({ filter: /.*/, namespace: "catalogue" }, async () =>
      given((await parted()).english),
    );
  },
};

function given(value) {
  return { contents: JSON.stringify(value), loader: "json" };
}

async function parted() {
  const english = [];
  const left = JSON.parse(await readFile(CATALOGUE, "utf8"));
  const take = (node) => {
    if (typeof node !== "object" || node === null) {
      return;
    }
    if ("zh" in node) {
      english.push(node.en);
      node.en = "";
    }
    Object.values(node).forEach(take);
  };
  take(left);
  return { left, english };
}
