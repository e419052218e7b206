/** Everyone can use it: axe finds nothing in any view, in either language, in large print. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { openPage } from "./browser.mjs";
import { Clerk } from "./clerk.mjs";
import { openCounty } from "./county.mjs";
import { countyViews, views } from "./views.mjs";

const require = createRequire(new URL("../../www/package.json", import.meta.url));
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe holds against the page as it is. */
async function faults(page) {
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}\n${failureSummary}`),
  );
}

for (const [look, presses] of Object.entries({
  中文: [],
  English: ["#language"],
  大字版: ["#large-print"],
})) {
  for (const [whose, open, shown] of [
    ["the clerk's", openPage, (page) => views(page, new Clerk(page))],
    ["the county office's", openCounty, countyViews],
  ]) {
    test(`no view has a fault: ${whose}, ${look}`, async (t) => {
      const opened = await open();
      t.after(() => opened.close());
      const { page } = opened;
      await page.evaluate(AXE);
      for (const press of presses) {
        await page.click(press);
      }
      for await (const { name } of shown(page)) {
        await t.test(name, async () => {
          assert.deepEqual(await faults(page), []);
        });
      }
      assert.deepEqual(opened.troubles, []);
    });
  }
}

test("the focus is seen on all that takes it, and never under the line at the bottom", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  for (const step of ["unit", "check", "export"]) {
    await clerk.go(step);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.focus("#main");
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const { activeElement } = document;
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
        const label = activeElement.closest("label");
        const ring = label ? getComputedStyle(label).outlineStyle : "none";
        const place = activeElement.getBoundingClientRect();
        const line = document.querySelector(".status");
        return {
          what: activeElement.outerHTML.slice(0, 90),
          isBody: activeElement === document.body,
          isSeen: (outlineStyle !== "none" && outlineWidth !== "0px") || ring !== "none",
          isFree:
            line.contains(activeElement) || place.bottom <= line.getBoundingClientRect().top + 1,
        };
      });
      if (at.isBody) {
        break;
      }
      assert.ok(at.isSeen, `no ring: ${at.what}`);
      assert.ok(at.isFree, `covered: ${at.what}`);
    }
  }
});

/** What is wider than the window: those elements that are not in a box that scrolls by itself. */
const tooWide = (page) =>
  page.evaluate(() => {
    /** A box within the window whose content moves sideways. */
    const isBox = (element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      element.getBoundingClientRect().right <= window.innerWidth + 1;
    const scrolls = (element) => {
      const table = element.closest("table.list");
      return (
        element.closest("al-sheet, .dialog-body, .paper, .scroll, .toolbar") !== null ||
        (table !== null && isBox(table))
      );
    };
    return [...document.querySelectorAll("al-app *")]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return 0 < width && window.innerWidth + 1 < right && !scrolls(element);
      })
      .map((element) => `${element.localName}.${element.className}`);
  });

for (const [name, width, height] of [
  ["200 % of a small screen", 683, 384],
  ["a telephone's width", 320, 640],
]) {
  test(`nothing is lost at ${name}`, async (t) => {
    const opened = await openPage();
    t.after(() => opened.close());
    const { page } = opened;
    await page.setViewportSize({ width, height });
    for await (const view of views(page, new Clerk(page))) {
      await t.test(view.name, async () => {
        assert.deepEqual(await tooWide(page), []);
      });
    }
    assert.deepEqual(opened.troubles, []);
  });
}

test("high contrast keeps what a colour said, and nothing moves for those who do not want it", async (t) => {
  const opened = await openPage();
  t.after(() => opened.close());
  const { page } = opened;
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const clerk = new Clerk(page);
  await clerk.begin("龙泉乡");
  await clerk.go("check");
  const border = (selector) =>
    page.evaluate((one) => {
      const { borderTopStyle, borderTopWidth } = getComputedStyle(document.querySelector(one));
      return `${borderTopStyle} ${borderTopWidth}`;
    }, selector);
  for (const selector of [".badge.error", ".tag.error", ".filter[aria-pressed=true]"]) {
    assert.equal(await border(selector), "solid 1px", selector);
  }
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== "none" || parseFloat(transitionDuration) !== 0;
      })
      .map((element) => element.localName),
  );
  assert.deepEqual(moving, []);
});
