/** The attributes and properties that say which ledger an element shows. */

import type { Campaign } from "../../engine/contract";
import type { EntriesKey, HeaderKey } from "../../engine/crate/keys";
import type { Prefill } from "../prefill";
import type { Wanted } from "./open";
import type { HostStore } from "./public";

/** Attributes that decide which ledger is shown. */
export const DECIDING = [
  "campaign",
  "unit",
  "period",
  "prefill",
  "readonly-fields",
  "storage",
  "parts",
] as const;

/** What was set as a property and fits in no attribute. */
export interface Set {
  campaign: string | Campaign | null;
  prefill: Prefill | null;
  store: HostStore | null;
}

export abstract class SettingsElement extends HTMLElement {
  #set: Set = { campaign: null, prefill: null, store: null };

  /** Something that decides was changed. */
  protected abstract decided(): void;

  get campaign(): Set["campaign"] {
    return this.#set.campaign ?? this.getAttribute("campaign");
  }
  set campaign(campaign: Set["campaign"]) {
    this.#put({ campaign });
  }

  get prefill(): Prefill | null {
    const text = this.getAttribute("prefill");
    return this.#set.prefill ?? (text ? (JSON.parse(text) as Prefill) : null);
  }
  set prefill(prefill: Prefill | null) {
    this.#put({ prefill });
  }

  get store(): HostStore | null {
    return this.#set.store;
  }
  set store(store: HostStore | null) {
    this.#put({ store });
  }

  #put(some: Partial<Set>): void {
    this.#set = { ...this.#set, ...some };
    this.decided();
  }

  get unit(): string {
    return this.getAttribute("unit") ?? "";
  }
  set unit(unit: string) {
    this.attribute("unit", unit);
  }

  get period(): string {
    return this.getAttribute("period") ?? "";
  }
  set period(period: string) {
    this.attribute("period", period);
  }

  get readOnlyFields(): readonly (HeaderKey | EntriesKey)[] {
    const text = this.getAttribute("readonly-fields") ?? "";
    return text.split(/[\s,]+/).filter(Boolean) as (HeaderKey | EntriesKey)[];
  }
  set readOnlyFields(fields: readonly (HeaderKey | EntriesKey)[]) {
    this.attribute("readonly-fields", fields.join(" "));
  }

  get storage(): "local" | "none" {
    return this.getAttribute("storage") === "none" ? "none" : "local";
  }
  set storage(storage: "local" | "none") {
    this.attribute("storage", storage);
  }

  get locale(): "zh" | "en" {
    return this.getAttribute("locale")?.startsWith("en") ? "en" : "zh";
  }
  set locale(locale: "zh" | "en") {
    this.attribute("locale", locale === "en" ? "en" : "zh-CN");
  }

  get name(): string {
    return this.getAttribute("name") ?? "";
  }
  set name(name: string) {
    this.attribute("name", name);
  }

  get parts(): boolean {
    return this.hasAttribute("parts");
  }
  set parts(parts: boolean) {
    this.toggleAttribute("parts", parts);
  }

  /** An empty text takes the attribute away. */
  protected attribute(name: string, value: string): void {
    if (value === "") {
      this.removeAttribute(name);
    } else {
      this.setAttribute(name, value);
    }
  }

  protected wanted(): Wanted {
    const address = this.getAttribute("campaign");
    const file = this.#set.campaign;
    return {
      campaign: file ? { file } : address ? { address } : null,
      unit: this.unit,
      period: this.period || undefined,
      prefill: this.prefill,
      readOnly: this.readOnlyFields,
      storage: this.storage,
      store: this.store,
      locale: this.locale,
    };
  }

  /** Properties that a page set before the element was defined hide the real ones. */
  protected takeUp(names: readonly string[]): void {
    const own = this as unknown as Record<string, unknown>;
    for (const name of names) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
  }
}
