/** What the browser prints, page by page, as poppler reads it. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Prints the page as it would to a printer: the page is told by the browser itself. */
export async function printed(page) {
  return read(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

/** The texts of a PDF. */
export function read(pdf) {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), "arrears-print-")), "sheet.pdf");
  writeFileSync(file, pdf);
  const text = (how) =>
    execFileSync("pdftotext", [how, file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
  return {
    file,
    /** As it looks, line by line. */
    pages: text("-layout"),
    /** Cell by cell: what wraps stays together. */
    cells: text("-raw"),
    size: /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1, 3).map(Number),
  };
}

/** A text without its blanks: columns part words where they like. */
export function dense(text) {
  return text.replace(/\s+/g, "");
}
