/** The ledger's parts, each an element: shown where the portal wants them, of one ledger. */

import { html, type TemplateResult } from "lit";

import type { Desk } from "../../desk";
import type { Step } from "../../steps";
import { draw, reasons } from "./drawn";
import { follow, type Owned } from "./owned";
import type { ArrearsLedgerElement } from "./public";

type ViewOf = (desk: Desk) => TemplateResult;

const stepOf =
  (step: Step): ViewOf =>
  (desk) =>
    html`<al-step .desk=${desk} .step=${step}></al-step>`;

const VIEWS: Record<string, ViewOf> = {
  home: stepOf("home"),
  unit: stepOf("unit"),
  sheet: stepOf("ledger"),
  plan: stepOf("plan"),
  check: stepOf("check"),
  print: stepOf("print"),
  export: stepOf("export"),
  steps: (desk) => html`<al-steps .desk=${desk}></al-steps>`,
  status: (desk) => html`<al-status .desk=${desk}></al-status>`,
};

/** Those that show a ledger, and nothing while none is open. */
const OF_A_LEDGER = ["unit", "sheet", "plan", "check", "print", "export", "steps"];

abstract class PartElement extends HTMLElement {
  static readonly observedAttributes = ["for"];
  protected abstract readonly kind: string;
  #ledger: ArrearsLedgerElement | null = null;
  #leave: (() => void) | null = null;
  #ends: (() => void)[] = [];

  get ledger(): ArrearsLedgerElement | null {
    return this.#ledger ?? this.#named();
  }
  set ledger(ledger: ArrearsLedgerElement | null) {
    this.#ledger = ledger;
    this.#follow();
  }

  connectedCallback(): void {
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  attributeChangedCallback(): void {
    this.#follow();
  }

  #named(): ArrearsLedgerElement | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    const id = this.getAttribute("for");
    return id ? (root.getElementById?.(id) as ArrearsLedgerElement | null) : null;
  }

  #follow(): void {
    this.#stop();
    const { ledger } = this;
    if (this.isConnected && ledger) {
      this.#leave = follow(ledger as unknown as Element, (owned) => this.#show(owned));
    }
  }

  #stop(): void {
    this.#leave?.();
    this.#leave = null;
    this.#clear();
  }

  #clear(): void {
    this.#ends.splice(0).forEach((end) => end());
  }

  #show(owned: Owned | null): void {
    this.#clear();
    if (!owned) {
      return;
    }
    const { desk } = owned;
    let drawn: (() => void) | null = null;
    const settle = () => {
      const isShown = !OF_A_LEDGER.includes(this.kind) || desk.session !== null;
      if (isShown && !drawn) {
        const view = VIEWS[this.kind]?.(desk) ?? html``;
        drawn = draw(
          this,
          owned,
          html`<main part="view">${view}</main>
            ${reasons(desk)}`,
        );
      } else if (!isShown && drawn) {
        drawn();
        drawn = null;
      }
    };
    settle();
    this.#ends = [desk.views.add(settle), () => drawn?.()];
  }
}

/** Defines the element of each part. */
export function defineParts(): void {
  for (const part of Object.keys(VIEWS)) {
    customElements.define(
      `arrears-ledger-${part}`,
      class extends PartElement {
        protected override readonly kind = part;
      },
    );
  }
}
