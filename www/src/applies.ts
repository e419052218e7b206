/** Which questions are for a debt: some are asked only where another column says so. */

import type { FieldInfo, Option } from "./engine/contract";
import type { Lexicon } from "./lexicon";
import { wordsOf } from "./several";

/** As the engine prints a yes. */
const YES = "是";

export function applies(
  field: FieldInfo,
  cells: Readonly<Record<string, string>>,
  lexicon: Lexicon,
): boolean {
  const { when } = field;
  if (!when) {
    return true;
  }
  const kind = lexicon.field("entries", when.field)?.kind;
  const text = cells[when.field] ?? "";
  const isAmong = (options: readonly Option[]) =>
    options.some(({ code }) => when.is.includes(code));
  switch (kind?.type) {
    case "flag":
      return text === YES && when.is.includes("true");
    case "choice":
      return isAmong(kind.options.filter(({ zh }) => zh === text));
    case "choices":
      return isAmong(wordsOf(text, kind.options).known);
    default:
      return true;
  }
}
