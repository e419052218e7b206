/** The few words that the binding says by itself; findings bring theirs. */

import type { Lang } from "../../engine/contract";

export interface FormWords {
  summary(errors: number, warnings: number): string;
  debt(number: number): string;
  reason: string;
  confirm: string;
}

const zh: FormWords = {
  summary: (errors, warnings) =>
    [
      errors === 0 ? "" : `有 ${errors} 处错误需要改正`,
      warnings === 0 ? "" : `有 ${warnings} 处提醒需要改正或说明理由`,
    ]
      .filter(Boolean)
      .join("，"),
  debt: (number) => `第${number}笔 `,
  reason: "情况属实的理由",
  confirm: "确认",
};

const en: FormWords = {
  summary: (errors, warnings) =>
    [
      errors === 0 ? "" : `${errors} to be mended`,
      warnings === 0 ? "" : `${warnings} to be mended or confirmed with a reason`,
    ]
      .filter(Boolean)
      .join(", "),
  debt: (number) => `Debt ${number}: `,
  reason: "Why it is so",
  confirm: "Confirm",
};

export function wordsIn(lang: Lang): FormWords {
  return lang === "zh" ? zh : en;
}
