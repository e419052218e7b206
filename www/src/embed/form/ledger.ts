/** The session beside the form: its debts are the form's, in the form's order. */

import type { Change, ChildTable, Finding } from "../../engine/contract";
import { BETWEEN } from "../../several";
import type { ArrearsLedger, Session, Terms } from "../index";
import { childOf, entryOf, type Layout } from "./layout";
import type { Key, Place } from "./names";

const TABLES: readonly ChildTable[] = ["instalments", "payments", "changes"];

/** The session takes what keys a form has; what is none was left out before. */
interface Loose {
  header(): Record<string, string>;
  set_header(field: string, text: string): Change;
  set_cell(row: number, field: string, text: string): Change;
  set_child(row: number, table: string, child: number, field: string, text: string): Change;
}

export class Ledger {
  /** Whose debts the session's rows are. */
  entries: Key[] = [];
  readonly #children = new Map<Key, Record<ChildTable, Key[]>>();
  readonly #printed = new Map<string, string>();
  readonly #keys: Record<string, ReadonlySet<string>>;
  #scratch: Session;
  /** The texts of the session, read once between changes. */
  #texts: { header: Record<string, string>; rows: Map<number, ReturnType<Session["row"]>> } | null =
    null;

  constructor(
    readonly rules: ArrearsLedger,
    readonly session: Session,
    terms: Terms,
    private readonly changed: (change: Change) => void,
  ) {
    this.#scratch = rules.create(terms);
    this.#scratch.insert_rows(0, 1);
    TABLES.forEach((table) => this.#scratch.add_child(0, table));
    const { cells, instalments, payments, changes } = this.#scratch.row(0);
    const keysOf = (record: Record<string, string> | undefined) =>
      new Set(Object.keys(record ?? {}));
    this.#keys = {
      header: keysOf(this.#scratch.header()),
      entries: keysOf(cells),
      instalments: keysOf(instalments[0]),
      payments: keysOf(payments[0]),
      changes: keysOf(changes[0]),
    };
  }

  /** Whether the ledger has such a cell. */
  knows({ table, field }: Place): boolean {
    return this.#keys[table]?.has(field) ?? false;
  }

  /** The session's debts are these: as when a draft was opened, and the form made as long. */
  take({ entries, children }: Layout): void {
    this.entries = [...entries];
    for (const [entry, lists] of children) {
      this.#children.set(entry, { ...lists });
    }
  }

  /** Makes the session's debts those of the form: what the form no longer has goes. */
  align(layout: Layout): void {
    const gone = this.entries.flatMap((key, row) => (layout.entries.includes(key) ? [] : [row]));
    if (gone.length !== 0) {
      this.#does((session) => session.remove_lines(gone));
      this.entries = this.entries.filter((key) => layout.entries.includes(key));
    }
    layout.entries.forEach((key, row) => this.#place(key, row));
    for (const [entry, lists] of layout.children) {
      TABLES.forEach((table) => this.#alignChildren(entry, table, lists[table]));
    }
  }

  #place(key: Key, row: number): void {
    const stands = this.entries.indexOf(key);
    if (stands === -1) {
      this.#does((session) => session.insert_rows(row, 1));
      this.entries.splice(row, 0, key);
    } else if (stands !== row) {
      this.#does((session) => session.move_rows(stands, 1, row));
      this.entries.splice(stands, 1);
      this.entries.splice(row, 0, key);
    }
  }

  #alignChildren(entry: Key, table: ChildTable, wanted: readonly Key[]): void {
    const row = this.entries.indexOf(entry);
    const lists = this.#children.get(entry) ?? { instalments: [], payments: [], changes: [] };
    this.#children.set(entry, lists);
    const kept = lists[table];
    for (let at = kept.length - 1; 0 <= at; at -= 1) {
      if (!wanted.includes(kept[at] as Key)) {
        this.#does((session) => session.remove_child(row, table, at));
        kept.splice(at, 1);
      }
    }
    for (const key of wanted) {
      if (!kept.includes(key)) {
        this.#does((session) => session.add_child(row, table));
        kept.push(key);
      }
    }
  }

  write(place: Place, text: string): void {
    const [row, child] = this.#at(place);
    this.#does((session) => {
      const loose = session as unknown as Loose;
      switch (place.table) {
        case "header":
          return loose.set_header(place.field, text);
        case "entries":
          return loose.set_cell(row, place.field, text);
        default:
          return loose.set_child(row, place.table, child, place.field, text);
      }
    });
  }

  /** Lets the session change. */
  #does(how: (session: Session) => Change): void {
    const change = how(this.session);
    this.#texts = null;
    this.changed(change);
  }

  /** The session was written into past this. */
  forgetTexts(): void {
    this.#texts = null;
  }

  confirm(findings: string[], reason: string): void {
    this.#does((session) => session.confirm(findings, reason));
  }

  text(place: Place): string {
    this.#texts ??= { header: this.session.header(), rows: new Map() };
    if (place.table === "header") {
      return this.#texts.header[place.field] ?? "";
    }
    const [index, child] = this.#at(place);
    const row = this.#texts.rows.get(index) ?? this.session.row(index);
    this.#texts.rows.set(index, row);
    const record =
      place.table === "entries" ? { ...row.cells, ...derived(row) } : row[place.table][child];
    return record?.[place.field] ?? "";
  }

  /** Whether a finding is about this cell. */
  isAbout(finding: Finding, place: Place): boolean {
    const [row, child] = this.#at(place);
    return (
      finding.table === place.table &&
      finding.field === place.field &&
      (place.table === "header" || finding.row === row) &&
      (childOf(place) === null || finding.child === child)
    );
  }

  /** The row from 0, and the child. */
  #at(place: Place): [number, number] {
    const [entry, child] = [entryOf(place), childOf(place)];
    const row = entry === null ? -1 : this.entries.indexOf(entry);
    if (entry === null || child === null) {
      return [row, -1];
    }
    return [row, this.#children.get(entry)?.[place.table as ChildTable].indexOf(child) ?? -1];
  }

  /** What the engine makes of a value in a cell of this kind. */
  printed({ table, field }: Place, value: string): string {
    const known = this.#printed.get(`${table}.${field}=${value}`);
    if (known !== undefined) {
      return known;
    }
    const loose = this.#scratch as unknown as Loose;
    let text: string | undefined;
    if (table === "header") {
      loose.set_header(field, value);
      text = loose.header()[field];
    } else if (table === "entries") {
      loose.set_cell(0, field, value);
      text = this.#scratch.row(0).cells[field];
    } else {
      loose.set_child(0, table, 0, field, value);
      text = this.#scratch.row(0)[table][0]?.[field];
    }
    this.#printed.set(`${table}.${field}=${value}`, text ?? value);
    return text ?? value;
  }

  free(): void {
    this.#scratch.free();
    this.session.free();
  }
}

/** Cells that nobody types and no file has: they follow from the others. */
function derived({ derived }: ReturnType<Session["row"]>): Record<string, string> {
  const { repaid, balance, plan_maker, supervisors } = derived;
  return { repaid_total: repaid, balance, plan_maker, supervisors: supervisors.join(BETWEEN) };
}
