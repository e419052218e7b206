/** The rules of arrears-ledger in Node.js: a call goes into the module, an answer comes out. */

import { readFileSync } from "node:fs";

const MODULE = new URL("arrears-ledger-core.wasm", import.meta.url);
/** What an error's text starts with; no answer does. */
const ERROR = '{"error":';

/** Why there is no answer: `code` for programs, `path` into the call, `message` for people. */
export class ArrearsError extends Error {
  constructor(status, { code, message, path, faults }) {
    super(message);
    this.name = "ArrearsError";
    this.status = status;
    this.code = code;
    this.path = path;
    this.faults = faults ?? [];
  }
}

let compiled;

/** The module, ready to be called. A call runs to its end before the next; workers have their own. */
export class ArrearsLedger {
  #module;
  #exports;

  /** Without an argument, with the module that is part of this package. */
  constructor(module) {
    compiled ??= module ? undefined : new WebAssembly.Module(readFileSync(MODULE));
    this.#module = module ?? compiled;
  }

  /** Checks a submission, a draft, a sheet or a workbook, by its bytes or its text. */
  validate(file, options = {}) {
    return this.#json("validate", withFile(file, options));
  }

  /** Checks a stream of submissions or debts, a line each (NDJSON); an answer a line. */
  lines(file, options = {}) {
    return this.#list("lines", withFile(file, options));
  }

  /** Checks files, each by itself and all with each other; the last answer is that for all. */
  together(files, options = {}) {
    return this.#list("together", dated({ ...options, files }));
  }

  /** Makes the file that is handed in of a ledger that is in order. */
  submit(file, options = {}) {
    return this.#json("submit", withFile(file, options));
  }

  /** Where a debt's values come from that nobody typed: `/entries/0`, `/entries/0/plan_maker`. */
  explain(file, path, options = {}) {
    return this.#json("explain", { ...withFile(file, options), path });
  }

  /** The digest and the check code of a submission. */
  digest(file) {
    return this.#json("digest", { file });
  }

  /** What changed from one ledger to another. */
  compare(old, now) {
    return this.#json("compare", { old, new: now });
  }

  /** What is to be said of a unified social credit code. */
  code(code) {
    return this.#json("code", { code });
  }

  /** What is to be said of a campaign file. */
  campaign(file) {
    return this.#json("campaign", { file });
  }

  /** Every rule. */
  rules() {
    return this.#json("rules", {});
  }

  /** Every field, by its table. */
  fields() {
    return this.#json("fields", {});
  }

  /** The JSON Schema of a `submission`, of `findings` or of a `campaign`. */
  schema(of = "submission") {
    return this.#json("schema", { of });
  }

  /** The versions of the crate and of the format, and the campaign it carries. */
  version() {
    return this.#json("version", {});
  }

  /** Carries out a call as it is written down in the crate's `call`: bytes in, status and text out. */
  call(request) {
    try {
      return this.#carry(request);
    } catch (error) {
      // A module that stopped in the middle is of no more use; the next call gets a new one.
      this.#exports = undefined;
      if (error instanceof ArrearsError) throw error;
      throw new ArrearsError(5, { code: "fault", message: String(error), path: "" });
    }
  }

  #carry(request) {
    this.#exports ??= new WebAssembly.Instance(this.#module).exports;
    const { memory, arrears_alloc, arrears_call, arrears_dealloc, arrears_free } = this.#exports;
    const address = arrears_alloc(request.length) >>> 0;
    if (address === 0) throw new RangeError("the call does not fit into the module's memory");
    new Uint8Array(memory.buffer, address, request.length).set(request);
    const answer = arrears_call(address, request.length) >>> 0;
    const [text, length, status] = new Uint32Array(memory.buffer.slice(answer, answer + 12));
    const copy = Buffer.from(memory.buffer.slice(text, text + length));
    arrears_free(answer);
    arrears_dealloc(address, request.length);
    return { status, text: copy.toString("utf8") };
  }

  #text(name, members) {
    const { status, text } = this.call(request(name, members));
    if (text.startsWith(ERROR)) throw new ArrearsError(status, JSON.parse(text).error);
    return text;
  }

  #json(name, members) {
    return JSON.parse(this.#text(name, members));
  }

  #list(name, members) {
    const text = this.#text(name, members);
    return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line));
  }
}

/** Members whose values are files. */
const FILES = ["campaign", "data", "file", "files", "leads", "new", "old", "previous"];

/** The bytes of a call: its line, and behind it the files in the order of their members' names. */
export function request(name, members) {
  const call = { call: name };
  const behind = [];
  const place = (file) => {
    const { name, bytes } = named(file);
    behind.push(bytes);
    return { ...(name === undefined ? {} : { name }), bytes: bytes.length };
  };
  for (const key of Object.keys(members).sort()) {
    const value = members[key];
    if (value === undefined) continue;
    const isFile = FILES.includes(key);
    call[key] = !isFile ? value : Array.isArray(value) ? value.map(place) : place(value);
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(call)}\n`), ...behind]);
}

/** A file is its bytes, its text, or either with a name. */
function named(file) {
  if (typeof file === "string") return { bytes: Buffer.from(file) };
  if (file instanceof Uint8Array) return { bytes: file };
  if (file === null || typeof file !== "object") throw new TypeError("a file is bytes or text");
  const { name, content } = file;
  return { ...named(content), name };
}

function withFile(file, { name, ...options }) {
  return dated({ ...options, file: name === undefined ? file : { name, content: file } });
}

/** Without a day, today by the clock of China. */
function dated(members) {
  const EIGHT_HOURS = 8 * 60 * 60 * 1000;
  const today = () => new Date(Date.now() + EIGHT_HOURS).toISOString().slice(0, 10);
  return { ...members, today: members.today ?? today() };
}
