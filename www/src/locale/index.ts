/** The page's own words. Fields, rules and findings bring theirs from the engine. */

import { addEnglish } from "../engine/catalogue";
import type { Lang } from "../engine/contract";
import { leftBy } from "../engine/script";
import { zhCN } from "./zh-CN";
import type { LaterWords } from "./zh-CN/later";

/** Every key of the Chinese catalogue; a language that lacks one does not compile. */
export type Messages = Widened<typeof zhCN>;

/** A part of the catalogue, in another language than the first. */
export type Part<T> = Widened<T>;

/** The shape of a catalogue without its wording. */
type Widened<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Widened<R>
    : { readonly [K in keyof T]: Widened<T[K]> };

/** What the script with another language than the first leaves behind. */
export interface English {
  words: Messages;
  /** What `addEnglish` takes. */
  catalogue: readonly string[];
}

let english: Messages | null = null;

export function hasWords(lang: Lang): boolean {
  return lang === "zh" || english !== null;
}

/** Rejects where they cannot be had; a call after one that failed tries again. */
export async function loadWords(lang: Lang): Promise<void> {
  if (!hasWords(lang)) {
    const { words, catalogue } = await leftBy<English>("arrears_ledger_en");
    addEnglish(catalogue);
    english = words;
  }
}

/** Words of the first language that came with what says them. */
export function addWords(words: LaterWords): void {
  Object.assign(zhCN, words);
}

/** Those of the first language, until the others are there. */
export function messagesIn(lang: Lang): Messages {
  return lang === "en" && english ? english : zhCN;
}
