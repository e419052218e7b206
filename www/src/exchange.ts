/** Workbooks and sheets of text: brought in by way of a look at them, and handed out as files. */

import type { Desk } from "./desk";
import type { Words } from "./engine/contract";
import { codeOf } from "./engine/errors";
import type { Contents, SheetText } from "./engine/office/workbook";
import { callOffice, type Running } from "./engine/office_calls";
import { bytesOf, download } from "./files";
import { previewOf } from "./pasting";
import { today } from "./today";

/** A workbook of any spreadsheet program; what cannot be read of them is said when one is opened. */
export function isWorkbook(name: string): boolean {
  return /\.(xlsx|xlsm|xltx|xlsb|xls|et|ett|ods)$/i.test(name);
}

/** A workbook or a sheet of text. */
export function isSheet(name: string): boolean {
  return isWorkbook(name) || /\.(csv|tsv|txt)$/i.test(name);
}

/** Where debts go: into a ledger of their own, or behind those of the one at hand. */
export type Into = "new" | "ledger";

/** Reads a file and shows what it would bring; nothing is written before the clerk has agreed. */
export function bringIn(desk: Desk, file: File, into: Into): Promise<void> {
  return told(desk, bring(desk, file, into));
}

/** What goes wrong is said. */
function told(desk: Desk, work: Promise<void>): Promise<void> {
  return work.catch((error: unknown) => desk.trouble(error));
}

async function bring(desk: Desk, file: File, into: Into): Promise<void> {
  const most = desk.catalogue.limits.file_bytes;
  if (most < file.size) {
    desk.show({ kind: "too_large", name: file.name, bytes: file.size, most });
    return;
  }
  const bytes = await bytesOf(file);
  if (!isWorkbook(file.name)) {
    await look(desk, file.name, asSheet(file.name, bytes), into);
    return;
  }
  const contents = await waited(desk, file.name, desk.t.opening(file.name), () =>
    callOffice("workbook_read", bytes),
  );
  if (contents) {
    await choose(desk, file.name, contents, into);
  }
}

function asSheet(name: string, bytes: Uint8Array): SheetText {
  const text = new TextDecoder().decode(bytes);
  return { name, hidden: false, heading: true, rows: 0, too_wide: false, text, told: [] };
}

/** A whole ledger is opened; of several sheets one is chosen. */
async function choose(desk: Desk, name: string, contents: Contents, into: Into): Promise<void> {
  if (contents.draft !== null) {
    await openDraft(desk, name, contents);
    return;
  }
  const sheets = contents.sheets.filter((sheet) => sheet.rows !== 0);
  const [only, other] = sheets;
  if (only && !other && only.heading) {
    await look(desk, name, only, into);
    return;
  }
  const take = (sheet: SheetText): void => void told(desk, look(desk, name, sheet, into));
  desk.show({ kind: "sheets", name, sheets, take });
}

async function openDraft(
  desk: Desk,
  name: string,
  { draft, told, whole }: Contents,
): Promise<void> {
  const bytes = new TextEncoder().encode(draft ?? "");
  const { open } = await desk.engine.suited(bytes.length);
  const session = open(bytes, desk.engine.campaign(), today());
  const opened = session.opened();
  if (!opened || (opened.findings.length === 0 && told.length === 0 && whole)) {
    await desk.ledgers.accept(session);
    return;
  }
  const findings = [...opened.findings, ...told.map((message) => ({ code: "J-13", message }))];
  desk.show({
    kind: "opened",
    name,
    opened: { ...opened, whole: opened.whole && whole, findings },
    session,
  });
}

/** Shows what a sheet would bring. */
async function look(desk: Desk, name: string, sheet: SheetText, into: Into): Promise<void> {
  if (into === "new" || !desk.session) {
    const { create } = await desk.engine.suited(sheet.text.length);
    const session = create(desk.engine.campaign(), today());
    await desk.ledgers.accept(session, "", () => {
      void told(desk, look(desk, name, sheet, "ledger"));
    });
    return;
  }
  const paste = { row: desk.overview?.rows ?? 0, keys: [], text: sheet.text };
  const preview = previewOf(desk, paste);
  if (preview?.heading) {
    desk.show({ kind: "paste", paste, preview, from: { name, told: sheet.told } });
  } else if (preview) {
    const rule = desk.rule("H-15");
    const words = rule ? [rule.title, rule.repair] : [];
    desk.show({ kind: "refused", name, code: "H-15", words });
  }
}

// ---- out

export type Handed = "xlsx" | "checked" | "csv" | "gb18030" | "tsv" | "template";

/** Writes the ledger at hand, or the template, and gives it to the clerk as a file. */
export async function handOut(desk: Desk, what: Handed): Promise<void> {
  const name = nameOf(desk, what);
  const bytes = await waited(desk, name, desk.t.exchange.writing(name), () => written(desk, what));
  if (bytes) {
    download(name, bytes);
    desk.tell(desk.t.downloaded(name));
  }
}

function written(desk: Desk, what: Handed): Running<Uint8Array> {
  const campaign = desk.engine.campaign();
  if (what === "template") {
    return callOffice("template_write", campaign, today());
  }
  const draft = new TextEncoder().encode(desk.session?.draft() ?? "");
  switch (what) {
    case "csv":
      return callOffice("sheet_write", draft, "csv", "utf-8");
    case "gb18030":
      return callOffice("sheet_write", draft, "csv", "gb18030");
    case "tsv":
      return callOffice("sheet_write", draft, "tsv", "utf-8");
    default:
      return callOffice("workbook_write", draft, campaign, today(), what === "checked");
  }
}

function nameOf(desk: Desk, what: Handed): string {
  const { t } = desk;
  if (what === "template") {
    return `${t.exchange.templateFile}.xlsx`;
  }
  const { unit_name, period } = desk.overview ?? { unit_name: "", period: "" };
  const parts = [t.exchange.ledgerFile, unit_name, period].filter((part) => part !== "");
  const end = { xlsx: "xlsx", checked: "xlsx", csv: "csv", gb18030: "csv", tsv: "tsv" }[what];
  return `${parts.join("_").replace(/[\\/:*?"<>|]/g, "_")}.${end}`;
}

/** Waits for a call, says so where it takes long, and lets the clerk give it up. */
async function waited<T>(
  desk: Desk,
  name: string,
  title: string,
  call: () => Running<T>,
): Promise<T | null> {
  const before = desk.notice;
  const running = call();
  const notice = { kind: "working", title, cancel: () => running.cancel() } as const;
  desk.tell(title);
  const timer = setTimeout(() => desk.show(notice), SOON);
  try {
    return await running.result;
  } catch (error) {
    clearTimeout(timer);
    desk.show(before);
    sayWhy(desk, name, error);
    return null;
  } finally {
    clearTimeout(timer);
    if (desk.notice === notice) {
      desk.show(before);
    }
  }
}

/** Milliseconds within which nobody wonders. */
const SOON = 200;

function sayWhy(desk: Desk, name: string, error: unknown): void {
  const code = codeOf(error) as string | null;
  const { words } = error as { words?: Words };
  if (code === "cancelled") {
    desk.tell(desk.t.exchange.cancelled);
  } else if (code && words) {
    const repair = desk.rule(code)?.repair;
    desk.show({ kind: "refused", name, code, words: repair ? [words, repair] : [words] });
  } else if (code === "office_missing" || code === "office_fault") {
    desk.show({ kind: "trouble", code, message: desk.t.exchange.trouble[code] });
  } else {
    desk.trouble(error);
  }
}
