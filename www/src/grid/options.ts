/** The list under a cell that takes words of a list: narrowed by what is typed, never forced. */

import type { Kind, Lang, Option } from "../engine/contract";
import { BETWEEN, textOf, toggled, wordsOf } from "../several";
import { plain } from "./filters";
import { initials } from "./pinyin";

export class Options {
  chosen = -1;
  #options: readonly Option[] = [];
  #several = false;

  /** Takes up a cell; a flag is a list of two. */
  take(kind: Kind): void {
    this.chosen = -1;
    this.#several = kind.type === "choices";
    if (kind.type === "flag") {
      this.#options = [
        { code: "true", zh: "是", en: "yes" },
        { code: "false", zh: "否", en: "no" },
      ];
    } else {
      this.#options = kind.type === "choice" || kind.type === "choices" ? kind.options : [];
    }
  }

  get isEmpty(): boolean {
    return this.#options.length === 0;
  }

  /** What fits the text; all of them before the clerk has typed. */
  fitting(text: string, typed: boolean): readonly Option[] {
    const part = this.#last(text);
    return typed && part ? fitting(this.#options, plain(part)) : this.#options;
  }

  isIn(text: string, option: Option): boolean {
    return this.#several ? wordsOf(text, this.#options).known.includes(option) : text === option.zh;
  }

  /**
   * After typing: the one option that begins so is offered to Enter, or the first one that Latin
   * letters find, for they are no word of a list themselves.
   */
  guess(text: string): void {
    const part = this.#last(text);
    const fitting = this.fitting(text, true);
    const [first] = fitting;
    const isBegun = fitting.length === 1 && first?.zh.startsWith(part);
    this.chosen = part && first && (isBegun || LATIN.test(part)) ? 0 : -1;
  }

  move(by: number, count: number): void {
    this.chosen = Math.max(0, Math.min(count - 1, this.chosen + by));
  }

  /** The text with an option taken; of several, taking one again puts it back. */
  taken(text: string, option: Option, typed: boolean): string {
    if (!this.#several) {
      return option.zh;
    }
    const words = wordsOf(text, this.#options);
    // What was typed to find the option gives way to it.
    const strange = typed ? words.strange.slice(0, -1) : words.strange;
    return textOf(toggled({ ...words, strange }, option));
  }

  /** The text as the box shows it: of several, ready for the next word. */
  open(text: string): string {
    return this.#several && text ? `${text}${BETWEEN}` : text;
  }

  /** The text as the cell takes it. */
  closed(text: string): string {
    return this.#several && text.endsWith(BETWEEN) ? text.slice(0, -BETWEEN.length) : text;
  }

  get several(): boolean {
    return this.#several;
  }

  /** What is being typed: of several, what is no word of the list yet. */
  #last(text: string): string {
    return this.#several ? (wordsOf(text, this.#options).strange.pop() ?? "") : text;
  }
}

const LATIN = /^[a-z_]+$/i;

/** Found by the label in the languages that are there, the code, or the first letters of its Pinyin. */
function fitting(options: readonly Option[], part: string): Option[] {
  const begins = options.filter(
    ({ zh, en, code }) =>
      [zh, code, initials(zh)].some((word) => word.startsWith(part)) ||
      plain(en)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(part)),
  );
  const holds = ({ zh }: Option) => zh.includes(part) || initials(zh).includes(part);
  return [...begins, ...options.filter((option) => !begins.includes(option) && holds(option))];
}

export function wordOf(option: Option, lang: Lang): string {
  return lang === "zh" ? option.zh : `${option.zh} ${option.en}`;
}
