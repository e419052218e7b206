/**
 * The ledger as elements: `arrears-ledger/element`. Importing it defines `<arrears-ledger>` and the
 * elements of its parts.
 *
 *     import "arrears-ledger/element";
 *
 *     <arrears-ledger unit="410422204" locale="zh-CN"></arrears-ledger>
 */

import "../floor";

import { LedgerElement } from "./element/ledger";
import { layPapers } from "./element/paper";
import { defineParts } from "./element/part";
import type { ArrearsLedgerElement as Public } from "./element/public";

export type * from "./element/public";
export { checkStore } from "../drafts/host";

layPapers();
customElements.define("arrears-ledger", LedgerElement);
defineParts();

/** The class, for `instanceof` and `whenDefined`'s answer. */
export const ArrearsLedgerElement = LedgerElement as unknown as {
  new (): Public & HTMLElement;
  prototype: Public & HTMLElement;
};
