/** A consumer's program, checked as strictly as the compiler can; it is not run. */

import { bindForm, type DraftStore, type FormBinding } from "arrears-ledger/form";
import campaign from "arrears-ledger/yexian-2022";

const texts = new Map<string, string>();
const store: DraftStore = {
  save: async (key, text) => void texts.set(key, text),
  load: (key) => texts.get(key) ?? null,
  delete: (key) => void texts.delete(key),
};

export async function form(element: HTMLFormElement): Promise<FormBinding> {
  const bound = await bindForm(element, {
    campaign,
    store,
    fields: { qk_dw: "creditor_name" },
    prefill: { header: { filler: "李某" }, entries: [{ debtor_name: "叶县水利局" }] },
    submission: "ledger",
  });
  element.addEventListener("ledger-submit", (event) => {
    event.preventDefault();
    const digest: string = event.detail.submission.digest;
    console.log(digest);
  });
  element.addEventListener("draft-failed", ({ detail }) => {
    const why: "full" | "forbidden" = detail.why;
    console.log(why);
  });
  // @ts-expect-error there is no such field of the head
  await bindForm(element, { campaign, prefill: { header: { fillr: "李某" } } });
  bound.unbind();
  return bound;
}
