/** Workbooks and sheets of text, in and out. */

import type { Words } from "../contract";

export interface SheetText {
  name: string;
  hidden: boolean;
  /** Whether a row of headings was found in it. */
  heading: boolean;
  /** Rows with something in them. */
  rows: number;
  /** It has more columns than are read. */
  too_wide: boolean;
  /** Its cells, parted by tabs: `preview` and `paste` of a session read them. */
  text: string;
  /** What there is to say about how it was read. */
  told: Words[];
}

export interface Contents {
  /** A draft's text where the workbook is a whole ledger that was exported; `sheets` is empty then. */
  draft: string | null;
  /** Whether all of that draft could be read. */
  whole: boolean;
  told: Words[];
  sheets: SheetText[];
}

export type SheetFormat = "csv" | "tsv";
export type Encoding = "utf-8" | "gb18030";

export interface Workbooks {
  /** Throws `J-12` where it is not to be opened. */
  workbook_read(bytes: Uint8Array): Contents;
  /** A draft, by its bytes, as `.xlsx`; with a sheet of findings where that is asked for. */
  workbook_write(draft: Uint8Array, campaign: string, today: string, findings: boolean): Uint8Array;
  /** The debts of a draft as text. */
  sheet_write(draft: Uint8Array, format: SheetFormat, encoding: Encoding): Uint8Array;
  template_write(campaign: string, today: string): Uint8Array;
}
