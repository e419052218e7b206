/** How full local storage is. Browsers give every site the same room there, and say nothing of it. */

/** What Chromium (78 to 156) and Firefox give a site, in UTF-16 units of keys and texts. */
const MOST = 5 * 1024 * 1024;

/** From here on the page warns. */
const SHORT = 0.8;

export interface Room {
  used: number;
  most: number;
  isShort: boolean;
}

/** Everything on this origin counts, strangers' too; `null` where there is no local storage. */
export function room(): Room | null {
  try {
    let used = 0;
    for (const key of Object.keys(window.localStorage)) {
      used += key.length + (window.localStorage.getItem(key)?.length ?? 0);
    }
    return { used, most: MOST, isShort: SHORT * MOST <= used };
  } catch {
    return null;
  }
}
