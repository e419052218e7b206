/**
 * The order the clerk sees the debts in: sorted, or only some of them. It is a list of rows and
 * nothing more; the ledger's own order never changes with it. What is edited stays where it is seen
 * until the clerk asks for the order anew, and what is new is seen at once.
 */

import type { Change, FieldInfo, Overview, Session } from "../engine/contract";
import type { Findings } from "../findings";
import { Watchers } from "../watchers";
import { ColumnTexts } from "./column_texts";
import { sorted } from "./compare";
import { passes, type Filter } from "./filters";
import { Identities } from "./identities";
import { Sums } from "./sums";

/** Rows by what is found in them. */
export type Found = "all" | "open" | "error" | "warning";

export interface Sort {
  key: string;
  down: boolean;
}

/** What the arrangement is made from. */
export interface Source {
  readonly session: Session | null;
  readonly overview: Overview | null;
  readonly findings: Findings;
  field(table: "entries", key: string): FieldInfo | undefined;
}

export class Arrangement {
  sort: Sort | null = null;
  found: Found = "all";
  readonly filters = new Map<string, Filter>();
  /** Whether rows changed since in a way that may sort or filter them otherwise. */
  isStale = false;
  /** Another number whenever cells or rows changed, or are seen otherwise. */
  version = 0;
  /** Told when rows are seen in another order, or other rows. */
  readonly changes = new Watchers<void>();
  texts: ColumnTexts | null = null;
  readonly sums = new Sums(this);
  #session: Session | null = null;
  /** The rows seen, in order; `null` while that is all of them in the ledger's order. */
  #rows: number[] | null = null;
  #positions = new Map<number, number>();
  #identities: Identities | null = null;

  constructor(private readonly source: Source) {}

  /** Rows of the ledger. */
  get rows(): number {
    return this.source.overview?.rows ?? 0;
  }

  /** Rows seen. */
  get count(): number {
    return this.#rows?.length ?? this.rows;
  }

  get isArranged(): boolean {
    return this.#rows !== null;
  }

  get isFiltered(): boolean {
    return this.found !== "all" || this.filters.size !== 0;
  }

  /** The row seen at a position; below the last one, where the next debt is begun. */
  at(position: number): number {
    return this.#rows ? (this.#rows[position] ?? this.rows) : position;
  }

  /** Where a row is seen; `null` while a filter hides it. The next debt is begun below the last. */
  positionOf(row: number): number | null {
    if (!this.#rows) {
      return row;
    }
    return row === this.rows ? this.#rows.length : (this.#positions.get(row) ?? null);
  }

  /** All rows seen, in their order. */
  seen(): readonly number[] {
    return this.#rows ?? Array.from({ length: this.rows }, (_, row) => row);
  }

  // ---- what the clerk asks for

  sortBy(sort: Sort | null): void {
    this.sort = sort;
    this.apply();
  }

  filterBy(key: string, filter: Filter | null): void {
    if (filter) {
      this.filters.set(key, filter);
    } else {
      this.filters.delete(key);
    }
    this.apply();
  }

  show(found: Found): void {
    this.found = found;
    this.apply();
  }

  clear(): void {
    this.sort = null;
    this.found = "all";
    this.filters.clear();
    this.apply();
  }

  /** Sorts and filters as asked, by what the cells hold now. */
  apply(): void {
    this.isStale = false;
    this.version += 1;
    if (this.sort || this.isFiltered) {
      this.#take(this.#arranged());
      this.#identities = this.texts && new Identities(this.texts.of("debt_id"));
    } else {
      this.#rows = null;
      this.#identities = null;
    }
    this.sums.forget();
    this.changes.tell();
  }

  /** Lets a row be seen that a filter hides: a finding, say, led to it. */
  reveal(row: number): void {
    if (this.#rows && this.positionOf(row) === null) {
      const next = this.sort ? -1 : this.#rows.findIndex((seen) => row < seen);
      const rows = [...this.#rows];
      rows.splice(next < 0 ? rows.length : next, 0, row);
      this.#take(rows);
      this.sums.forget();
      this.changes.tell();
    }
  }

  // ---- what becomes of the ledger

  /** The ledger changed; `null`: another was put up, or all of it was read anew. */
  follow(turn: Change | null): void {
    this.version += 1;
    const { session } = this.source;
    if (session !== this.#session) {
      this.#session = session;
      this.texts = session && new ColumnTexts(session);
      this.clear();
    } else if (turn === null || turn.reload) {
      this.texts?.forget();
      this.sums.forget();
      this.#follow();
    } else {
      this.sums.patch(turn.cells);
      this.texts?.patch(turn.cells);
      this.isStale ||= this.#concerns(turn);
    }
  }

  /** Rows came, went or moved: each is found again by its debt's number. */
  #follow(): void {
    if (!this.#rows || !this.#identities || !this.texts) {
      return;
    }
    const ids = this.texts.of("debt_id");
    this.#take(this.#identities.followed(this.#rows, ids));
    this.#identities = new Identities(ids);
    this.isStale = true;
  }

  #concerns(turn: Change): boolean {
    const isFound = this.found !== "all" && turn.added.length + turn.removed.length !== 0;
    const isOurs = ({ field }: { field: string }) =>
      this.sort?.key === field || this.filters.has(field);
    return this.isArranged && (isFound || turn.cells.some(isOurs));
  }

  #arranged(): number[] {
    const { texts, source } = this;
    let rows = Array.from({ length: this.rows }, (_, row) => row);
    if (this.found !== "all") {
      rows = rows.filter((row) => this.#isFound(row));
    }
    for (const [key, filter] of this.filters) {
      const field = source.field("entries", key);
      if (texts && field) {
        const column = texts.of(key);
        const isIn = passes(filter, field);
        rows = rows.filter((row) => isIn(column[row] ?? ""));
      }
    }
    const field = this.sort && source.field("entries", this.sort.key);
    return texts && field && this.sort
      ? sorted(rows, field, texts.of(field.key), this.sort.down)
      : rows;
  }

  #isFound(row: number): boolean {
    const open = this.source.findings.openOf(row);
    return this.found === "open"
      ? open.length !== 0
      : open.some((finding) => finding.severity === this.found);
  }

  #take(rows: number[]): void {
    this.#rows = rows;
    this.#positions = new Map(rows.map((row, position) => [row, position]));
  }
}
