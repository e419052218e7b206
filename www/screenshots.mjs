/**
 * Takes a picture of every view of the page, in both languages and in large print.
 *
 *     npm run -s screenshots -- --dist DIR --out DIR [--picture FILE] [name…]
 *
 * `--dist` is what the build wrote; `--out` gets a folder for each look. `--picture` also takes the
 * picture at the top of the README. Names take only the views that contain one of them.
 */

import { mkdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

const { values, positionals: names } = parseArgs({
  options: { dist: { type: "string" }, out: { type: "string" }, picture: { type: "string" } },
  allowPositionals: true,
});
if (!values.dist || !values.out) {
  console.error("usage: npm run -s screenshots -- --dist DIR --out DIR [--picture FILE] [name…]");
  process.exit(2);
}
process.env.ARREARS_DIST = path.resolve(values.dist);

const { openPage } = await import("../tests/browser/browser.mjs");
const { openCounty } = await import("../tests/browser/county.mjs");
const { Clerk } = await import("../tests/browser/clerk.mjs");
const { countyViews, views } = await import("../tests/browser/views.mjs");

/** What is pressed for each look. */
const LOOKS = { "zh-CN": [], en: ["#language"], large: ["#large-print"] };
/** In a picture longer than the window, the line at the bottom would lie across it. */
const atTheEnd = (page, is) =>
  page.evaluate(
    (position) => {
      document.querySelectorAll(".status").forEach((line) => {
        line.style.position = position;
      });
    },
    is ? "static" : "",
  );

for (const [look, presses] of Object.entries(LOOKS)) {
  const out = path.resolve(values.out, look);
  await mkdir(out, { recursive: true });
  await tour(out, presses);
}
if (values.picture) {
  await picture(path.resolve(values.picture));
}

async function tour(out, presses) {
  const clerk = await openPage();
  await pictures(out, clerk, presses, views(clerk.page, new Clerk(clerk.page)), 0);
  const office = await openCounty();
  await pictures(out, office, presses, countyViews(office.page), 50);
}

/** Pictures of views, numbered on. */
async function pictures(out, opened, presses, shown, before) {
  const { page } = opened;
  for (const press of presses) {
    await page.click(press);
  }
  let number = before;
  for await (const { name, fills } of shown) {
    number += 1;
    if (names.length === 0 || names.some((wanted) => name.includes(wanted))) {
      const file = path.join(out, `${String(number).padStart(2, "0")}-${name}.png`);
      await page.mouse.move(0, 0);
      await page.waitForTimeout(250);
      await atTheEnd(page, !fills);
      await page.screenshot({ path: file, fullPage: !fills });
      await atTheEnd(page, false);
      console.log(file);
    }
  }
  await opened.close();
}

/** The ledger as the README shows it. */
async function picture(file) {
  const opened = await openPage();
  const { page } = opened;
  await page.setViewportSize({ width: 1180, height: 620 });
  for await (const { name } of views(page, new Clerk(page))) {
    if (name === "ledger") {
      break;
    }
  }
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  await opened.close();
}
