/** The open findings, kept in step with the engine's changes and asked by place. */

import type { Change, Finding, Severity, Table } from "./engine/contract";

const ORDER: readonly Severity[] = ["error", "warning", "notice"];

export class Findings {
  readonly #byId = new Map<string, Finding>();
  /** Built on first question after a change: one keystroke seldom asks for all of it. */
  #byPlace: Map<string, Finding[]> | null = null;
  /** Another number whenever a finding comes, goes or changes. */
  version = 0;

  reset(findings: readonly Finding[]): void {
    this.version += 1;
    this.#byId.clear();
    this.#byPlace = null;
    for (const finding of findings) {
      this.#byId.set(finding.id, finding);
    }
  }

  apply(change: Change): void {
    this.version += change.added.length + change.removed.length;
    this.#byPlace = null;
    for (const id of change.removed) {
      this.#byId.delete(id);
    }
    for (const finding of change.added) {
      this.#byId.set(finding.id, finding);
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

  /** The gravest open step anywhere in a debt, its plan and its payments; for the row's number. */
  gravestOf(row: number): Severity | null {
    return gravest(this.#at(whole(row)));
  }

  countOf(row: number): number {
    return this.#at(whole(row)).filter(isOpen).length;
  }

  #at(key: string): readonly Finding[] {
    this.#byPlace ??= index(this.#byId.values());
    return this.#byPlace.get(key) ?? [];
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

function index(findings: Iterable<Finding>): Map<string, Finding[]> {
  const places = new Map<string, Finding[]>();
  const put = (key: string, finding: Finding) => {
    const there = places.get(key);
    if (there) {
      there.push(finding);
    } else {
      places.set(key, [finding]);
    }
  };
  for (const finding of findings) {
    put(place(finding.table, finding.row, finding.child, finding.field), finding);
    if (finding.row !== null) {
      put(whole(finding.row), finding);
    }
  }
  for (const list of places.values()) {
    list.sort(inOrder);
  }
  return places;
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
