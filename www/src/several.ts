/**
 * A cell that takes several words of a list, as text. The words are parted by 、 and some hold that
 * sign themselves (无预算、超预算……): so they are found by the list, the longest first.
 */

import type { Option } from "./engine/contract";

export const BETWEEN = "、";

export interface Words {
  known: Option[];
  /** What is no word of the list, in the order it stands. */
  strange: string[];
}

export function wordsOf(text: string, options: readonly Option[]): Words {
  const longestFirst = [...options].sort((left, right) => right.zh.length - left.zh.length);
  const words: Words = { known: [], strange: [] };
  let rest = text;
  while (rest !== "") {
    const option = longestFirst.find((option) => begins(rest, option.zh));
    const word = option ? option.zh : (rest.split(BETWEEN, 1)[0] ?? rest);
    if (option) {
      words.known.push(option);
    } else if (word) {
      words.strange.push(word);
    }
    rest = rest.slice(word.length + BETWEEN.length);
  }
  return words;
}

/** Words back to text. */
export function textOf(words: Words): string {
  return [...words.known.map((option) => option.zh), ...words.strange].join(BETWEEN);
}

/** The text with a word put in, or taken out where it was in. */
export function toggled(words: Words, option: Option): Words {
  const kept = words.known.filter((known) => known.code !== option.code);
  const isIn = kept.length !== words.known.length;
  return { ...words, known: isIn ? kept : [...kept, option] };
}

function begins(text: string, word: string): boolean {
  return text.startsWith(word) && (text.length === word.length || text[word.length] === BETWEEN);
}
