/** What the binding tells the portal, by events on the form; all bubble and can be cancelled. */

import type { Finding, Overview, Submission } from "../../engine/contract";

export interface FormEventMap {
  /** Something changed, and was checked. Cancelled, the binding shows nothing: the portal does. */
  "ledger-change": CustomEvent<{ overview: Overview; findings: readonly Finding[] }>;
  /** The draft is safe. */
  "draft-saved": CustomEvent<{ key: string; at: Date }>;
  /** The draft could not be saved: there is no room, or it is forbidden. */
  "draft-failed": CustomEvent<{ key: string; why: "full" | "forbidden" }>;
  /** The form is about to be handed in, and nothing is left to do. Cancelled, it is not. */
  "ledger-submit": CustomEvent<{ submission: Submission }>;
}

declare global {
  interface HTMLFormElement {
    addEventListener<K extends keyof FormEventMap>(
      type: K,
      listener: (this: HTMLFormElement, event: FormEventMap[K]) => unknown,
      options?: boolean | AddEventListenerOptions,
    ): void;
  }
}

/** Whether what follows by itself should be done. */
export function tell<K extends keyof FormEventMap>(
  form: HTMLFormElement,
  type: K,
  detail: FormEventMap[K]["detail"],
): boolean {
  const event = new CustomEvent(type, { detail, bubbles: true, cancelable: true });
  return form.dispatchEvent(event);
}
