/**
 * The rules of the ledger and its editing session, without a page: `arrears-ledger`.
 *
 *     import { load } from "arrears-ledger";
 *     import campaign from "arrears-ledger/yexian-2022";
 *
 *     const ledger = await load();
 *     const session = ledger.create({ campaign });
 *     session.choose_unit("410422101");
 *     session.findings();
 *     session.free();
 *
 * Runs in browsers, in workers and in Node.js. Loading is the only thing to wait for.
 */

import init, * as glue from "arrears_ledger";

import type { Campaign, Finding, Opened, Overview, Submission } from "../engine/contract";
import { left } from "../engine/own_script";
import { refusal } from "../engine/refusal";
import { complete } from "../engine/session";
import type { Make, Started } from "../engine/start";
import { today as todayHere } from "../today";
import { rulesBeside, runBeside } from "./place";
import type { Session } from "./session";

export type {
  Campaign,
  Cell,
  Change,
  ChildTable,
  ErrorCode,
  Finding,
  Lang,
  Opened,
  Overview,
  Pasted,
  Piece,
  Preview,
  Row,
  Severity,
  Subject,
  Submission,
  Table,
  Words,
} from "../engine/contract";
export type {
  ChangesCodes,
  ChangesKey,
  EntriesCodes,
  EntriesKey,
  HeaderCodes,
  HeaderKey,
  InstalmentsCodes,
  InstalmentsKey,
  PaymentsCodes,
  PaymentsKey,
  RuleCode,
} from "../engine/crate/keys";
export type { ChildKeys, Session } from "./session";

/** The module: its bytes, compiled, an answer that brings it, or its address. */
export type ModuleSource = BufferSource | WebAssembly.Module | Response | URL | string;

export interface LoadOptions {
  /** The module; without it, it is fetched from beside the package's script. */
  module?: ModuleSource | Promise<ModuleSource> | undefined;
}

/** What a ledger is held against. */
export interface Terms {
  /** The text of a campaign file, or the object it is. */
  campaign: string | Campaign;
  /** The day that counts, `YYYY-MM-DD`; without it, today by this computer's clock. */
  today?: string | undefined;
}

/** A file looked at, and put away again. */
export interface Checked {
  opened: Opened;
  overview: Overview;
  findings: Finding[];
  /** `null` while errors or open warnings are left, or where the file was not whole. */
  submission: Submission | null;
}

/** The rules, loaded. Nothing in it waits, and nothing is kept but the sessions somebody holds. */
export interface ArrearsLedger {
  /** How they run: as WebAssembly, or as plain JavaScript, and then why. */
  readonly started: Readonly<Started>;
  /** A new, empty ledger. */
  create(terms: Terms): Session;
  /** Opens a submission, a draft or a sheet (tab-parted or CSV): its bytes, or its text. */
  open(file: Uint8Array | string, terms: Terms): Session;
  /** Opens a file, says all there is to say of it, and closes it. */
  check(file: Uint8Array | string, terms: Terms): Checked;
  /** What a text is known by among the pieces of a draft. */
  mark(text: string): string;
}

let loading: Promise<ArrearsLedger> | null = null;

/**
 * Loads the rules: as WebAssembly, or, where a browser or a policy refuses that, as the twin in plain
 * JavaScript beside the package's script. They are loaded once: a later call answers the same,
 * whatever it hands over; one after a call that failed tries again.
 */
export function load(options: LoadOptions = {}): Promise<ArrearsLedger> {
  loading ??= loaded(options).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/**
 * Loads the rules without waiting, where the module is at hand: in Node.js and in workers. A page's
 * main thread takes only a compiled module, and old browsers none of this size.
 */
export function loadSync(module: BufferSource | WebAssembly.Module): ArrearsLedger {
  glue.initSync({ module });
  const ledger = ready("");
  loading ??= Promise.resolve(ledger);
  return ledger;
}

async function loaded(options: LoadOptions): Promise<ArrearsLedger> {
  try {
    await start(options);
    return ready("");
  } catch (error) {
    // A module that was handed over is the caller's affair.
    if (options.module !== undefined && refusal() === null) {
      throw error;
    }
    const why = String(error);
    await startTwin(why);
    return ready(why);
  }
}

async function start({ module }: LoadOptions): Promise<void> {
  const refused = refusal();
  if (refused !== null) {
    throw new Error(refused);
  }
  const source = await module;
  const bytes = source === undefined ? rulesBeside() : moduleOf(source);
  await init({ module_or_path: await bytes });
}

async function startTwin(why: string): Promise<void> {
  try {
    await runBeside("arrears_ledger_twin.js");
    glue.startTwin(left<Make>("arrears_ledger_twin"));
  } catch (error) {
    throw new Error(`${why}; ${String(error)}`);
  }
}

/** Bytes are compiled, not streamed: portals often serve `.wasm` with a type of their own. */
async function moduleOf(source: ModuleSource): Promise<BufferSource | WebAssembly.Module> {
  if (typeof source === "string" || source instanceof URL) {
    return moduleOf(await fetch(source.toString()));
  }
  if (typeof Response === "undefined" || !(source instanceof Response)) {
    return source as BufferSource | WebAssembly.Module;
  }
  if (!source.ok) {
    throw new Error(`${source.url}: ${source.status}`);
  }
  return source.arrayBuffer();
}

/** `why` says why they do not run as WebAssembly. */
function ready(why: string): ArrearsLedger {
  complete(glue.Session);
  return { started: { kind: why ? "js" : "wasm", why }, create, open, check, mark: glue.mark };
}

function create({ campaign, today = todayHere() }: Terms): Session {
  return glue.create(textOf(campaign), today) as unknown as Session;
}

function open(file: Uint8Array | string, { campaign, today = todayHere() }: Terms): Session {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  return glue.open(bytes, textOf(campaign), today) as unknown as Session;
}

function check(file: Uint8Array | string, terms: Terms): Checked {
  const session = open(file, terms);
  try {
    const overview = session.overview();
    const opened = session.opened() as Opened;
    return {
      opened,
      overview,
      findings: session.findings(),
      submission: opened.whole && overview.ready ? session.submission() : null,
    };
  } finally {
    session.free();
  }
}

function textOf(campaign: string | Campaign): string {
  return typeof campaign === "string" ? campaign : JSON.stringify(campaign);
}
