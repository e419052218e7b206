/** A portal's own form, with the ledger's rules: no framework, no build. */

import { bindForm } from "./arrears-ledger/form.js";
import campaign from "./arrears-ledger/yexian-2022.js";

const form = document.querySelector("#ledger");

form.addEventListener("draft-saved", ({ detail }) => {
  document.querySelector("#draft").textContent = `草稿已保存 ${detail.at.toLocaleTimeString()}`;
});

start();

async function start() {
  // The form is posted as it always was; the submission goes along in the field `ledger`.
  window.bound = await bindForm(form, { campaign, unit: "410422101", submission: "ledger" });
}
