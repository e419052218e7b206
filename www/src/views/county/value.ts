/** A value of a paper in words. */

import type { Lang } from "../../engine/contract";
import type { Value } from "../../engine/office/county";

export function shown(value: Value, lang: Lang): string {
  if (value === null) {
    return "";
  }
  if (typeof value === "object") {
    return "shown" in value ? value.shown : value[lang];
  }
  return String(value);
}
