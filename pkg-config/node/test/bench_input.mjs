/** Writes what the hosts are measured with: a submission of ten thousand debts, and the schema of
 * submissions. `node bench_input.mjs FOLDER` */

import { readFileSync, writeFileSync } from "node:fs";

import { ArrearsLedger } from "../index.mjs";

const DEBTS = 10_000;
const SAMPLE = new URL("../../../tests/samples/parity/valid.json", import.meta.url);

const [folder] = process.argv.slice(2);
const ledger = new ArrearsLedger();
const submission = JSON.parse(readFileSync(SAMPLE, "utf8"));
const some = submission.entries;
submission.entries = Array.from({ length: DEBTS }, (_, no) => ({
  ...some[no % some.length],
  seq_no: no + 1,
  debt_id: `410422207-2022-06-${String(no + 1).padStart(5, "0")}`,
  contract_no: `LQ-${no}`,
  project_name: `第${no}号办公桌椅采购`,
}));
submission.confirmations = [];
submission.digest = ledger.digest(JSON.stringify(submission)).digest;
writeFileSync(`${folder}/ledger.json`, JSON.stringify(submission));
writeFileSync(`${folder}/schema.json`, JSON.stringify(ledger.schema()));
