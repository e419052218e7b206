/** Drafts under a passphrase: unreadable without it, and a wrong one is not taken for damage. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Cabinet } from "../../www/src/drafts/cabinet.ts";
import { makeLock, unlock } from "../../www/src/drafts/lock.ts";
import { browserSealing } from "../../www/src/drafts/sealing.ts";
import { Atomic, Dice, Draft, Memory, info, mark, textOf } from "./memory.mjs";

const PASSPHRASE = "龙泉 2022 清欠";
const ROUNDS = 1_000;
const PREFIX = "arrears-ledger/2/yexian-2022/a/";
const sealing = browserSealing();

/** A locked draft on both shelves, and the cabinet of somebody who knows nothing. */
async function locked(draft) {
  const [quick, safe] = [new Memory(), new Atomic()];
  const here = new Cabinet({ quick, safe }, "yexian-2022", mark, "me");
  const { lock, cipher } = await makeLock(sealing, mark, PASSPHRASE, "加密的草稿", ROUNDS);
  await here.putLock("a", lock);
  const writer = here.behind(cipher).begin("a");
  await writer.take();
  const save = () => writer.save(draft.pieces, info(draft.rows.length)).safe;
  assert.equal(await save(), "kept");
  return { quick, safe, here, save };
}

async function openedWith(here, passphrase) {
  const lock = await here.lock("a");
  const cipher = await unlock(sealing, mark, lock, passphrase);
  return cipher && (await here.behind(cipher).open("a"));
}

test("a locked draft opens with its passphrase, and with no other", async () => {
  const draft = new Draft(9);
  const { here, save } = await locked(draft);
  assert.equal(textOf((await openedWith(here, PASSPHRASE)).found.text), draft.text);
  draft.edit(new Dice(1));
  assert.equal(await save(), "kept");
  const { found, writer } = await openedWith(here, PASSPHRASE);
  assert.equal(textOf(found.text), draft.text);
  assert.equal(found.loss, null);
  await writer.take();
  draft.edit(new Dice(2));
  assert.equal(await writer.save(draft.pieces, info(9)).safe, "kept");
  assert.equal(textOf((await openedWith(here, PASSPHRASE)).found.text), draft.text);
  for (const wrong of ["", "龙泉 2022", `${PASSPHRASE} `]) {
    assert.equal(await openedWith(here, wrong), null, wrong);
  }
});

test("nothing of a locked draft can be read, nor guessed from what its pieces are called", async () => {
  const draft = new Draft(9);
  const { quick, safe, here } = await locked(draft);
  const told = JSON.stringify([...quick.texts, ...safe.texts]);
  for (const secret of ["赵某", "d-1", "debt_id", "龙泉乡", "2022-06"]) {
    assert.equal(told.includes(secret), false, secret);
  }
  for (const { mark } of draft.pieces(true)) {
    assert.equal(told.includes(mark), false, "a mark tells whoever guesses the text that it is it");
  }
  const [listed, ...others] = await here.list();
  assert.deepEqual(others, []);
  assert.deepEqual([listed.state, listed.name, listed.unit_name], ["locked", "加密的草稿", ""]);
  assert.equal(await here.open("a"), null, "and without the passphrase it does not open");
});

test("the lock that was harmed is taken from the other shelf, and told apart when there is none", async () => {
  const { quick, safe, here } = await locked(new Draft(3));
  const key = `${PREFIX}lock`;
  for (const text of ["", "x", quick.get(key).replace("word", "wort"), quick.get(key).slice(1)]) {
    quick.texts.set(key, text);
    assert.equal((await here.lock("a")).label, "加密的草稿");
  }
  safe.texts.set(key, safe.get(key).slice(0, 60));
  assert.equal(await here.lock("a"), "harmed");
  assert.equal((await here.list())[0].state, "damaged");
});

test("a sealed piece that was harmed, or lies in another's place, is lost and said", async () => {
  const draft = new Draft(9);
  const { safe, here } = await locked(draft);
  const pieces = [...safe.texts.keys()].filter((key) => key.includes("/p/"));
  const before = new Map(safe.texts);
  for (const [index, key] of pieces.entries()) {
    const other = before.get(pieces[(index + 1) % pieces.length]);
    const text = before.get(key);
    const flipped = text.slice(0, 20) + (text[20] === "A" ? "B" : "A") + text.slice(21);
    for (const harm of [other, flipped, text.slice(0, -8), "", "陌生"]) {
      safe.texts.set(key, harm);
      const { found } = await openedWith(here, PASSPHRASE);
      assert.notEqual(found.loss, null, `${key} ← ${harm.slice(0, 9)}`);
    }
    safe.texts.set(key, text);
  }
  assert.equal((await openedWith(here, PASSPHRASE)).found.loss, null);
});
