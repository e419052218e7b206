/** What every view shares: the desk, its words, and drawing itself again when the desk changes. */

import { LitElement } from "lit";

import type { Desk } from "../desk";
import type { Messages } from "../locale";

export abstract class View extends LitElement {
  static override properties = { desk: { attribute: false } };

  declare desk: Desk;
  #unwatch: (() => void) | undefined;

  /** Views draw into the page itself: one stylesheet, one focus order, no shadow. */
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.desk.views.add(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  protected get t(): Messages {
    return this.desk.t;
  }
}
