/** The words of tables brought in and handed out, in English. */

import type { exchange as chinese } from "../zh-CN/exchange";

export const exchange: typeof chinese = {
  import: "Import",
  export: "Export table",
  handed: {
    xlsx: "Workbook (.xlsx)",
    checked: "Workbook with findings",
    csv: "CSV (UTF-8)",
    gb18030: "CSV (GB18030, for old programs)",
    tsv: "TSV (tab-separated)",
    template: "Template to fill in (.xlsx)",
  },
  ledgerFile: "清欠台账",
  templateFile: "清欠台账填报模板",
  writing: (name: string) => `Writing ${name}`,
  cancelled: "Cancelled",
  trouble: {
    office_missing:
      "The part that reads tables could not be fetched: check the network and try again, or ask whoever provides this page.",
    office_fault:
      "The part that reads tables stopped: try again, or save the file anew in a spreadsheet program, or copy and paste its rows.",
  },
  chooseSheet: (name: string) => `“${name}” has several sheets: which one?`,
  chooseSheetHint: "One at a time; the others can be imported afterwards.",
  noSheet:
    "No sheet has headings (three at least, such as debtor, creditor and arrears). Add them and import again.",
  rows: (rows: number) => `${rows} rows`,
  hidden: ", hidden",
  noHeadings: ", no headings: cannot be imported",
  toImport: (name: string, rows: number) => `Import ${rows} rows from “${name}”`,
  importIt: "Import",
  readHow: "How it was read",
};
