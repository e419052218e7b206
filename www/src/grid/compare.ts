/** How the cells of a column are put in order: by what they mean, blanks and unread texts last. */

import type { FieldInfo, Option } from "../engine/contract";

/** Before any, unread texts after all that is read, blanks after those. */
type Rank = 0 | 1 | 2;
type Key = { rank: Rank; number: number; text: string };

const words = new Intl.Collator("zh-Hans-CN", { numeric: true });
const DATE = /^\d{4}-\d{2}(-\d{2})?$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The rows in the order of one column's texts; equal ones stay as they stand. */
export function sorted(
  rows: readonly number[],
  field: FieldInfo,
  texts: readonly string[],
  down: boolean,
): number[] {
  const keyOf = keys(field);
  const known = new Map(rows.map((row) => [row, keyOf(texts[row] ?? "")]));
  const compare = (left: number, right: number) => {
    const [a, b] = [known.get(left), known.get(right)];
    if (!a || !b) {
      return 0;
    }
    const order = a.number - b.number || words.compare(a.text, b.text);
    return a.rank - b.rank || (down ? -order : order) || left - right;
  };
  return [...rows].sort(compare);
}

/** What a field's texts are compared by. */
function keys(field: FieldInfo): (text: string) => Key {
  const { kind } = field;
  switch (kind.type) {
    case "amount":
    case "rate":
    case "count":
      return (text) => key(NUMBER.test(text), text, Number(text));
    case "date":
    case "month":
      return (text) => key(DATE.test(text), text);
    case "choice":
      return (text) => place(kind.options, text);
    default:
      return (text) => key(true, text);
  }
}

function key(isRead: boolean, text: string, number = 0): Key {
  const rank = text === "" ? 2 : isRead ? 0 : 1;
  return { rank, number: rank === 0 ? number : 0, text: number && rank === 0 ? "" : text };
}

/** A word of a list stands where the list has it. */
function place(options: readonly Option[], text: string): Key {
  const index = options.findIndex((option) => option.zh === text);
  return key(0 <= index, text, index + 1);
}
