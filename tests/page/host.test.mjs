/** A host's store: drafts on it, and the test that tells whether it will do. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Cabinet } from "../../www/src/drafts/cabinet.ts";
import { HostShelf, checkStore } from "../../www/src/drafts/host.ts";
import { Dice, Draft, info, mark, textOf } from "./memory.mjs";

/** A table, as a portal would keep it behind its own address. */
function table() {
  const rows = new Map();
  return {
    rows,
    async save(key, text) {
      await new Promise(setImmediate);
      rows.set(key, text);
    },
    load: async (key) => rows.get(key) ?? null,
    list: async (prefix) => [...rows.keys()].filter((key) => key.startsWith(prefix)),
    delete: async (key) => void rows.delete(key),
  };
}

test("a sound store keeps every promise, and is left as it was", async () => {
  const store = table();
  store.rows.set("theirs", "x");
  const checked = await checkStore(store);
  assert.equal(checked.length, 6);
  assert.deepEqual(
    checked.filter(({ broken }) => broken !== null),
    [],
  );
  assert.deepEqual([...store.rows.keys()], ["theirs"]);
});

test("each fault of a store breaks a promise", async () => {
  const faults = {
    save: [
      (store) => (key, text) => store.save(key, text.trim()),
      (store) => (key, text) => store.save(key, text.slice(0, 65_536)),
      (store) => async (key, text) => void (store.rows.has(key) || store.rows.set(key, text)),
      (store) => async (key, text) => void (store.rows.size < 20 && store.rows.set(key, text)),
    ],
    load: [(store) => async (key) => store.rows.get(key)],
    list: [
      (store) => async () => [...store.rows.keys()],
      (store) => async (prefix) => (await store.list(prefix)).map(encodeURIComponent),
    ],
    delete: [
      () => async () => {},
      (store) => async (key) => {
        if (!store.rows.delete(key)) {
          throw new Error("no such key");
        }
      },
    ],
  };
  for (const [name, all] of Object.entries(faults)) {
    for (const fault of all) {
      const store = table();
      const checked = await checkStore({ ...store, [name]: fault(store) });
      assert.ok(
        checked.some(({ broken }) => broken !== null),
        `${name}: ${fault}`,
      );
    }
  }
});

test("drafts are kept by the host alone, in pieces", async () => {
  const store = table();
  const shelves = { quick: null, safe: new HostShelf(store), isHost: true };
  const here = new Cabinet(shelves, "yexian-2022", mark, "me");
  const draft = new Draft(30);
  const writer = here.begin("a");
  await writer.take();
  assert.equal(await writer.save(draft.pieces, info(30)).safe, "kept");
  const saves = [];
  const save = store.save;
  store.save = (key, text) => {
    saves.push(key);
    return save(key, text);
  };
  draft.edit(new Dice(1));
  assert.equal(await writer.save(draft.pieces, info(30)).safe, "kept");
  assert.equal(saves.length, 2, "one edit saves a piece, and then the save that names it");
  assert.match(saves[1], /\/a\/2$/);
  assert.equal(textOf((await here.open("a")).found.text), draft.text);
});

test("what the host's store will not do is said", async () => {
  const store = table();
  const shelves = { quick: null, safe: new HostShelf(store), isHost: true };
  const writer = new Cabinet(shelves, "yexian-2022", mark, "me").begin("a");
  await writer.take();
  const draft = new Draft(3);
  store.save = async () => {
    throw Object.assign(new Error("no room"), { name: "QuotaExceededError" });
  };
  assert.equal(await writer.save(draft.pieces, info(3)).safe, "full");
  store.save = async () => {
    throw new Error("502");
  };
  assert.equal(await writer.save(draft.pieces, info(3)).safe, "forbidden");
});
