/**
 * Drafts on shelves that are cut off, full, harmed or shared with strangers: a save costs at most
 * itself, and what can be read is read.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { Cabinet } from "../../www/src/drafts/cabinet.ts";
import { Atomic, Dice, Draft, Memory, info, mark, textOf } from "./memory.mjs";

const HERE = "yexian-2022";
const PREFIX = `arrears-ledger/2/${HERE}/a/`;

function cabinet(quick, safe = null, me = "me") {
  return new Cabinet({ quick, safe }, HERE, mark, me);
}

async function save(writer, draft, at) {
  const { quick, safe } = writer.save(draft.pieces, info(draft.rows.length, at));
  return [quick, await safe];
}

/** A shelf with a draft on it, saved so many times; every state it was in, by its text. */
async function shelfWith(draft, saves = 1, dice = new Dice(1)) {
  const shelf = new Memory();
  const writer = cabinet(shelf).begin("a");
  await writer.take();
  const states = new Map();
  for (let count = 1; count <= saves; count += 1) {
    if (1 < count) {
      draft.edit(dice);
    }
    writer.turn();
    const at = `2022-06-10T02:00:${String(count).padStart(2, "0")}.000Z`;
    assert.deepEqual(await save(writer, draft, at), ["kept", null]);
    states.set(draft.text, at);
  }
  return { shelf, writer, states };
}

async function opened(shelf, safe) {
  return (await cabinet(shelf, safe).open("a")).found;
}

async function stateOf(shelf) {
  return (await cabinet(shelf).list()).find((draft) => draft.id === "a").state;
}

const copyOf = (shelf) => new Memory(new Map(shelf.texts));

test("a draft comes back as it was saved, and the list tells what it is", async () => {
  const draft = new Draft(10);
  const { shelf } = await shelfWith(draft);
  const found = await opened(shelf);
  assert.equal(textOf(found.text), draft.text);
  assert.equal(found.loss, null);
  const [listed] = await cabinet(shelf).list();
  const { chars, ...rest } = listed;
  assert.deepEqual(rest, { ...info(10, "2022-06-10T02:00:01.000Z"), id: "a", state: "good" });
  assert.ok(300 < chars && chars < 400, `${chars}`);
});

test("one edit in thousands of rows writes little and leaves the rest where it is", async () => {
  const draft = new Draft(3000);
  const { shelf, writer } = await shelfWith(draft);
  const before = shelf.done;
  draft.rows[1500].n = 7;
  await save(writer, draft);
  assert.equal(shelf.done - before, 2, "a piece, and the save");
});

test("a save cut at any operation leaves the draft before it or the new one, never less", async () => {
  const dice = new Dice(3);
  for (let cuts = 0, whole = false; !whole; cuts += 1) {
    const draft = new Draft(9);
    const { shelf, writer } = await shelfWith(draft, 12, dice);
    const old = draft.text;
    draft.edit(dice);
    draft.rows.splice(2, 0, { debt_id: "new", n: 1 });
    writer.turn();
    shelf.left = cuts;
    whole = (await save(writer, draft))[0] === "kept";
    shelf.left = Infinity;
    const found = await opened(shelf);
    const text = textOf(found.text);
    assert.ok(text === old || text === draft.text, `cut after ${cuts}`);
    assert.equal(found.loss, null, `cut after ${cuts}: nothing that was saved is lost`);
    assert.equal(await stateOf(shelf), "good");
    if (whole) {
      assert.equal(text, draft.text);
      assert.ok(4 < cuts, `the store was cut ${cuts} times`);
    }
  }
});

/** What a browser that is killed leaves behind: of each key, any of its last values. */
test("keys of several saves mixed up still give back one of the saves, whole", async () => {
  for (let seed = 0; seed < 150; seed += 1) {
    const dice = new Dice(seed);
    const draft = new Draft(12);
    const { shelf, writer, states } = await shelfWith(draft, 4, dice);
    const before = new Map(shelf.texts);
    for (let count = 0; count < 1 + dice.below(2); count += 1) {
      draft.edit(dice);
      await save(writer, draft);
      states.set(draft.text, "");
    }
    const mixed = new Map();
    for (const key of new Set([...before.keys(), ...shelf.texts.keys()])) {
      const from = dice.below(2) === 0 ? before : shelf.texts;
      if (from.has(key)) {
        mixed.set(key, from.get(key));
      }
    }
    const found = await opened(new Memory(mixed));
    assert.ok(states.has(textOf(found.text)), `seed ${seed}`);
    assert.ok(found.loss === null || found.loss.rows === null, `seed ${seed}`);
  }
});

test("every text cut at every length is told apart, and a save that is whole comes back", async () => {
  const draft = new Draft(4);
  const { shelf, states } = await shelfWith(draft, 3);
  let newest = 0;
  for (const [key, text] of shelf.texts) {
    for (let length = 0; length < text.length; length += key.includes("/p/") ? 1 : 7) {
      const harmed = copyOf(shelf);
      harmed.texts.set(key, text.slice(0, length));
      const found = await opened(harmed);
      const back = textOf(found.text);
      if (found.loss?.rows == null) {
        assert.ok(states.has(back), `${key} cut at ${length}`);
        newest += back === draft.text ? 1 : 0;
      } else {
        assert.ok(
          JSON.parse(back)[1].every((row) => draft.rows.some((one) => one.debt_id === row.debt_id)),
        );
      }
    }
  }
  assert.ok(0 < newest, "what the newest save has no need of does not touch it");
});

test("a stranger's text under any key is no draft of ours", async () => {
  const draft = new Draft(4);
  const { shelf, states } = await shelfWith(draft, 3);
  const other = new Draft(2);
  const theirs = await shelfWith(other, 2);
  const values = [
    "",
    "null",
    "{}",
    "[]",
    "陌生",
    '[{"debt_id":"x"}]',
    ...theirs.shelf.texts.values(),
  ];
  for (const key of shelf.texts.keys()) {
    for (const value of values) {
      const harmed = copyOf(shelf);
      harmed.texts.set(key, value);
      const found = await opened(harmed);
      const isOurs = states.has(textOf(found.text)) && found.loss?.rows == null;
      assert.ok(isOurs || 0 <= found.loss.rows, `${key} ← ${value}`);
    }
  }
});

test("when the newest save is harmed, the one before it comes back and it is said", async () => {
  const draft = new Draft(6);
  const { shelf, states } = await shelfWith(draft, 3);
  shelf.texts.set(`${PREFIX}3`, "cut");
  const found = await opened(shelf);
  assert.equal(states.get(textOf(found.text)), "2022-06-10T02:00:02.000Z");
  assert.deepEqual(found.loss, { newest: "", back: "2022-06-10T02:00:02.000Z", rows: null });
  assert.equal(await stateOf(shelf), "damaged");
});

test("a piece all saves share is read up to the cut, and the rest is counted as lost", async () => {
  const draft = new Draft(9);
  const { shelf } = await shelfWith(draft);
  const key = [...shelf.texts.keys()].find((one) => shelf.get(one).includes('"d-3"'));
  const text = shelf.get(key);
  shelf.texts.set(key, text.slice(0, text.indexOf('{"debt_id":"d-5"') + 5));
  const found = await opened(shelf);
  const [head, rows] = JSON.parse(textOf(found.text));
  assert.equal(head.header.filler, "赵某");
  assert.deepEqual(
    rows.map((row) => row.debt_id),
    ["d-0", "d-1", "d-2", "d-3", "d-4", "d-6", "d-7", "d-8"],
  );
  assert.equal(found.loss.rows, 1);
});

test("what is harmed on one shelf is taken from the other, and nothing is lost", async () => {
  const draft = new Draft(9);
  const [quick, safe] = [new Memory(), new Atomic()];
  const writer = cabinet(quick, safe).begin("a");
  await writer.take();
  assert.deepEqual(await save(writer, draft), ["kept", "kept"]);
  for (const shelf of [quick, safe]) {
    for (const key of [...shelf.texts.keys()]) {
      const text = shelf.get(key);
      shelf.texts.set(key, text.slice(0, text.length / 2));
      const found = await opened(quick, safe);
      assert.equal(textOf(found.text), draft.text);
      assert.equal(found.loss, null);
      shelf.texts.set(key, text);
    }
  }
  quick.texts.clear();
  assert.equal(textOf((await opened(quick, safe)).text), draft.text);
});

test("the newer of the two shelves wins, and the other is brought up to it", async () => {
  const draft = new Draft(9);
  const [quick, safe] = [new Memory(), new Atomic()];
  const writer = cabinet(quick, safe).begin("a");
  await writer.take();
  await save(writer, draft);
  const stale = new Map(quick.texts);
  draft.edit(new Dice(2));
  await save(writer, draft);
  const behind = new Memory(stale);
  const again = await cabinet(behind, safe).open("a");
  assert.equal(textOf(again.found.text), draft.text);
  await again.writer.take();
  draft.edit(new Dice(5));
  assert.deepEqual(await save(again.writer, draft), ["kept", "kept"]);
  assert.equal(textOf((await opened(behind)).text), draft.text);
});

test("ten generations stay, share what did not change, and each opens", async () => {
  const draft = new Draft(300);
  const { shelf, states } = await shelfWith(draft, 25);
  const here = cabinet(shelf);
  const versions = await here.history("a");
  assert.deepEqual(
    versions.map((save) => save.number),
    [25, 24, 23, 22, 21, 20, 19, 18, 17, 16],
  );
  for (const { number, info } of versions) {
    const text = textOf((await here.open("a", number)).found.text);
    assert.equal(states.get(text), info.saved_at);
  }
  assert.ok(shelf.used < 5 * draft.text.length, "not ten times the draft");
});

test("saves of one sitting are one generation", async () => {
  const draft = new Draft(9);
  const { shelf, writer } = await shelfWith(draft);
  for (let count = 0; count < 20; count += 1) {
    draft.edit(new Dice(count));
    await save(writer, draft);
  }
  const saves = [...shelf.texts.keys()].filter((key) => /\/\d+$/.test(key));
  assert.equal(saves.length, 2, "the last, and the one before it in case it is cut");
  assert.equal((await cabinet(shelf).history("a")).length, 1);
});

test("a full shelf gives up the oldest generations first, and never the last save", async () => {
  const draft = new Draft(60);
  const { shelf, writer } = await shelfWith(draft, 10);
  let least = 10;
  for (shelf.room = shelf.used; ; shelf.room -= 60) {
    const before = draft.text;
    draft.edit(new Dice(shelf.room));
    writer.turn();
    const [outcome] = await save(writer, draft);
    assert.equal(textOf((await opened(shelf)).text), outcome === "kept" ? draft.text : before);
    const versions = await cabinet(shelf).history("a");
    least = Math.min(least, versions.length);
    if (outcome === "full") {
      break;
    }
    assert.equal(outcome, "kept");
  }
  assert.ok(least <= 2, `${least} generations were left`);
  shelf.room = Infinity;
  assert.deepEqual(await save(writer, draft), ["kept", null]);
  assert.equal(textOf((await opened(shelf)).text), draft.text);
});

test("with no room in local storage the journal keeps everything, and says so by itself", async () => {
  const draft = new Draft(30);
  const [quick, safe] = [new Memory(), new Atomic()];
  quick.room = 200;
  const writer = cabinet(quick, safe).begin("a");
  await writer.take();
  for (let count = 0; count < 4; count += 1) {
    assert.deepEqual(await save(writer, draft), ["full", "kept"]);
    draft.edit(new Dice(count));
  }
  assert.equal(quick.used <= 200, true);
  quick.room = Infinity;
  assert.deepEqual(await save(writer, draft), ["kept", "kept"]);
  assert.equal(textOf((await opened(quick)).text), draft.text);
});

test("a window that another one has followed writes no more, on either shelf", async () => {
  const draft = new Draft(9);
  const [quick, safe] = [new Memory(), new Atomic()];
  const first = cabinet(quick, safe, "first").begin("a");
  await first.take();
  await save(first, draft);
  const second = (await cabinet(quick, safe, "second").open("a")).writer;
  await second.take();
  const left = draft.text;
  draft.edit(new Dice(1));
  assert.deepEqual(await save(first, draft), ["taken", "taken"]);
  assert.equal(textOf((await opened(quick, safe)).text), left);
  // Where the first shelf has not heard of it yet, the other one has.
  quick.texts.set(`${PREFIX}writer`, "first");
  assert.equal((await save(first, draft))[1], "taken");
});

test("a browser that was cleared gets the whole draft again", async () => {
  const draft = new Draft(9);
  const { shelf, writer } = await shelfWith(draft);
  shelf.texts.clear();
  draft.edit(new Dice(1));
  assert.deepEqual(await save(writer, draft), ["kept", null]);
  assert.equal(textOf((await opened(shelf)).text), draft.text);
});

test("drafts of campaigns, layouts and strangers do not meet", async () => {
  const { shelf } = await shelfWith(new Draft(4));
  const strangers = [
    "a",
    "arrears-ledger",
    "arrears-ledger/3/yexian-2022/a/1",
    "theme",
    `${PREFIX}x`,
  ];
  strangers.forEach((key) => shelf.texts.set(key, "陌生"));
  for (const campaign of ["yexian-2023", "yexian-2022-2", "yexian"]) {
    const there = new Cabinet({ quick: shelf, safe: null }, campaign, mark, "me");
    assert.deepEqual(await there.list(), [], campaign);
  }
  const here = cabinet(shelf);
  assert.equal((await here.list()).length, 1);
  const long = here.begin("ab");
  await save(long, new Draft(2));
  await here.remove("a");
  assert.deepEqual(
    (await here.list()).map((draft) => draft.id),
    ["ab"],
  );
  assert.equal(
    strangers.slice(0, 4).every((key) => shelf.texts.has(key)),
    true,
  );
});

test("a draft that is deleted can be put back as it was", async () => {
  const draft = new Draft(9);
  const { shelf } = await shelfWith(draft, 3);
  const before = new Map(shelf.texts);
  const here = cabinet(shelf);
  const back = await here.take("a");
  assert.deepEqual(await here.list(), []);
  await back();
  assert.deepEqual(new Map([...shelf.texts].sort()), new Map([...before].sort()));
});

test("a draft is renamed and duplicated without being opened", async () => {
  const draft = new Draft(9);
  const { shelf } = await shelfWith(draft, 2);
  const here = cabinet(shelf);
  await here.rename("a", "给赵主任看的");
  await here.duplicate("a", "b", "副本", "2022-06-11T00:00:00.000Z");
  const list = await here.list();
  assert.deepEqual(
    list.map(({ id, name }) => [id, name]),
    [
      ["b", "副本"],
      ["a", "给赵主任看的"],
    ],
  );
  assert.equal(textOf((await here.open("b")).found.text), draft.text);
  assert.equal(textOf((await here.open("a")).found.text), draft.text);
});

test("a shelf that cannot be reached says so", async () => {
  const shut = new Memory();
  shut.keys = async () => {
    throw new Error("shut");
  };
  await assert.rejects(() => cabinet(shut).list());
  assert.deepEqual(await cabinet(shut, new Atomic()).list(), []);
  await assert.rejects(() => cabinet(null).list());
});

/** Drafts as every version of the page has kept them; none is ever taken out. */
for (const sample of ["version-1", "version-2"]) {
  test(`the draft of the sample ${sample} opens`, async () => {
    const file = path.join(process.env.ARREARS_SAMPLES, "drafts", `${sample}.json`);
    const texts = new Map(Object.entries(JSON.parse(readFileSync(file, "utf8"))));
    const shelf = new Memory(texts);
    const here = cabinet(shelf);
    const [listed, ...others] = await here.list();
    assert.deepEqual(others, []);
    assert.equal(listed.state, "good");
    assert.equal(listed.unit_name, "龙泉乡");
    const { found } = await here.open(listed.id);
    assert.equal(found.loss, null);
    const draft = JSON.parse(found.text);
    assert.equal(draft.format, "arrears-ledger-draft");
    assert.equal(draft.entries.length, listed.rows);
    assert.equal(await here.open("nobody"), null);
    await here.remove(listed.id);
    assert.equal(shelf.texts.size, 0);
  });
}

test("an older save that is whole does not stand in for a newer one with more debts in it", async () => {
  const draft = new Draft(0);
  const { shelf, writer } = await shelfWith(draft);
  draft.rows = new Draft(12).rows;
  writer.turn();
  await save(writer, draft, "2022-06-10T03:00:00.000Z");
  const key = [...shelf.texts.keys()].find((one) => shelf.get(one).includes('"d-3"'));
  shelf.texts.set(key, shelf.get(key).slice(0, 10));
  const found = await opened(shelf);
  assert.equal(JSON.parse(textOf(found.text))[1].length, 9);
  assert.equal(found.loss.rows, 3);
});
