/** The package as its users meet it. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { ArrearsError, ArrearsLedger } from "../index.mjs";

const sample = (name) => readFileSync(new URL(`../../../tests/samples/parity/${name}`, import.meta.url));
const VALID = sample("valid.json");
const DRAFT = sample("draft.json");
const today = "2022-06-12";
const ledger = new ArrearsLedger();

test("a good file is valid, by its bytes and by its text", () => {
  const answer = ledger.validate(VALID, { name: "a.json", today });
  assert.ok(answer.valid);
  assert.equal(answer.file, "a.json");
  assert.equal(answer.digest, ledger.digest(VALID).digest);
  const unnamed = ledger.validate(VALID.toString(), { today });
  assert.deepEqual({ ...unnamed, file: "a.json" }, answer);
  assert.doesNotThrow(() => ledger.validate(VALID), "for today");
});

test("a bad ledger is an answer, a bad call is thrown", () => {
  const [finding] = ledger.validate("{", { today, lang: "en" }).findings;
  assert.equal(finding.code, "J-01");
  const thrown = (work, expected) =>
    assert.throws(work, (error) => {
      assert.ok(error instanceof ArrearsError);
      for (const [key, value] of Object.entries(expected)) assert.equal(error[key], value);
      return true;
    });
  thrown(() => ledger.validate(VALID, { today: "tomorrow" }), { status: 2, code: "request", path: "/today" });
  thrown(() => ledger.validate(VALID, { today, toady: "x" }), { code: "request", path: "/toady" });
  thrown(() => ledger.validate(VALID, { today, campaign: "{}" }), { code: "campaign" });
  assert.throws(() => ledger.validate(42), TypeError);
  assert.ok(ledger.validate(VALID, { today }).valid, "and afterwards all is as before");
});

test("every other call", () => {
  assert.equal(ledger.submit(VALID, { today }).submission.text, VALID.toString());
  assert.equal(ledger.submit(DRAFT, { today }).submission, null);
  const lines = ledger.lines(`${VALID}\n\n{}`, { name: "s", today });
  assert.deepEqual(lines.map(({ file }) => file), ["s:1", "s:3"]);
  const files = [{ name: "a", content: VALID }, { name: "b", content: DRAFT }];
  const all = ledger.together(files, { today, previous: [DRAFT], leads: "被投诉人,投诉人,拖欠金额（元）\n龙泉乡,甲公司,5000\n" });
  assert.deepEqual(all.map(({ file }) => file), ["a", "b", "together"]);
  assert.equal(ledger.explain(VALID, "/entries/0/plan_maker", { today })[0].key, "plan_maker");
  assert.deepEqual(ledger.compare(DRAFT, VALID).new, []);
  assert.ok(ledger.code("91350100M000100Y43").valid);
  assert.ok(!ledger.campaign("{}").valid);
  assert.ok(100 < ledger.rules().length);
  assert.ok(50 < ledger.fields().entries.length);
  assert.ok("$schema" in ledger.schema("findings"));
  assert.equal(ledger.version().format, 1);
});
