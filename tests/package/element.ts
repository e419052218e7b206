/** A consumer's program, checked as strictly as the compiler can; it is not run. */

import {
  ArrearsLedgerElement,
  checkStore,
  type ArrearsLedgerEventMap,
  type HostStore,
} from "arrears-ledger/element";

export function element(store: HostStore): string {
  const ledger = document.createElement("arrears-ledger");
  ledger.unit = "410422204";
  ledger.readOnlyFields = ["filler", "debtor_name"];
  ledger.store = store;
  ledger.locale = "en";
  ledger.addEventListener("ledger-submit", async (event) => {
    event.preventDefault();
    await fetch("/ledgers", { method: "POST", body: event.detail.submission.text });
  });
  ledger.addEventListener("ledger-change", (event: ArrearsLedgerEventMap["ledger-change"]) => {
    console.log(event.detail.overview?.counts.errors);
  });
  // @ts-expect-error there is no such place
  ledger.storage = "cookies";
  const sheet = document.createElement("arrears-ledger-sheet");
  sheet.ledger = ledger;
  document.body.append(ledger, sheet);
  void checkStore(store);
  return ledger instanceof ArrearsLedgerElement ? ledger.value : "";
}
