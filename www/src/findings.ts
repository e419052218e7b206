/** The open findings, kept in step with the engine's changes and asked by place. */

import type { Change, Finding, Severity, Table } from "./engine/contract";

const ORDER: readonly Severity[] = ["error", "warning", "notice"];
const NOTHING: readonly Finding[] = [];

export class Findings {
  readonly #byId = new Map<string, Finding>();
  /** Built when first asked after a reset, and kept in step: a keystroke changes little of it. */
  #places: Places | null = null;
  /** Another number whenever a finding comes, goes or changes. */
  version = 0;

  reset(findings: readonly Finding[]): void {
    this.version += 1;
    this.#byId.clear();
    this.#places = null;
    for (const finding of findings) {
      this.#byId.set(finding.id, finding);
    }
  }

  apply(change: Change): void {
    this.version += change.added.length + change.removed.length;
    for (const id of change.removed) {
      this.#take(id);
    }
    for (const finding of change.added) {
      this.#take(finding.id);
      this.#byId.set(finding.id, finding);
      this.#places?.put(finding);
    }
  }

  #take(id: string): void {
    const finding = this.#byId.get(id);
    if (finding) {
      this.#byId.delete(id);
      this.#places?.take(finding);
    }
  }

  all(): Finding[] {
    return [...this.#byId.values()];
  }

  each(): Iterable<Finding> {
    return this.#byId.values();
  }

  get(id: string): Finding | undefined {
    return this.#byId.get(id);
  }

  /** Findings of one cell of a debt, the gravest first. */
  ofCell(row: number, field: string): readonly Finding[] {
    return this.#at(place("entries", row, null, field));
  }

  /** Findings of a debt that name none of its cells. */
  ofRow(row: number): readonly Finding[] {
    return this.#at(place("entries", row, null, null));
  }

  ofHeader(field: string): readonly Finding[] {
    return this.#at(place("header", null, null, field));
  }

  ofChild(table: Table, row: number, child: number, field: string | null): readonly Finding[] {
    return this.#at(place(table, row, child, field));
  }

  /** What is still to be done anywhere in a debt, its plan and its payments; the gravest first. */
  openOf(row: number): readonly Finding[] {
    return this.#at(whole(row)).filter(isOpen);
  }

  /** The gravest open step anywhere in a debt, its plan and its payments; for the row's number. */
  gravestOf(row: number): Severity | null {
    return gravest(this.#at(whole(row)));
  }

  countOf(row: number): number {
    return this.openOf(row).length;
  }

  #at(key: string): readonly Finding[] {
    this.#places ??= new Places(this.#byId.values());
    return this.#places.at(key);
  }
}

/** A finding the clerk still has to do something about. */
export function isOpen(finding: Finding): boolean {
  return finding.severity !== "notice" && finding.reason === null;
}

/** The gravest of the open findings; a confirmed warning marks nothing. */
export function gravest(findings: readonly Finding[]): Severity | null {
  const open = findings.filter((finding) => finding.reason === null);
  return ORDER.find((severity) => open.some((finding) => finding.severity === severity)) ?? null;
}

/** Errors first, then by place in the ledger. */
export function inOrder(left: Finding, right: Finding): number {
  const grave = ORDER.indexOf(left.severity) - ORDER.indexOf(right.severity);
  return grave || (left.row ?? -1) - (right.row ?? -1) || (left.child ?? -1) - (right.child ?? -1);
}

/** Findings by where they are, those of one place in order. */
class Places {
  readonly #lists = new Map<string, Finding[]>();

  constructor(findings: Iterable<Finding>) {
    for (const finding of findings) {
      for (const key of placesOf(finding)) {
        const list = this.#lists.get(key);
        if (list) {
          list.push(finding);
        } else {
          this.#lists.set(key, [finding]);
        }
      }
    }
    for (const list of this.#lists.values()) {
      list.sort(inOrder);
    }
  }

  at(key: string): readonly Finding[] {
    return this.#lists.get(key) ?? NOTHING;
  }

  put(finding: Finding): void {
    for (const key of placesOf(finding)) {
      this.#lists.set(key, [...this.at(key), finding].sort(inOrder));
    }
  }

  take(finding: Finding): void {
    for (const key of placesOf(finding)) {
      const left = this.at(key).filter((known) => known !== finding);
      if (left.length === 0) {
        this.#lists.delete(key);
      } else {
        this.#lists.set(key, left);
      }
    }
  }
}

function placesOf({ table, row, child, field }: Finding): string[] {
  const own = place(table, row, child, field);
  return row === null ? [own] : [own, whole(row)];
}

function place(
  table: Table | null,
  row: number | null,
  child: number | null,
  field: string | null,
): string {
  return `${table ?? ""}/${row ?? ""}/${child ?? ""}/${field ?? ""}`;
}

function whole(row: number): string {
  return `row ${row}`;
}
