/** Every call of the corpus gets the library's answer, to the byte. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { ArrearsLedger } from "../index.mjs";
import { corpus } from "./corpus.mjs";

test("every call of the corpus gets the library's answer", () => {
  const ledger = new ArrearsLedger();
  const cases = corpus();
  assert.ok(500 <= cases.length, `${cases.length} cases`);
  for (const { name, request, status, answer } of cases) {
    const found = ledger.call(request);
    assert.equal(found.text, answer, name);
    assert.equal(found.status, status, name);
  }
});

test("the same calls in another order, of a fresh module each, get the same answers", () => {
  const cases = corpus().filter((_, index) => index % 25 === 0);
  for (const { name, request, answer } of cases.reverse()) {
    assert.equal(new ArrearsLedger().call(request).text, answer, name);
  }
});
