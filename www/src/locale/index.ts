/** The page's own words. Fields, rules and findings bring theirs from the engine. */

import type { Lang } from "../engine/contract";
import { en } from "./en";
import { zhCN } from "./zh-CN";

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

export function messagesIn(lang: Lang): Messages {
  return lang === "zh" ? zhCN : en;
}
