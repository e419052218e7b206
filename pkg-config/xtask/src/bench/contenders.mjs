/**
 * What finds what is wrong with a file's bytes in Node.js: ours, as the package for Node.js and as
 * the page's first module, and what others would take. Each is `async (places) => (bytes) =>
 * answer`; loading is part of the first. `found` turns an answer into lines that are compared.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { Found, check } from "./subset.mjs";

const TODAY = "2022-06-12";
const text = (bytes) => new TextDecoder().decode(bytes);

/** Where everything is, by the variables the command sets. */
export const places = {
  core: process.env.BENCH_CORE,
  page: process.env.BENCH_PAGE,
  campaign: process.env.BENCH_CAMPAIGN,
  inputs: process.env.BENCH_INPUTS,
  peers: process.env.BENCH_PEERS,
  node: process.env.BENCH_NODE,
};

const require = places.peers ? createRequire(path.join(places.peers, "package.json")) : undefined;
export const schema = () => JSON.parse(readFileSync(path.join(places.inputs, "schema.json"), "utf8"));

/** The package for Node.js: every finding, with its sentence. */
async function ours() {
  const { ArrearsLedger } = await import(pathToFileURL(path.join(places.node, "index.mjs")).href);
  const ledger = new ArrearsLedger(new WebAssembly.Module(readFileSync(places.core)));
  return (bytes) => ledger.validate(bytes, { today: TODAY });
}

/** The page's first module: a ledger opened, its findings told. */
async function page() {
  const glue = await import(pathToFileURL(path.join(places.page, "arrears_ledger.js")).href);
  const module = readFileSync(path.join(places.page, "arrears_ledger_bg.wasm"));
  await glue.default({ module_or_path: module });
  const campaign = readFileSync(places.campaign, "utf8");
  return (bytes) => {
    const session = glue.open(bytes, campaign, TODAY);
    const findings = session.call('["findings"]');
    session.free();
    return { findings };
  };
}

/** Ajv's own compiler writes a program once; only running it is measured. */
export function compileAjv() {
  const { Ajv2020 } = require("ajv/dist/2020.js");
  const standalone = require("ajv/dist/standalone/index.js").default;
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateFormats: false,
    code: { source: true },
  });
  const code = standalone(ajv, ajv.compile(schema()));
  const folder = path.join(places.peers, "node_modules", ".compiled");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "ajv.cjs"), code);
}

async function ajv() {
  const program = path.join(places.peers, "node_modules/.compiled/ajv.cjs");
  if (!existsSync(program)) throw new Error("compile the schema first");
  const validate = require(program);
  return (bytes) => {
    const ledger = JSON.parse(text(bytes));
    validate(ledger);
    return { errors: validate.errors ?? [], more: more(ledger) };
  };
}

async function zod() {
  const { z } = require("zod");
  const parser = z.fromJSONSchema(schema());
  return (bytes) => {
    const ledger = JSON.parse(text(bytes));
    const { error } = parser.safeParse(ledger);
    return { issues: error?.issues ?? [], more: more(ledger) };
  };
}

function more(ledger) {
  const findings = [];
  check(ledger.entries, (code, row, field) => findings.push({ code, row, field }));
  return findings;
}

export const CONTENDERS = { ours, page, ajv, zod };

/** The lines of an answer of somebody else's. */
export function found({ errors = [], issues = [], more }) {
  const found = new Found();
  for (const { keyword, instancePath, params } of errors) {
    const at = instancePath.split("/").slice(1);
    if (keyword === "required") found.schema("C-01", [...at, params.missingProperty]);
    else found.schema("C-02", at);
  }
  for (const { code, input, path: at, message } of issues) {
    const isMissing = code.startsWith("invalid") && input === undefined && /undefined|required/i.test(message);
    found.schema(isMissing ? "C-01" : "C-02", at);
  }
  for (const { code, row, field } of more) found.add(code, row, field);
  return found.lines;
}
