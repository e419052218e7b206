/** All drafts of a campaign, wherever they lie. */

import { kept, plan } from "./history";
import {
  PREFIX,
  draftOf,
  draftPrefix,
  lockKey,
  type Mark,
  type Save,
  type SaveInfo,
} from "./layout";
import { lockText, readLock, type Cipher, type Lock } from "./lock";
import { LockedShelf } from "./locked_shelf";
import { look, orNothing, recover, type Found, type Look } from "./recover";
import { ShelfError, type Shelf } from "./shelf";
import { oldDrafts, type OldDraft } from "./version_one";
import { Writer, all, type Shelves } from "./writer";

/** What is said of a draft without opening it. */
export interface DraftInfo extends SaveInfo {
  id: string;
  /** `damaged`: what can be read of it opens; `locked`: it opens with its passphrase. */
  state: "good" | "damaged" | "locked";
}

/** A draft as it was found, and who goes on with it. */
export interface OpenedDraft {
  found: Found;
  /** Whether the text is made of pieces as they were written, so that they need not be again. */
  pieced: boolean;
  writer: Writer;
}

export class Cabinet {
  readonly #shelves: Shelf[];
  readonly #prefix: string;

  /** `me` is the name of this window among the writers. */
  constructor(
    readonly shelves: Shelves,
    private readonly campaign: string,
    private readonly mark: Mark,
    private readonly me: string,
    private readonly cipher: Cipher | null = null,
  ) {
    this.#shelves = all(shelves);
    this.#prefix = `${PREFIX}${campaign}/`;
  }

  /** The same drafts, as one who knows a passphrase sees those that are locked with it. */
  behind(cipher: Cipher): Cabinet {
    const { quick, safe, isHost = false } = this.shelves;
    // Sealing takes a moment that there is not while a page goes away.
    const shelf = safe ?? quick;
    const shelves = { quick: null, safe: shelf && new LockedShelf(shelf, cipher), isHost };
    return new Cabinet(shelves, this.campaign, cipher.mark, this.me, cipher);
  }

  /** The lock of a draft; `null` when there is none, `harmed` when there is one no more. */
  async lock(draft: string): Promise<Lock | "harmed" | null> {
    const key = lockKey(draftPrefix(this.campaign, draft));
    let harmed = false;
    for (const shelf of this.#shelves) {
      // Another shelf may be within reach.
      const text = (await orNothing(shelf.read([key]), new Map<string, string>())).get(key);
      const lock = text === undefined ? null : readLock(text, this.mark);
      if (lock) {
        return lock;
      }
      harmed ||= text !== undefined;
    }
    return harmed ? "harmed" : null;
  }

  /** Puts a lock beside a draft that is to be sealed. */
  async putLock(draft: string, lock: Lock): Promise<void> {
    const key = lockKey(draftPrefix(this.campaign, draft));
    for (const shelf of this.#shelves) {
      await shelf.write({ puts: [[key, lockText(lock, this.mark)]], removes: [] });
    }
  }

  /** Every draft, that changed last first. Throws where no shelf can be reached. */
  async list(): Promise<DraftInfo[]> {
    const ids = await this.#ids();
    const drafts = await Promise.all([...ids].map((id) => this.#info(id)));
    for (const old of await this.#old()) {
      if (!ids.has(old.id)) {
        drafts.push({ ...old.info, id: old.id, state: old.whole ? "good" : "damaged" });
      }
    }
    const listed = drafts.filter((draft) => draft !== null);
    return listed.sort((a, b) => (a.saved_at < b.saved_at ? 1 : -1));
  }

  /** A new draft. */
  begin(draft: string): Writer {
    return this.#writer(draft, null, null);
  }

  /** Opens a draft; one of its saves, or the newest there is. `null` when there is nothing. */
  async open(draft: string, number?: number): Promise<OpenedDraft | null> {
    const looked = await this.#look(draft);
    const saves = looked.saves.filter((save) => number === undefined || save.number === number);
    const found = await this.#found(draft, looked, saves);
    if (found) {
      const isWhole = found.loss === null || found.loss.rows === null;
      const pieced = isWhole && this.cipher === null;
      return { found, pieced, writer: this.#writer(draft, looked, found) };
    }
    const old = (await this.#old()).find((known) => known.id === draft);
    if (!old || looked.any) {
      return null;
    }
    const save = { number: 0, generation: 0, rows: [], marks: [], info: old.info };
    const harm = { newest: "", back: old.info.saved_at, rows: null };
    return {
      found: { save, text: old.text, sound: new Map(), loss: old.whole ? null : harm },
      pieced: false,
      writer: this.#writer(draft, null, null),
    };
  }

  /** The saves that can be looked at, the newest first; one of each generation. */
  async history(draft: string): Promise<Save[]> {
    const { saves } = await this.#look(draft);
    const newest = kept(saves);
    return newest.filter((save, index) => newest[index - 1]?.generation !== save.generation);
  }

  async remove(draft: string): Promise<void> {
    const prefix = draftPrefix(this.campaign, draft);
    for (const shelf of this.#shelves) {
      const keys = await shelf.keys(prefix);
      // Saves first: what is left of a draft half removed is no draft.
      keys.sort((a, b) => Number(a.includes("/p/")) - Number(b.includes("/p/")));
      await shelf.write({ puts: [], removes: keys });
    }
    await this.forgetOld(draft);
  }

  /** Everything that lies of a draft, so that it can be put back; shelf by shelf. */
  async take(draft: string): Promise<() => Promise<void>> {
    const prefix = draftPrefix(this.campaign, draft);
    const old = (await this.#old()).find((known) => known.id === draft);
    const kept: [Shelf, Map<string, string>][] = [];
    for (const shelf of this.#shelves) {
      const keys = [...(await shelf.keys(prefix)), ...(old?.keys ?? [])];
      kept.push([shelf, await shelf.read(keys)]);
    }
    await this.remove(draft);
    return async () => {
      for (const [shelf, texts] of kept) {
        const puts = [...texts].sort(
          ([a], [b]) => Number(b.includes("/p/")) - Number(a.includes("/p/")),
        );
        await shelf.write({ puts, removes: [] });
      }
    };
  }

  /** Gives a draft another name; an empty one is the unit's. */
  async rename(draft: string, name: string): Promise<void> {
    await this.#again(draft, draft, (info) => ({ ...info, name }));
  }

  /** Makes a draft of its own of what a draft holds. */
  async duplicate(draft: string, copy: string, name: string, now: string): Promise<void> {
    await this.#again(draft, copy, (info) => ({ ...info, name, saved_at: now }));
  }

  /** A draft that is saved as drafts are now need not lie in the old way any more. */
  async forgetOld(draft: string): Promise<void> {
    const old = (await this.#old()).find((known) => known.id === draft);
    const { quick } = this.shelves;
    if (old && quick) {
      await quick.write({ puts: [], removes: old.keys });
    }
  }

  /** Saves what a draft holds once more, with something else said of it. */
  async #again(draft: string, as: string, say: (info: SaveInfo) => SaveInfo): Promise<void> {
    const looked = await this.#look(draft);
    const found = await this.#found(draft, looked, looked.saves);
    if (!found || found.loss?.rows) {
      throw new ShelfError("forbidden");
    }
    const target = as === draft ? looked : await this.#look(as);
    const number = target.newest + 1;
    const generation = as === draft ? found.save.generation : 1;
    const save = { ...found.save, number, generation, info: say(found.save.info) };
    const prefix = draftPrefix(this.campaign, as);
    for (const [index, shelf] of this.#shelves.entries()) {
      const placed = target.placed[index] ?? { saves: [], marks: new Set<string>() };
      const planned = plan(prefix, placed, save, found.sound, this.mark);
      if (planned) {
        await shelf.write(planned.batch);
      }
    }
  }

  async #ids(): Promise<Set<string>> {
    const ids = new Set<string>();
    let reached = 0;
    for (const shelf of this.#shelves) {
      try {
        for (const key of await shelf.keys(this.#prefix)) {
          const id = draftOf(this.#prefix, key);
          if (id) {
            ids.add(id);
          }
        }
        reached += 1;
      } catch {
        // Another shelf may be within reach.
      }
    }
    if (reached === 0) {
      throw new ShelfError("forbidden");
    }
    return ids;
  }

  async #info(draft: string): Promise<DraftInfo | null> {
    const lock = await this.lock(draft);
    if (lock) {
      const name = lock === "harmed" ? "" : lock.label;
      return { ...UNKNOWN, name, id: draft, state: lock === "harmed" ? "damaged" : "locked" };
    }
    const looked = await this.#look(draft);
    const newest = looked.saves[0];
    if (!looked.any) {
      return null;
    }
    const there = looked.placed.map(({ marks }) => marks);
    const isThere = (mark: string) => there.some((marks) => marks.has(mark));
    const good = newest?.number === looked.newest && newest.marks.every(isThere);
    const info = newest?.info ?? UNKNOWN;
    return { ...info, id: draft, state: good ? "good" : "damaged" };
  }

  #look(draft: string): Promise<Look> {
    return look(this.#shelves, draftPrefix(this.campaign, draft), this.mark);
  }

  #found(draft: string, looked: Look, saves: Save[]): Promise<Found | null> {
    const prefix = draftPrefix(this.campaign, draft);
    const asked = saves.length === looked.saves.length ? looked.saves : saves;
    return recover(this.#shelves, prefix, this.mark, looked, asked);
  }

  #writer(draft: string, looked: Look | null, found: Found | null): Writer {
    const { campaign, shelves, mark, me, cipher } = this;
    const seal = cipher ? (shelf: Shelf) => new LockedShelf(shelf, cipher) : undefined;
    return new Writer(draft, campaign, shelves, mark, me, looked, found, cipher?.named, seal);
  }

  async #old(): Promise<OldDraft[]> {
    const { quick } = this.shelves;
    try {
      return quick ? await oldDrafts(quick, this.campaign, this.mark) : [];
    } catch {
      return [];
    }
  }
}

const UNKNOWN: SaveInfo = {
  name: "",
  unit_name: "",
  period: "",
  rows: 0,
  errors: 0,
  warnings: 0,
  saved_at: "",
  chars: 0,
};
