/** Run in a consumer's folder by `package.spec.mjs`: says what the package answers there. */

import { readFile } from "node:fs/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

import { load, loadSync } from "arrears-ledger";
import campaign from "arrears-ledger/yexian-2022";

const today = "2022-06-12";

if (isMainThread) {
  const file = await readFile(process.argv[2]);
  const ledger = await load();
  const bytes = await readFile(
    new URL(import.meta.resolve("arrears-ledger/arrears_ledger_bg.wasm")),
  );
  const module = await WebAssembly.compile(bytes);
  const said = ledger.check(file, { campaign, today });
  console.log(JSON.stringify({ here: said, thread: await inThread(module, file) }));
} else {
  const { module, file } = workerData;
  parentPort.postMessage(loadSync(module).check(file, { campaign, today }));
}

function inThread(module, file) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { module, file } });
    worker.on("message", resolve);
    worker.on("error", reject);
  });
}
