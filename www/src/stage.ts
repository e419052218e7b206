/**
 * Where the ledger stands: the whole page, or an element of somebody else's. What a view asks of the
 * page around it, it asks here; what it asks of the tree it is drawn in, of its own root.
 */

import type { Submission } from "./engine/contract";
import { remember, type Settings } from "./settings";
import type { Step } from "./steps";

export interface Stage {
  /** Whether the county office can be gone to from here. */
  readonly hasCounty: boolean;
  /** Whether the clerk is at the ledger: the page's county office opens none. */
  isHere(): boolean;
  /** An element of what is drawn, wherever that is. */
  find(selector: string): HTMLElement | null;
  /** Gives what is drawn its language and its print, and remembers them where that is wanted. */
  dress(settings: Settings): void;
  titled(title: string): void;
  /** The clerk has gone to a step. */
  arrived(step: Step): void;
  toTop(): void;
  /** Somebody hands the ledger in; answers whether the clerk gets it as a file. */
  handsOver(submission: Submission): boolean;
}

/** The whole page. */
export const page: Stage = {
  hasCounty: true,
  isHere: () => location.hash !== "#county",
  find: (selector) => document.querySelector<HTMLElement>(selector),
  dress(settings) {
    dress(document.documentElement, settings);
    remember(settings);
  },
  titled(title) {
    document.title = title;
  },
  arrived(step) {
    if (location.hash !== `#${step}`) {
      history.pushState(null, "", `#${step}`);
    }
  },
  toTop: () => window.scrollTo(0, 0),
  handsOver: () => true,
};

export function dress(top: HTMLElement, { lang, large }: Settings): void {
  top.lang = lang === "zh" ? "zh-CN" : "en";
  top.classList.toggle("large", large);
}

/** The document, or the shadow of an element, that a node is drawn in. */
export function rootOf(node: Node): Document | ShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** What has the focus there. */
export function focusedIn(node: Node): Element | null {
  return rootOf(node).activeElement;
}
