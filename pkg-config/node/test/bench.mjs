/** How long ten thousand debts take in Node.js, and how long Ajv takes to hold them against the
 * schema alone. `node bench.mjs FOLDER`, with what `bench_input.mjs` wrote there. */

import { appendFileSync, readFileSync } from "node:fs";

import { Ajv2020 } from "ajv/dist/2020.js";

import { ArrearsLedger } from "../index.mjs";

const [folder] = process.argv.slice(2);
const bytes = readFileSync(`${folder}/ledger.json`);
const schema = JSON.parse(readFileSync(`${folder}/schema.json`, "utf8"));

/** The median of some runs after one that does not count, in milliseconds. */
function median(work, runs = 5) {
  const times = [];
  for (let run = 0; run <= runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.slice(1).sort((a, b) => a - b)[runs >> 1];
}

const ledger = new ArrearsLedger();
const validate = new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
const figures = {
  "node/rules": median(() => ledger.validate(bytes, { today: "2022-06-12" })),
  "node/ajv": median(() => validate(JSON.parse(bytes.toString("utf8")))),
};
for (const [name, time] of Object.entries(figures)) {
  appendFileSync(`${folder}/figures.tsv`, `hosts/${name}/10000\t${time.toFixed(1)}\tms\n`);
}
