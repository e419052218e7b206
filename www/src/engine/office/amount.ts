/** Amounts in the capital words of cheques and seals. */

export interface Amounts {
  /** 大写 of an amount as it is typed; `undefined` for a text that is no amount, or too large. */
  capital_words(typed: string, in_wan: boolean): string | undefined;
}
