/**
 * The county office's desk: the open collection, what is being done with it, and its place on this
 * computer. The second module holds the collection; this keeps the files and asks for papers.
 */

import type { Lang } from "../engine/contract";
import { messageOf } from "../engine/errors";
import { loadOffice } from "../engine/office";
import type {
  Added,
  Candidate,
  CountyBook,
  CountySettings,
  ForUnit,
  Paper,
  PaperName,
  Verdict,
} from "../engine/office/county";
import { bytesOf } from "../files";
import { today } from "../today";
import { Watchers } from "../watchers";
import { type Examined, examined, type Waiting } from "./examined";
import { filesIn, type Taken } from "./picked";
import { type Kept, Store } from "./store";

export const TABS = ["files", "roster", "candidates", "movement", "bulletin", "allocate"] as const;

export type Tab = (typeof TABS)[number];

/** A line of what became of the files. */
export interface Line extends Added {
  name: string;
}

function unreadable(name: string, error: unknown): Line {
  const why = messageOf(error);
  return { name, result: "unreadable", key: null, why: { zh: why, en: why } };
}

/** Files go in so many milliseconds at a time, so that the page answers in between. */
const SLICE_MS = 40;
/** Drawing how far they are takes time from them. */
const SHOWN_MS = 250;

export class Book {
  readonly views = new Watchers<void>();
  tab: Tab = "files";
  /** Where files have got to; `null` while none are going in. */
  progress: { done: number; all: number } | null = null;
  lines: Line[] = [];
  /** What went wrong last. */
  fault = "";
  /** Whether the collection is kept on this computer. */
  isKept = false;
  /** The name of the collection of the period before. */
  earlierName = "";
  count = 0;
  #book: CountyBook | null = null;
  #store: Store | null = null;
  #earlier: Uint8Array | null = null;
  #toKeep: Kept[] = [];
  #isCancelled = false;
  #papers = new Map<string, Paper>();
  #candidates: Candidate[] | null = null;

  constructor(private readonly campaign: string) {}

  /** Opens the second module, and what was kept. */
  async open(): Promise<void> {
    const office = await loadOffice();
    this.#book = new office.CountyBook(this.campaign, today());
    this.#store = await Store.open();
    this.isKept = this.#store !== null;
    await this.#restore();
    this.refresh();
  }

  async #restore(): Promise<void> {
    const store = this.#store;
    const state = await store?.state();
    if (!store || !state) {
      return;
    }
    try {
      this.#added("", new TextEncoder().encode(state.head), today());
      if (state.earlier) {
        this.#need().follow(state.earlier.bytes);
        this.#earlier = state.earlier.bytes;
        this.earlierName = state.earlier.name;
      }
    } catch (error) {
      this.fault = messageOf(error);
    }
    this.lines = [];
    const keys = await store.keys();
    const kept = keys.map((key) => () => store.file(key));
    await this.#each(kept, (file) => {
      this.#added(file.name, file.bytes, file.receivedOn, file.found);
    });
    this.count = keys.length;
  }

  /** Takes files in, one after the other; a collection among them is added to this one. */
  async take(files: readonly Taken[]): Promise<void> {
    if (this.progress) {
      return;
    }
    this.fault = "";
    this.lines = [];
    this.tab = "files";
    const day = today();
    const waiting = files.map(({ name, file }) => async () => {
      try {
        return { name, receivedOn: day, bytes: await bytesOf(file) };
      } catch (error) {
        // It was moved since it was picked, or its stick was pulled out: the others go in.
        this.lines.push(unreadable(name, error));
        return undefined;
      }
    });
    await this.#each(waiting, ({ name, bytes, found }) => {
      const line = this.#added(name, bytes, day, found);
      // A file that came before is kept as it came first.
      const key = line.key ?? (line.result === "joined" ? `joined ${name}` : null);
      if (key && line.result !== "repeated") {
        this.#toKeep.push({ key, name, receivedOn: day, bytes });
      }
    });
    this.count = (await this.#store?.keys())?.length ?? this.count;
    await this.#save();
  }

  /** Files of an input or a drop. */
  async pick(picked: DataTransfer | FileList): Promise<void> {
    await this.take(await filesIn(picked));
  }

  cancel(): void {
    this.#isCancelled = true;
  }

  /** Does something for each, and lets the page answer in between. */
  async #each(all: readonly Waiting[], act: (one: Examined) => void): Promise<void> {
    this.#isCancelled = false;
    let since = performance.now();
    let shown = -Infinity;
    let done = 0;
    // Said at once: the first files of a thread take a while, and nothing else goes in meanwhile.
    this.progress = { done, all: all.length };
    this.refresh();
    try {
      for await (const one of examined(this.campaign, all)) {
        if (this.#isCancelled) {
          break;
        }
        act(one);
        done += 1;
        if (SLICE_MS < performance.now() - since) {
          if (SHOWN_MS < performance.now() - shown) {
            shown = performance.now();
            this.progress = { done, all: all.length };
            this.#forget();
          }
          await this.#keepAll();
          await new Promise((resolve) => setTimeout(resolve, 0));
          since = performance.now();
        }
      }
      await this.#keepAll();
    } finally {
      this.progress = null;
      this.#forget();
    }
  }

  /** Puts what came since into the database, in one go: one file at a time takes far longer. */
  async #keepAll(): Promise<void> {
    const all = this.#toKeep.splice(0);
    if (0 < all.length) {
      await this.#keep(() => this.#store?.put(all));
    }
  }

  #added(name: string, bytes: Uint8Array, receivedOn: string, found = ""): Line {
    let line: Line;
    try {
      const book = this.#need();
      const added = found
        ? book.addExamined(name, bytes, receivedOn, found)
        : book.add(name, bytes, receivedOn);
      line = { name, ...added };
    } catch (error) {
      line = unreadable(name, error);
    }
    this.lines.push(line);
    return line;
  }

  /** The collection of the period before. */
  async follow(file: File): Promise<void> {
    await this.#act(async (book) => {
      const bytes = await bytesOf(file);
      book.follow(bytes);
      this.#earlier = bytes;
      this.earlierName = file.name;
    });
  }

  /** A list of debts others name. */
  async list(file: File): Promise<void> {
    await this.#act(async (book) => book.list(file.name, await bytesOf(file)));
  }

  async decide(key: string, verdict: Verdict, countsAt: string, note: string): Promise<void> {
    await this.#act((book) => book.decide(key, verdict, countsAt, note));
  }

  async setSettings(settings: CountySettings): Promise<void> {
    await this.#act((book) => book.setSettings(JSON.stringify(settings)));
  }

  /** Does something to the collection, keeps it, and tells what went wrong. */
  async #act(act: (book: CountyBook) => void | Promise<void>): Promise<void> {
    this.fault = "";
    try {
      await act(this.#need());
    } catch (error) {
      this.fault = messageOf(error);
    }
    this.#forget();
    await this.#save();
  }

  /** Starts over: what is kept on this computer goes too. */
  async clear(): Promise<void> {
    await this.#keep(() => this.#store?.clear());
    const office = await loadOffice();
    this.#book?.free();
    this.#book = new office.CountyBook(this.campaign, today());
    this.#earlier = null;
    this.earlierName = "";
    this.count = 0;
    this.lines = [];
    this.fault = "";
    this.#forget();
  }

  go(tab: Tab): void {
    this.tab = tab;
    this.refresh();
  }

  get isOpen(): boolean {
    return this.#book !== null;
  }

  settings(): CountySettings {
    return this.#need().settings();
  }

  /** A paper, computed once for as long as nothing changes. */
  paper(name: PaperName, year = 0): Paper {
    const key = `${name} ${year}`;
    let paper = this.#papers.get(key);
    if (!paper) {
      paper = this.#need().paper(name, year);
      this.#papers.set(key, paper);
    }
    return paper;
  }

  candidates(): Candidate[] {
    this.#candidates ??= this.#need().candidates();
    return this.#candidates;
  }

  print(name: PaperName, year: number, form: "markdown" | "html" | "json", lang: Lang): string {
    return this.#need().print(name, year, form, lang);
  }

  workbook(name: PaperName, year: number, lang: Lang): Uint8Array {
    return this.#need().workbook(name, year, lang);
  }

  allocate(sum: string, method: string): Paper {
    return this.#need().allocate(sum, method);
  }

  drafts(sum: string, method: string, on: string): ForUnit[] {
    return this.#need().drafts(sum, method, on);
  }

  reminders(lang: Lang): ForUnit[] {
    return this.#need().reminders(lang);
  }

  /** The collection as a file. */
  file(): { name: string; bytes: Uint8Array } {
    const book = this.#need();
    return { name: book.fileName(), bytes: book.bytes() };
  }

  refresh(): void {
    this.views.tell();
  }

  #need(): CountyBook {
    if (!this.#book) {
      throw Object.assign(new Error("not open"), { code: "office_missing" });
    }
    return this.#book;
  }

  #forget(): void {
    this.#papers.clear();
    this.#candidates = null;
    this.refresh();
  }

  async #save(): Promise<void> {
    const head = this.#need().head();
    const earlier = this.#earlier ? { name: this.earlierName, bytes: this.#earlier } : null;
    await this.#keep(() => this.#store?.setState({ head, earlier }));
    this.refresh();
  }

  /** A database that refuses is told, and the collection goes on without it. */
  async #keep(write: () => Promise<void> | undefined): Promise<void> {
    try {
      await write();
    } catch {
      this.isKept = false;
    }
  }
}
