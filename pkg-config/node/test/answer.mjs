/** Answers calls from standard input, for who compares the module with something else: a length of
 * four bytes (lowest first) and a call in; a status, a length and the answer out. */

import { readSync, writeSync } from "node:fs";

import { ArrearsError, ArrearsLedger } from "../index.mjs";

/** Reads so many bytes; nothing where the input ends first. */
function read(length) {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; ) {
    const more = readSync(0, bytes, at, length - at, null);
    if (more === 0) return undefined;
    at += more;
  }
  return bytes;
}

function write(bytes) {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

/** A module that stopped in the middle is an answer too: another than the library's. */
function answer(request) {
  try {
    return ledger.call(request);
  } catch (error) {
    if (!(error instanceof ArrearsError)) throw error;
    return { status: error.status, text: `${error.code}: ${error.message}` };
  }
}

const ledger = new ArrearsLedger();
for (let length; (length = read(4)); ) {
  const request = read(length.readUInt32LE());
  if (request === undefined) break;
  const { status, text } = answer(request);
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(status, 0);
  head.writeUInt32LE(bytes.length, 4);
  write(Buffer.concat([head, bytes]));
}
