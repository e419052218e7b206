/**
 * The focus is never lost: where the element that had it is taken away, what stands next gets it,
 * within the same view. Without this a clerk at the keyboard would start from the top again.
 */

import { rootOf } from "./stage";

/** An ancestor of what had the focus, and which of its children led there. */
interface Link {
  parent: Element;
  index: number;
}

const STOPS =
  "a[href],button:not([aria-disabled=true]),input,select,textarea,summary,[tabindex]:not(#main)";

/** Answers what ends it. */
export function keepFocus(root: Element): () => void {
  let held: Element | null = null;
  let chain: Link[] = [];
  root.addEventListener("focusin", (event) => {
    held = event.target as Element;
    chain = chainOf(held, root);
  });
  const restore = () => {
    const { activeElement } = rootOf(root);
    const isLost = activeElement === null || activeElement === document.body;
    if (isLost && held && !held.isConnected) {
      held = null;
      nearest(chain, root)?.focus({ preventScroll: true });
    }
  };
  const observer = new MutationObserver(() => {
    if (held && !held.isConnected) {
      requestAnimationFrame(restore);
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function chainOf(element: Element, root: Element): Link[] {
  const chain: Link[] = [];
  for (let child = element; child !== root && child.parentElement; child = child.parentElement) {
    const parent = child.parentElement;
    chain.push({ parent, index: [...parent.children].indexOf(child) });
  }
  return chain;
}

function nearest(chain: readonly Link[], root: Element): HTMLElement | null {
  const link = chain.find(({ parent }) => parent.isConnected);
  for (const { parent, index } of chain.slice(link ? chain.indexOf(link) : chain.length)) {
    // What is left of a dialog or of another view leads nowhere: the view is read from its top.
    if (parent.id === "main" || parent.localName === "al-notice") {
      break;
    }
    const children = [...parent.children];
    const after = children.slice(index).flatMap(stopsIn)[0];
    const before = children.slice(0, index).flatMap(stopsIn).pop();
    if (after ?? before) {
      return after ?? before ?? null;
    }
  }
  return root.querySelector<HTMLElement>("#main");
}

/** What can take the focus in an element, and is to be seen. */
function stopsIn(element: Element): HTMLElement[] {
  const own = element.matches(STOPS) ? [element as HTMLElement] : [];
  return [...own, ...element.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.getClientRects().length !== 0,
  );
}
