/**
 * The sealed ledger: the official table with its subtotals and total, the warnings the unit answered
 * for, the declaration, the boxes for names and seal, and on every sheet the check code that ties it
 * to the file.
 */

import type { Desk } from "../desk";
import type { Finding } from "../engine/contract";
import { inOrder } from "../findings";
import type { Paperwork } from "./paperwork";
import { sumOf } from "./fen";
import { make, Sheets } from "./pages";

/** The columns of the sheet a township can fill, in its order. */
export const COLUMNS = [
  "seq_no",
  "debtor_name",
  "creditor_name",
  "project_name",
  "money_kind",
  "contract_amount",
  "paid_before",
  "arrears_amount",
  "due_date",
  "dispute",
  "causes",
  "plan_finish",
  "fund_source",
  "duty_person",
] as const;

/** Those that are added up. */
const SUMS: readonly string[] = ["contract_amount", "paid_before", "arrears_amount"];

export function drawLedger(desk: Desk, work: Paperwork, paper: HTMLElement): void {
  const { t } = desk;
  const header = desk.session?.header() ?? {};
  const code = work.code();
  const sheets = new Sheets(paper, () => frame(desk, header, code));
  if (desk.overview?.is_nil) {
    sheets.add(make("p", "sheet-nil", t.nilReport));
    sheets.add(make("p", "sheet-nil-note", t.duty));
  } else {
    table(desk, work, sheets);
  }
  answered(desk, sheets);
  sheets.add(declaration(desk, work, header));
  sheets.add(signatures(desk, header));
  sheets.number(t.paperPage);
  work.printed = code;
}

function frame(desk: Desk, header: Record<string, string>, code: string): HTMLElement {
  const { t, overview } = desk;
  const fact = (key: string) =>
    make("span", "", t.colon(desk.label("header", key)), header[key] ?? "");
  const facts = make(
    "p",
    "sheet-facts",
    fact("report_unit_name"),
    fact("period"),
    fact("cutoff_date"),
    make("span", "", t.colon(desk.label("header", "amount_unit")), desk.money),
    make("span", "", t.paperRevision(overview?.revision ?? 1)),
  );
  const foot = make(
    "footer",
    "sheet-foot",
    make("span", "sheet-code", code ? `${t.colon(t.checkCode)}${code}` : t.paperWithoutCode),
    make("span", "sheet-number"),
  );
  const title = make("h1", "", desk.campaign.sheet_title);
  return make("section", "sheet", title, facts, make("div", "sheet-body"), foot);
}

function table(desk: Desk, work: Paperwork, sheets: Sheets): void {
  const { t, overview } = desk;
  const unit = overview?.amount_unit ?? "wan";
  const rows = desk.session?.rows(0, overview?.rows ?? 0, [...COLUMNS]) ?? [];
  for (const [index, row] of rows.entries()) {
    row[0] ||= String(index + 1);
  }
  const sums = (label: string, some: readonly string[][]) => {
    const first = COLUMNS.findIndex((key) => SUMS.includes(key));
    const head = make("td", "", label);
    (head as HTMLTableCellElement).colSpan = first;
    const cells = COLUMNS.slice(first).map((key, at) =>
      SUMS.includes(key)
        ? make(
            "td",
            key,
            sumOf(
              some.map((row) => row[first + at] ?? ""),
              unit,
            ),
          )
        : make("td", key),
    );
    return make("tr", "sheet-sum", head, ...cells);
  };
  const words = make(
    "td",
    "sheet-capital",
    `${t.colon(t.totalInWords)}${work.capital || "—"}`,
    make("br"),
    `${t.colon(t.totalUndisputed)}${overview?.totals.undisputed}，`,
    `${t.colon(t.totalRepaid)}${overview?.totals.repaid}，`,
    `${t.colon(t.totalBalance)}${overview?.totals.balance}`,
  );
  (words as HTMLTableCellElement).colSpan = COLUMNS.length;
  sheets.table({
    columns: COLUMNS.map((key) => ({ label: desk.label("entries", key), look: key })),
    rows,
    subtotal: (some) => sums(t.paperSubtotal(some.length), some),
    total: [sums(t.paperTotal(rows.length), rows), make("tr", "sheet-sum", words)],
    goesOn: t.paperGoesOn,
  });
}

/** The warnings somebody answered for, with the reasons. */
function answered(desk: Desk, sheets: Sheets): void {
  const { t } = desk;
  const confirmed = desk.findings.all().filter((finding) => finding.reason !== null);
  if (confirmed.length !== 0) {
    sheets.table({
      caption: t.answered,
      columns: t.answeredColumns.map((label, at) => ({ label, look: `answered-${at}` })),
      rows: confirmed
        .sort(inOrder)
        .map((one) => [placeOf(desk, one), one.code, desk.say(one.message), one.reason ?? ""]),
      goesOn: t.paperGoesOn,
    });
  }
}

export function placeOf(desk: Desk, finding: Finding): string {
  const { t } = desk;
  const label = desk.label(finding.table, finding.field);
  return finding.row === null
    ? label || t.wholeLedger
    : `${t.rowNumber(finding.row + 1)}${label ? ` · ${label}` : ""}`;
}

/** Blank lines where nobody has declared it on the page: it is then signed by hand. */
function declaration(desk: Desk, work: Paperwork, header: Record<string, string>): HTMLElement {
  const { t } = desk;
  const declared = work.declared;
  const who = declared ? header["head"] || "" : "";
  return make(
    "p",
    "sheet-declaration",
    `${t.colon(t.declaration)}${t.paperDeclares}`,
    make("span", "", `${t.colon(t.declaredBy)}${who || "＿＿＿＿＿＿"}`),
    make("span", "", `${t.colon(t.declaredOn)}${declared ?? "＿＿＿＿＿＿"}`),
  );
}

function signatures(desk: Desk, header: Record<string, string>): HTMLElement {
  const { t } = desk;
  const keys = ["head", "reviewer", "filler", "phone", "filled_on"];
  const signed = keys.map((key) =>
    make(
      "p",
      "",
      make("span", "sign-label", t.colon(desk.label("header", key))),
      make("span", "sign-line", header[key] ?? ""),
    ),
  );
  return make(
    "div",
    "sheet-sign",
    make("div", "sheet-signed", ...signed),
    make("div", "sheet-seal", t.seal),
  );
}
