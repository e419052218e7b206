/**
 * The findings as work: what is listed, by rule, and where in the list the clerk was when one of
 * them was followed to its cell. It outlives the page of the check, so that coming back finds it.
 */

import type { Desk } from "./desk";
import type { Finding, Severity } from "./engine/contract";
import { inOrder } from "./findings";

export const FILTERS = ["all", "error", "warning", "notice"] as const;
export type Filter = (typeof FILTERS)[number];

/** All findings of one rule, in the order of their places. */
export interface Group {
  code: string;
  severity: Severity;
  findings: Finding[];
}

/** The findings of a rule, as they were when one of them was followed. */
export interface Trail {
  code: string;
  ids: readonly string[];
  at: number;
}

/** Findings of a rule on one page of the list: ten thousand links help nobody. */
export const PAGE = 25;

export class Worklist {
  filter: Filter = "all";
  trail: Trail | null = null;
  /** The finding that should have the focus when the list is drawn next. */
  wanted: string | null = null;
  readonly #pages = new Map<string, number>();
  #version = -1;
  #open: Group[] = [];
  #confirmed: Group[] = [];

  constructor(private readonly desk: Desk) {}

  reset(): void {
    this.filter = "all";
    this.trail = null;
    this.wanted = null;
    this.#pages.clear();
  }

  /** What is not confirmed, the gravest first. */
  get groups(): readonly Group[] {
    this.#sort();
    const { filter } = this;
    return filter === "all" ? this.#open : this.#open.filter((group) => group.severity === filter);
  }

  /** Warnings somebody has answered for. */
  get confirmed(): readonly Group[] {
    this.#sort();
    return this.#confirmed;
  }

  count(filter: Filter): number {
    this.#sort();
    return this.#open
      .filter((group) => filter === "all" || group.severity === filter)
      .reduce((sum, group) => sum + group.findings.length, 0);
  }

  /** The page of a group that is shown, from 0; never past the last. */
  page(group: Group): number {
    const last = Math.max(0, Math.ceil(group.findings.length / PAGE) - 1);
    return Math.min(this.#pages.get(keyOf(group)) ?? 0, last);
  }

  turn(group: Group, page: number): void {
    this.#pages.set(keyOf(group), page);
    this.desk.refresh();
  }

  choose(filter: Filter): void {
    this.filter = filter;
    this.desk.refresh();
  }

  // ---- following a finding, and coming back

  follow(group: Group, finding: Finding): void {
    const ids = group.findings.map(({ id }) => id);
    this.trail = { code: group.code, ids, at: ids.indexOf(finding.id) };
    this.desk.jump(finding);
  }

  /** The next finding of the trail in a direction that is still there. */
  beside(by: 1 | -1): Finding | null {
    const { trail } = this;
    for (let at = (trail?.at ?? 0) + by; trail && 0 <= at && at < trail.ids.length; at += by) {
      const finding = this.desk.findings.get(trail.ids[at] ?? "");
      if (finding) {
        return finding;
      }
    }
    return null;
  }

  step(by: 1 | -1): void {
    const finding = this.beside(by);
    if (this.trail && finding) {
      this.trail = { ...this.trail, at: this.trail.ids.indexOf(finding.id) };
      this.desk.jump(finding);
    }
  }

  /** Back to the list, at the finding that was followed, or the next one where it is mended. */
  back(): void {
    this.desk.go("check");
  }

  /** The list is about to be drawn: what was followed last is shown again, and the trail ends. */
  arrive(): void {
    const { trail } = this;
    if (!trail) {
      return;
    }
    const here = this.desk.findings.get(trail.ids[trail.at] ?? "");
    const finding = here ?? this.beside(1) ?? this.beside(-1);
    this.trail = null;
    this.wanted = finding?.id ?? null;
    const lists = (list: readonly Group[]) =>
      list.find((one) => finding && one.findings.some(({ id }) => id === finding.id));
    const group = lists(this.groups) ?? lists(this.confirmed);
    if (group && finding) {
      const index = group.findings.findIndex(({ id }) => id === finding.id);
      this.#pages.set(keyOf(group), Math.floor(index / PAGE));
    }
  }

  // ---- answering

  /** Writes what would mend each of them, as one step. */
  repair(findings: readonly Finding[]): void {
    const ids = findings.map(({ id }) => id);
    if (this.desk.change((session) => session.repair(ids))) {
      const { t } = this.desk;
      const only = findings.length === 1 ? (findings[0]?.instead ?? "") : null;
      this.desk.tell(only === null ? t.repairedAll(findings.length) : t.repaired(only));
    }
  }

  /** Confirms warnings with one reason, as one step; an empty one takes it back. */
  confirm(findings: readonly Finding[], reason: string): void {
    const ids = findings.map(({ id }) => id);
    if (this.desk.change((session) => session.confirm(ids, reason))) {
      const { t } = this.desk;
      this.desk.tell(reason ? t.confirmed(findings.length) : t.revoked);
    }
  }

  #sort(): void {
    const { findings } = this.desk;
    if (this.#version !== findings.version) {
      this.#version = findings.version;
      const sorted = findings.all().sort(inOrder);
      this.#open = byRule(sorted.filter(({ reason }) => reason === null));
      this.#confirmed = byRule(sorted.filter(({ reason }) => reason !== null));
    }
  }
}

function keyOf({ code, severity, findings }: Group): string {
  return `${code} ${severity} ${findings[0]?.reason === null ? "open" : "confirmed"}`;
}

function byRule(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.severity}`;
    const group = groups.get(key);
    if (group) {
      group.findings.push(finding);
    } else {
      const { code, severity } = finding;
      groups.set(key, { code, severity, findings: [finding] });
    }
  }
  return [...groups.values()];
}
