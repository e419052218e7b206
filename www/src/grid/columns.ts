/** Which columns the grid shows, how wide, and how many of them stand still; the clerk's choice. */

import type { FieldInfo, Kind, Lang } from "../engine/contract";
import type { Settings } from "../settings";
import { Watchers } from "../watchers";
import { measures } from "./measures";

/** These come first, and stay in sight when the sheet moves sideways. */
const LEADING: readonly string[] = ["seq_no", "debtor_name", "creditor_name"];

/** What the county's sheet asks for beside the required and expected columns. */
const USUAL: readonly string[] = [
  "seq_no",
  "creditor_size",
  "sign_date",
  "due_date",
  "plan_finish",
  "fund_source",
  "duty_person",
  "remark",
];
/** Filled in by the software, or by itself: shown on demand. */
const BEHIND: readonly string[] = ["debt_id", "first_period", "source_channel", "status"];

const REMEMBERED = "arrears-ledger:columns";
export const NARROWEST = 48;

/** What a browser keeps of the choice. */
interface Choice {
  keys: string[];
  frozen: number;
  widths: Record<string, number>;
}

export class Columns {
  /** Told when other columns are to be shown, or others stand still. */
  readonly changes = new Watchers<void>();
  #choice: Choice;

  /** As wide as a column's name needs depends on the language it is in, and the print. */
  constructor(
    readonly all: readonly FieldInfo[],
    private readonly settings: () => Settings,
  ) {
    this.#choice = remembered() ?? { keys: [], frozen: LEADING.length, widths: {} };
    this.#choice.keys = this.#ordered(this.#choice.keys);
    if (this.#choice.keys.length === 0) {
      this.#choice.keys = this.#ordered(usualColumns(all));
    }
  }

  /** The columns shown, from left to right. */
  get keys(): readonly string[] {
    return this.#choice.keys;
  }

  /** How many of them are to stand still. */
  get frozen(): number {
    return Math.min(this.#choice.frozen, this.keys.length);
  }

  /** All columns, where they would stand. */
  get order(): readonly string[] {
    return this.#ordered(this.all.map((field) => field.key));
  }

  widthOf(field: FieldInfo): number {
    const { lang, large } = this.settings();
    return this.#choice.widths[field.key] ?? widthOf(field, lang) * measures(large).scale;
  }

  show(keys: readonly string[]): void {
    const ordered = this.#ordered(keys);
    if (ordered.length !== 0) {
      this.#change({ keys: ordered });
    }
  }

  toggle(key: string): void {
    const { keys } = this;
    this.show(keys.includes(key) ? keys.filter((shown) => shown !== key) : [...keys, key]);
  }

  /** Shows a column that something led to; it is not remembered. */
  reveal(key: string): void {
    if (!this.keys.includes(key) && this.all.some((field) => field.key === key)) {
      this.#choice.keys = this.#ordered([...this.keys, key]);
      this.changes.tell();
    }
  }

  freeze(count: number): void {
    this.#change({ frozen: Math.max(0, Math.min(this.keys.length, count)) });
  }

  widen(key: string, width: number): void {
    const widths = { ...this.#choice.widths, [key]: Math.max(NARROWEST, Math.round(width)) };
    this.#choice.widths = widths;
    remember(this.#choice);
  }

  /** The usual columns, widths and all. */
  reset(): void {
    this.#change({
      keys: this.#ordered(usualColumns(this.all)),
      frozen: LEADING.length,
      widths: {},
    });
  }

  #change(choice: Partial<Choice>): void {
    Object.assign(this.#choice, choice);
    remember(this.#choice);
    this.changes.tell();
  }

  #ordered(keys: readonly string[]): string[] {
    const known = this.all.map((field) => field.key).filter((key) => keys.includes(key));
    const leading = LEADING.filter((key) => known.includes(key));
    return [...leading, ...known.filter((key) => !LEADING.includes(key))];
  }
}

function usualColumns(fields: readonly FieldInfo[]): string[] {
  return fields.filter(isUsual).map((field) => field.key);
}

function isUsual(field: FieldInfo): boolean {
  const asked = field.presence === "required" || field.presence === "expected";
  return (asked && !BEHIND.includes(field.key)) || USUAL.includes(field.key);
}

/** A browser that keeps nothing has nothing; an earlier page kept the keys alone. */
function remembered(): Choice | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null");
    if (Array.isArray(kept)) {
      return { keys: kept.filter(isText), frozen: LEADING.length, widths: {} };
    }
    const { keys, frozen, widths } = (kept ?? {}) as Partial<Record<keyof Choice, unknown>>;
    return Array.isArray(keys)
      ? {
          keys: keys.filter(isText),
          frozen: isSize(frozen) ? frozen : LEADING.length,
          widths: Object.fromEntries(
            Object.entries(widths ?? {}).filter(([, width]) => isSize(width)),
          ) as Record<string, number>,
        }
      : null;
  } catch {
    return null;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isSize(value: unknown): value is number {
  return typeof value === "number" && 0 <= value && value < 10_000;
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(choice));
  } catch {
    // It is remembered until the page is closed.
  }
}

/** Of a letter, and of the unit behind the name of an amount. */
const LETTER: Record<Lang, number> = { zh: 15, en: 8 };
const UNIT: Record<Lang, number> = { zh: 60, en: 116 };

function widthOf(field: FieldInfo, lang: Lang): number {
  const named: Record<string, number> = { seq_no: 84, debtor_name: 190, project_name: 240 };
  const unit = field.kind.type === "amount" ? UNIT[lang] : 0;
  const name = 62 + LETTER[lang] * field.label[lang].length + unit;
  return named[field.key] ?? Math.max(widthOfKind(field.kind), name);
}

function widthOfKind(kind: Kind): number {
  switch (kind.type) {
    case "text":
      return kind.max < 50 ? 96 : kind.max < 200 ? 180 : 220;
    case "amount":
      return 128;
    case "date":
    case "month":
      return 116;
    case "uscc":
      return 190;
    case "flag":
    case "rate":
    case "count":
      return 80;
    case "choice":
      return 120;
    case "choices":
      return 160;
  }
}

/** Amounts and counts stand to the right. */
export function isNumber(kind: Kind): boolean {
  return kind.type === "amount" || kind.type === "rate" || kind.type === "count";
}
