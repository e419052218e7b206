/** The whole ledger in a portal's page: the form around it posts the submission. */

import "./arrears-ledger/element.js";

const ledger = document.querySelector("arrears-ledger");
const said = document.querySelector("#said");

ledger.prefill = { header: { phone: "0375-8050000" } };

ledger.addEventListener("ledger-change", ({ detail }) => {
  if (detail.overview) {
    const { errors, warnings } = detail.overview.counts;
    said.textContent = `错误 ${errors}，提醒 ${warnings}`;
  }
});

// The button 导出 in the ledger hands it in too: here it is the form that does, and no file is offered.
ledger.addEventListener("ledger-submit", (event) => {
  event.preventDefault();
  ledger.form.requestSubmit();
});
