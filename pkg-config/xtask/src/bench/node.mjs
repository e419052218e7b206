/**
 * Measures the module that Node.js gets: `node node.mjs QUICK_FOLDER INPUT_FOLDER CAMPAIGN_FILE
 * all|cells`.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { cells, measure } from "./measure.mjs";

const [module, inputs, campaign, what] = process.argv.slice(2);
const glue = await import(pathToFileURL(path.join(module, "arrears_ledger.js")).href);
const bytes = await readFile(path.join(module, "arrears_ledger_quick_bg.wasm"));
const { memory } = await glue.default({ module_or_path: bytes });
const read = async (name) => new Uint8Array(await readFile(path.join(inputs, name)));
const lines = await (what === "cells" ? cells : measure)(() => ({ glue, memory }), await readFile(campaign, "utf8"), read, "node");
console.log(lines.join("\n"));
