/** Every field, rule and limit. It is there in Chinese; the English comes with that language's script. */

import catalogue from "./catalogue.json";

import type { Catalogue, Words } from "./contract";

export const CATALOGUE = catalogue as unknown as Catalogue;

/** Puts the English beside the Chinese, in the order in which that stands. */
export function addEnglish(english: readonly string[]): void {
  let next = 0;
  const add = (node: unknown): void => {
    if (typeof node !== "object" || node === null) {
      return;
    }
    if ("zh" in node) {
      (node as Words).en = english[next] ?? "";
      next += 1;
    }
    Object.values(node).forEach(add);
  };
  add(CATALOGUE);
}
