/** How the clerk likes the page: its language, and whether it is in large print. Remembered. */

import type { Lang } from "./engine/contract";

export interface Settings {
  lang: Lang;
  large: boolean;
}

const REMEMBERED = "arrears-ledger:page";
const FIRST: Settings = { lang: "zh", large: false };

export function rememberedSettings(): Settings {
  try {
    const known: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null");
    const { lang, large } = (known ?? {}) as Partial<Settings>;
    return { lang: lang === "en" ? "en" : "zh", large: large === true };
  } catch {
    // No storage, or something else in it.
    return { ...FIRST };
  }
}

export function remember(settings: Settings): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(settings));
  } catch {
    // They are remembered until the page is closed.
  }
}
