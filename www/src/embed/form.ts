/**
 * The rules, bound to a portal's own HTML form by the names of its fields: `arrears-ledger/form`.
 *
 *     import { bindForm } from "arrears-ledger/form";
 *     import campaign from "arrears-ledger/yexian-2022";
 *
 *     const bound = await bindForm(form, { campaign, submission: "ledger" });
 *
 * What is wrong is told by the form's own means: constraint validation, `aria-invalid`, messages
 * that controls are described by, and a summary with links.
 */

import type { Campaign, Finding, Lang, Overview, Submission } from "../engine/contract";
import { Binding } from "./form/binding";
import { Drafts, type DraftStore, localDrafts } from "./form/drafts";
import { tell } from "./form/events";
import { Ledger } from "./form/ledger";
import { fill, type Prefill } from "./prefill";
import { type ArrearsLedger, load, type LoadOptions, type Session, type Terms } from "./index";

export type { DraftStore } from "./form/drafts";
export type { FormEventMap } from "./form/events";
export type { Prefill } from "./prefill";

export interface FormOptions extends Terms {
  /** The rules, where they are loaded already. */
  rules?: ArrearsLedger;
  /** The module, as `load` takes it. */
  module?: LoadOptions["module"];
  /** The language of messages; Chinese without it. */
  lang?: Lang;
  /** Names that the portal has for fields: `{ qk_dw: "creditor_name" }`. */
  fields?: Readonly<Record<string, string>>;
  /** The code of the unit that reports, as the campaign's roster has it. */
  unit?: string;
  period?: string;
  prefill?: Prefill;
  /** The element that gets the summary; without it, the form's `[data-arrears-summary]`. */
  summary?: HTMLElement | null;
  /** What the draft is kept under; `false` for no draft. Without it, by campaign, unit and form. */
  draft?: string | false;
  /** Where the draft is kept; without it, in local storage. */
  store?: DraftStore;
  /** Puts the submission among the form's fields, under this name, when it is handed in. */
  submission?: string;
  /** Makes the form so many debts long, for forms that a framework draws. */
  rows?: (count: number) => void | Promise<void>;
}

/** A form that is bound, until `unbind`. */
export interface FormBinding {
  readonly form: HTMLFormElement;
  readonly session: Session;
  readonly overview: Overview;
  readonly findings: readonly Finding[];
  /** Whether a draft was there and is in the form now. */
  readonly restored: boolean;
  /** Reads the whole form anew, after a script has changed values without an event. */
  sync(): void;
  /** Shows every finding and the summary, as handing in does. */
  showAll(): void;
  /** Confirms warnings with a reason; an empty one takes that back. */
  confirm(findings: string[], reason: string): void;
  /** The submission; `null` while errors or open warnings are left. */
  submission(): Submission | null;
  /** Saves the draft now. */
  saveDraft(): Promise<void>;
  /** Deletes the draft: the server has the submission. */
  forgetDraft(): Promise<void>;
  /** Gives the form back, and frees the session. */
  unbind(): void;
}

export async function bindForm(form: HTMLFormElement, options: FormOptions): Promise<FormBinding> {
  const rules = options.rules ?? (await load({ module: options.module }));
  const { campaign, today } = options;
  const terms: Terms = { campaign, today };
  const kept = await keptDraft(form, options);
  const session = kept.text === null ? rules.create(terms) : rules.open(kept.text, terms);
  const ledger = new Ledger(rules, session, terms, (change) => binding.changed(change));
  const binding = new Binding(form, ledger, {
    lang: options.lang ?? "zh",
    names: options.fields ?? {},
    summary: options.summary ?? form.querySelector<HTMLElement>("[data-arrears-summary]"),
    rows: options.rows ?? null,
    submission: options.submission ?? "",
  });
  try {
    if (kept.text === null) {
      await binding.start(() => fill(session, options));
    } else {
      if (session.opened()?.whole === false) {
        // What could be read goes on; the harmed text stays, under a name of its own.
        await kept.store?.save(`${kept.key}/harmed`, kept.text);
      }
      await binding.restore();
    }
  } catch (error) {
    binding.unbind();
    throw error;
  }
  if (kept.store) {
    binding.drafts = new Drafts(
      kept.store,
      kept.key,
      () => session.draft(),
      (outcome) =>
        outcome.ok
          ? tell(form, "draft-saved", { key: kept.key, at: outcome.at })
          : tell(form, "draft-failed", { key: kept.key, why: outcome.why }),
    );
  }
  return shown(binding, kept.text !== null);
}

interface KeptDraft {
  store: DraftStore | null;
  key: string;
  text: string | null;
}

async function keptDraft(form: HTMLFormElement, options: FormOptions): Promise<KeptDraft> {
  if (options.draft === false) {
    return { store: null, key: "", text: null };
  }
  const store = options.store ?? localDrafts;
  const key = options.draft ?? keyOf(form, options);
  try {
    return { store, key, text: await store.load(key) };
  } catch {
    // A browser that forbids storage: each save will say so.
    return { store, key, text: null };
  }
}

function keyOf(form: HTMLFormElement, { campaign, unit = "" }: FormOptions): string {
  const { id } = (typeof campaign === "string" ? JSON.parse(campaign) : campaign) as Campaign;
  return ["arrears-ledger/form", id, unit, form.id || location.pathname].join("/");
}

function shown(binding: Binding, restored: boolean): FormBinding {
  return {
    form: binding.form,
    session: binding.session,
    get overview() {
      return binding.overview;
    },
    get findings() {
      return binding.findings;
    },
    restored,
    sync: () => binding.sync(),
    showAll: () => binding.showAll(),
    confirm: (findings, reason) => binding.confirm(findings, reason),
    submission: () => binding.submission(),
    saveDraft: () => binding.drafts?.save() ?? Promise.resolve(),
    forgetDraft: () => binding.drafts?.forget() ?? Promise.resolve(),
    unbind: () => binding.unbind(),
  };
}
