/** All words the page can say, in the language chosen: the engine's catalogue and its own. */

import type {
  Campaign,
  Catalogue,
  ChildTable,
  Engine,
  FieldInfo,
  Lang,
  RuleInfo,
  Table,
  WayInfo,
  Words,
} from "./engine/contract";
import { hasWords, messagesIn, type Messages } from "./locale";
import { rememberedSettings } from "./settings";

export class Lexicon {
  readonly catalogue: Catalogue;
  readonly campaign: Campaign;
  settings = rememberedSettings();

  readonly #rules: Map<string, RuleInfo>;
  readonly #fields = new Map<string, FieldInfo>();

  constructor(readonly engine: Engine) {
    if (!hasWords(this.settings.lang)) {
      this.settings.lang = "zh";
    }
    this.catalogue = engine.catalogue();
    this.campaign = JSON.parse(engine.campaign()) as Campaign;
    this.#rules = new Map(this.catalogue.rules.map((rule) => [rule.code, rule]));
    for (const table of Object.keys(this.catalogue.fields) as Table[]) {
      for (const field of this.catalogue.fields[table]) {
        this.#fields.set(`${table}.${field.key}`, field);
      }
    }
  }

  get lang(): Lang {
    return this.settings.lang;
  }

  get t(): Messages {
    return messagesIn(this.lang);
  }

  say(words: Words): string {
    return words[this.lang];
  }

  field(table: Table, key: string): FieldInfo | undefined {
    return this.#fields.get(`${table}.${key}`);
  }

  label(table: Table | null, key: string | null): string {
    const field = table && key ? this.field(table, key) : undefined;
    return field ? this.say(field.label) : (key ?? "");
  }

  rule(code: string): RuleInfo | undefined {
    return this.#rules.get(code);
  }

  way(id: string): WayInfo | undefined {
    return this.catalogue.ways.find((way) => way.id === id);
  }

  /** What a value that is worked out is called. */
  topic(key: string): string {
    const topic = this.catalogue.topics.find((one) => one.key === key);
    return topic ? this.say(topic.label) : key;
  }

  /** A clause as people read it; the engine calls the campaign's notice `notice`. */
  clause(text: string): string {
    return this.lang === "zh"
      ? text.replace(/\bnotice /g, "通知")
      : text.replace("台账字段表", "the form of the ledger");
  }

  /** The column a JSON Pointer into the submission names, and the child it stands in. */
  place(path: string): string {
    const [, table, second, child, index, key] = path.split("/");
    if (table === "header") {
      return this.label("header", second ?? "");
    }
    return key === undefined
      ? this.label("entries", child ?? "")
      : this.t.colon(this.t.childOf[child as ChildTable](Number(index) + 1)) +
          this.label(child as ChildTable, key);
  }
}
