/** The ledger as an element of somebody else's page, as its portal sees it: `arrears-ledger/element`. */

import type { Campaign, Change, Finding, Lang, Overview, Submission } from "../../engine/contract";
import type { EntriesKey, HeaderKey } from "../../engine/crate/keys";
import type { Step } from "../../step";
import type { Prefill } from "../prefill";
import type { Session } from "../session";

export type { Prefill } from "../prefill";
export type { Step } from "../../step";

/** What a host hands over to keep drafts itself: texts under keys, each with a promise. */
export interface HostStore {
  save(key: string, text: string): Promise<void>;
  /** `null` when there is no such key. */
  load(key: string): Promise<string | null>;
  /** Every key that starts with `prefix`. */
  list(prefix: string): Promise<string[]>;
  /** Nothing happens when there is no such key. */
  delete(key: string): Promise<void>;
}

/** What the element tells, by events that bubble and leave shadows; each can be cancelled. */
export interface ArrearsLedgerEventMap {
  /** There is something to work with: `session`, when a ledger is open. */
  "ledger-ready": CustomEvent<Record<string, never>>;
  /**
   * The ledger changed: by `change`, or, where that is `null`, another was put up. Cancelled, the
   * change is taken back, as by the clerk's own undo.
   */
  "ledger-change": CustomEvent<{ change: Change | null; overview: Overview | null }>;
  /** The clerk went to a step. */
  "ledger-step": CustomEvent<{ step: Step }>;
  /** The draft is safe. */
  "draft-saved": CustomEvent<{ draft: string; at: Date }>;
  /** The draft could not be saved: there is no room, or it is forbidden. */
  "draft-failed": CustomEvent<{ draft: string; why: "full" | "forbidden" }>;
  /** The clerk hands the ledger in. Cancelled, no file is offered: the portal has taken it. */
  "ledger-submit": CustomEvent<{ submission: Submission }>;
}

interface Listens {
  addEventListener<K extends keyof ArrearsLedgerEventMap>(
    type: K,
    listener: (this: ArrearsLedgerElement, event: ArrearsLedgerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** What decides which ledger is shown; read when the element is connected, and again when it changes. */
interface Settings {
  /** A campaign file, as text or as an object; the attribute is its address. */
  campaign: string | Campaign | null;
  /** The code of the unit that reports; with it, the ledger is opened or begun at once. */
  unit: string;
  period: string;
  /** What is filled in when a ledger is begun; the attribute is JSON. */
  prefill: Prefill | null;
  /** Fields that are shown and not typed in; the attribute parts them by spaces. */
  readOnlyFields: readonly (HeaderKey | EntriesKey)[];
  /** Where drafts are kept: by this browser, or nowhere. */
  storage: "local" | "none";
  /** Where the portal keeps them itself. */
  store: HostStore | null;
}

/** `<arrears-ledger>`: the whole ledger. */
export interface ArrearsLedgerElement
  extends Omit<HTMLElement, "addEventListener">, Settings, Listens {
  /** The language; the attribute is `zh-CN` or `en`. */
  locale: Lang;
  /** What the submission is called among the fields of the form around it. */
  name: string;
  /** Draws nothing but dialogs: the ledger is shown by parts. */
  parts: boolean;
  /** Settled when the element has something to show; rejects where it cannot. */
  readonly ready: Promise<void>;
  readonly form: HTMLFormElement | null;
  /** The submission's text; empty while errors or open warnings are left. */
  readonly value: string;
  /** The open ledger; `null` while none is. It is freed with the element: do not keep it. */
  readonly session: Session | null;
  readonly overview: Overview | null;
  readonly findings: readonly Finding[];
  readonly step: Step;
  go(step: Step): void;
  /** Begins a new ledger. */
  begin(): void;
  /** Opens a file as the clerk would: a submission, a draft, a sheet, a workbook. */
  open(file: File): Promise<void>;
  /** Saves what is not saved yet. */
  flush(): Promise<void>;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

/** A part of the ledger of another element, which `for` names by its id. */
export interface ArrearsLedgerPart extends HTMLElement {
  /** The element whose ledger it shows; instead of `for`. */
  ledger: ArrearsLedgerElement | null;
}

declare global {
  interface HTMLElementTagNameMap {
    "arrears-ledger": ArrearsLedgerElement & HTMLElement;
    "arrears-ledger-home": ArrearsLedgerPart;
    "arrears-ledger-unit": ArrearsLedgerPart;
    "arrears-ledger-sheet": ArrearsLedgerPart;
    "arrears-ledger-plan": ArrearsLedgerPart;
    "arrears-ledger-check": ArrearsLedgerPart;
    "arrears-ledger-print": ArrearsLedgerPart;
    "arrears-ledger-export": ArrearsLedgerPart;
    "arrears-ledger-steps": ArrearsLedgerPart;
    "arrears-ledger-status": ArrearsLedgerPart;
  }
}
