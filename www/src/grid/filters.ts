/** Which rows a column's filter lets through. */

import type { FieldInfo, Kind } from "../engine/contract";
import { wordsOf } from "../several";
import { exact } from "./exact";

export type Filter =
  /** Texts that hold this. */
  | { by: "text"; text: string }
  /** One of these texts, or words of a cell that takes several; `""` are the blanks. */
  | { by: "values"; values: string[] }
  /** From and to, each of them left open where it is empty: amounts, numbers, days. */
  | { by: "range"; from: string; to: string }
  | { by: "blank"; blank: boolean };

/** How a column is filtered. */
export type Way = "text" | "values" | "numbers" | "days";

export function wayOf(kind: Kind): Way {
  switch (kind.type) {
    case "choice":
    case "choices":
    case "flag":
      return "values";
    case "amount":
    case "rate":
    case "count":
      return "numbers";
    case "date":
    case "month":
      return "days";
    default:
      return "text";
  }
}

/** Whether a text of the column passes. */
export function passes(filter: Filter, field: FieldInfo): (text: string) => boolean {
  switch (filter.by) {
    case "text": {
      const wanted = plain(filter.text);
      return (text) => plain(text).includes(wanted);
    }
    case "values":
      return hasOne(filter.values, field.kind);
    case "range":
      return wayOf(field.kind) === "days" ? onDays(filter) : within(filter);
    case "blank":
      return (text) => (text === "") === filter.blank;
  }
}

/** Wide and narrow, large and small letters are the same to whoever looks for something. */
export function plain(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function hasOne(values: readonly string[], kind: Kind): (text: string) => boolean {
  const wanted = new Set(values);
  if (kind.type !== "choices") {
    return (text) => wanted.has(text);
  }
  return (text) => {
    const { known, strange } = wordsOf(text, kind.options);
    const words = [...known.map((option) => option.zh), ...strange];
    return words.length === 0 ? wanted.has("") : words.some((word) => wanted.has(word));
  };
}

function within({ from, to }: { from: string; to: string }): (text: string) => boolean {
  const [low, high] = [exact(from.trim()), exact(to.trim())];
  return (text) => {
    const number = exact(text);
    return number !== null && (low === null || low <= number) && (high === null || number <= high);
  };
}

/** Days and months compare as text; to a month means to its end. */
function onDays({ from, to }: { from: string; to: string }): (text: string) => boolean {
  const [first, last] = [from.trim(), to.trim()];
  return (text) => /^\d{4}-\d{2}/.test(text) && first <= text && (!last || text <= `${last}~`);
}

/** The texts of a column with their numbers, the list's own words first, blanks last. */
export function valuesOf(texts: readonly string[], kind: Kind): { text: string; count: number }[] {
  const options = kind.type === "choice" || kind.type === "choices" ? kind.options : [];
  const counts = new Map(options.map((option) => [option.zh, 0]));
  const add = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1);
  let blank = 0;
  for (const text of texts) {
    if (text === "") {
      blank += 1;
    } else if (kind.type === "choices") {
      const { known, strange } = wordsOf(text, kind.options);
      [...known.map((option) => option.zh), ...strange].forEach(add);
    } else {
      add(text);
    }
  }
  const values = [...counts].filter(([, count]) => count !== 0);
  return [...values.map(([text, count]) => ({ text, count })), ...blanks(blank)];
}

function blanks(count: number): { text: string; count: number }[] {
  return count === 0 ? [] : [{ text: "", count }];
}
