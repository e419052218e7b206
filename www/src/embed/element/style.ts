/** How the ledger looks within a shadow: one sheet for all elements of the page. */

import text from "element-style";

let sheet: CSSStyleSheet | null | undefined;

/**
 * Gives a shadow its style. Adopted sheets need no leave of a policy; where a browser has none, it is
 * a `<style>` element, which a strict policy forbids.
 */
export function style(root: ShadowRoot): void {
  sheet ??= made(text);
  if (sheet) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return;
  }
  const element = document.createElement("style");
  element.textContent = text;
  root.append(element);
}

export function made(css: string): CSSStyleSheet | null {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  } catch {
    return null;
  }
}
