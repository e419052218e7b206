/** A consumer's program, checked as strictly as the compiler can; it is not run. */

import { load, loadSync, type EntriesKey, type Finding, type Session } from "arrears-ledger";
import catalogue from "arrears-ledger/catalogue";
import campaign from "arrears-ledger/yexian-2022";

export async function headless(bytes: Uint8Array): Promise<string> {
  const ledger = await load({ module: new URL("https://portal.example/ledger.wasm") });
  const session: Session = ledger.create({ campaign, today: "2022-06-10" });
  session.choose_unit(campaign.units[0]?.code ?? "");
  session.insert_rows(0, 1);
  const change = session.set_cell(0, "arrears_amount", "12.5");
  const added: readonly Finding[] = change.added;
  const keys: EntriesKey[] = ["debtor_name", "creditor_name"];
  const [[debtor] = []] = session.rows(0, 1, keys);
  session.set_child(0, "instalments", 0, "due_on", "2022-12-31");
  // @ts-expect-error there is no such column
  session.set_cell(0, "arrears_amuont", "12.5");
  // @ts-expect-error that is a column of payments
  session.set_child(0, "instalments", 0, "paid_on", "2022-12-31");
  // @ts-expect-error a campaign is needed
  ledger.create({ today: "2022-06-10" });
  session.free();
  const severity: "error" | "warning" | "notice" | undefined = added[0]?.severity;
  const { submission, opened } = loadSync(bytes as BufferSource).check("{}", { campaign });
  const labels = catalogue.fields.entries.map(({ label }) => label.zh);
  return [severity, submission?.digest, opened.whole, debtor, ...labels].join();
}
