export type * from "./embed/element/public.js";
import type { ArrearsLedgerElement as Public, HostStore } from "./embed/element/public.js";

/** The class of `<arrears-ledger>`, for `instanceof`. */
export declare const ArrearsLedgerElement: {
  new (): Public & HTMLElement;
  prototype: Public & HTMLElement;
};

/** Tries a store of the portal's, and says which promise it breaks. */
export declare function checkStore(
  store: HostStore,
): Promise<{ promise: string; broken: string | null }[]>;
