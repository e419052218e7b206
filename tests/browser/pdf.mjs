/** What the browser prints, page by page, as poppler reads it. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Prints the page as it would to a printer: the page is told by the browser itself. */
export async function printed(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "arrears-print-")), "sheet.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  return {
    file,
    /** Without the form feed behind the last. */
    pages: text.split("\f").slice(0, -1),
    size: /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1, 3).map(Number),
  };
}

/** A text without its blanks: columns part words where they like. */
export function dense(text) {
  return text.replace(/\s+/g, "");
}
