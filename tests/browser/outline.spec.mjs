/**
 * What a screen reader is told: the outline of some views, as the browser's accessibility tree has
 * it, is the one on file. `UPDATE=1` writes it anew, to be read before it is committed.
 */

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { views } from "./views.mjs";

const OUTLINES = new URL("outlines/", import.meta.url);
const VIEWS = ["start", "unit", "check-done", "tasks-done"];
/** Roles that say nothing by themselves. */
const SILENT = ["generic", "none", "InlineTextBox", "LineBreak", "ListMarker"];
const STATES = ["required", "invalid", "expanded", "checked", "pressed", "disabled", "modal"];
/** What differs from day to day. */
const TIMES = /\d\d:\d\d:\d\d/g;
/** What was said last, which a test of its own looks at. */
const SAID = /(\n {2}status\n) {4}.*\n/;

async function outline(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const walk = (node, depth, above = "") => {
    const role = node.role?.value;
    const own = node.name?.value.replace(/\s+/g, " ").trim() ?? "";
    // A text is told once: not again below what is named by it.
    const isTold = role === "StaticText" && (own === "" || above.includes(own));
    const isSaid = !node.ignored && !SILENT.includes(role) && !isTold;
    if (isSaid) {
      const states = (node.properties ?? [])
        .filter(({ name, value }) => STATES.includes(name) && String(value.value) !== "false")
        .map(({ name, value }) => ` ${name}=${value.value}`);
      const says = node.description?.value ? ` — ${node.description.value}` : "";
      const said = role === "StaticText" ? own : `${role}${own ? ` “${own}”` : ""}`;
      lines.push(`${"  ".repeat(depth)}${said}${states.join("")}${says}`);
    }
    for (const id of node.childIds ?? []) {
      walk(byId.get(id), isSaid ? depth + 1 : depth, isSaid ? own : above);
    }
  };
  walk(nodes[0], 0);
  return `${lines.join("\n").replace(TIMES, "hh:mm:ss")}\n`.replace(SAID, "$1");
}

test("what a screen reader is told", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  for await (const { name } of views(page, new Clerk(page))) {
    if (!VIEWS.includes(name)) {
      continue;
    }
    await t.test(name, async () => {
      const file = new URL(`${name}.txt`, OUTLINES);
      // That a ledger is saved is said when it is.
      if (name !== "start") {
        await page.waitForSelector("[data-saved=saved]");
      }
      const now = await outline(page);
      if (process.env.UPDATE) {
        await mkdir(OUTLINES, { recursive: true });
        await writeFile(file, now);
      }
      assert.equal(now, await readFile(file, "utf8"));
    });
  }
  assert.deepEqual(opened.troubles, []);
});

test("what happens is said, once, in one place", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  const live = page.locator("al-app > [aria-live=polite]");
  assert.equal(await page.locator("[aria-live]").count(), 1);
  await clerk.go("ledger");
  await clerk.type(0, "欠款单位", "龙泉乡人民政府");
  await page.keyboard.press("Control+z");
  await live.getByText("已撤销").waitFor();
  assert.match(await page.title(), /台账 - 龙泉乡 - 清欠台账$/);
});
