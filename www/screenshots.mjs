/**
 * Takes a picture of every view of the page, in both languages.
 *
 *     npm run -s screenshots -- --dist DIR --out DIR [--picture FILE] [name…]
 *
 * `--dist` is what the build wrote; `--out` gets a folder for each language. `--picture` also takes
 * the picture at the top of the README. Names take only the views that contain one of them.
 */

import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
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

const { SAMPLES, openPage } = await import("../tests/browser/browser.mjs");
const { Clerk } = await import("../tests/browser/clerk.mjs");
const SHEET = await readFile(new URL("longquan-2022-06.tsv", SAMPLES), "utf8");

for (const lang of ["zh-CN", "en"]) {
  const out = path.resolve(values.out, lang);
  await mkdir(out, { recursive: true });
  await tour(lang, out);
}
if (values.picture) {
  await picture(path.resolve(values.picture));
}

async function tour(lang, out) {
  const opened = await openPage();
  const { page } = opened;
  const clerk = new Clerk(page);
  let number = 0;
  const take = async (name, fullPage = true) => {
    number += 1;
    if (names.length === 0 || names.some((wanted) => name.includes(wanted))) {
      const file = `${String(number).padStart(2, "0")}-${name}.png`;
      await page.waitForTimeout(250);
      // In a picture longer than the window, the line at the bottom would lie across it.
      const style = fullPage ? ".status { position: static }" : "";
      await page.screenshot({ path: path.join(out, file), fullPage, style });
      console.log(path.join(lang, file));
    }
  };
  const english = async () => {
    if (lang === "en") {
      await page.click("#language");
    }
  };
  await english();
  await take("start");
  await clerk.begin("龙泉乡");
  await take("unit");
  await clerk.go("ledger");
  await take("ledger-empty", false);
  await clerk.fillPaste(SHEET);
  await take("paste", false);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".rgRow");
  await take("ledger", false);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".debt");
  await take("debt", false);
  await page.keyboard.press("Escape");
  await clerk.go("plan");
  await take("plan");
  await clerk.go("check");
  await take("check");
  await page.locator("section.rule.error .finding-place").first().click();
  await page.waitForSelector(".trail");
  await take("trail", false);
  await page.click("#back-to-list");
  await clerk.go("print");
  await take("print");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await take("paper");
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await clerk.go("export");
  await page.click("#submit");
  await take("export-refused");
  await page.click(".step-home");
  await take("tasks");
  await page.locator("tr[data-draft] .danger").first().click();
  await take("dialog", false);
  await page.keyboard.press("Escape");
  await page.setInputFiles("#open-file", fileURLToPath(new URL("parity/valid.json", SAMPLES)));
  await page.waitForSelector("main.step-ledger");
  await clerk.go("export");
  await page.click("#submit");
  await page.waitForSelector("#done");
  await take("export-done");
  await page.click(".step-home");
  await page.click("#large-print");
  await take("large-tasks");
  await clerk.go("check");
  await take("large-check");
  await opened.close();
}

/** The ledger in the browser, as the README shows it: kept small. */
async function picture(file) {
  const opened = await openPage();
  const { page } = opened;
  const clerk = new Clerk(page);
  await page.setViewportSize({ width: 1180, height: 660 });
  await clerk.begin("龙泉乡");
  await clerk.go("ledger");
  await clerk.fillPaste(SHEET);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".rgRow");
  await page.waitForTimeout(300);
  await page.screenshot({ path: file });
  await opened.close();
}
