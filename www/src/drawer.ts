/** The drafts this browser keeps, or the host does, and the ledgers that they are. */

import { Cabinet, type DraftInfo, type OpenedDraft } from "./drafts/cabinet";
import { HostShelf } from "./drafts/host";
import { openJournal, openJournalAgain } from "./drafts/journal";
import { localShelf } from "./drafts/local_storage";
import type { Save } from "./drafts/layout";
import type { Found, Loss } from "./drafts/recover";
import type { Shelf } from "./drafts/shelf";
import { keepLogWhole } from "./drafts/torn_log";
import type { Shelves, Writer } from "./drafts/writer";
import { newDraft } from "./draft_name";
import type { Campaign, Engine, Session } from "./engine/contract";
import { lockedWriter, openLocked } from "./locksmith";
import { today } from "./today";
import { finish } from "./unfinished";

/** Where drafts can be kept. */
export type Storage =
  /** In local storage, with the journal behind it. */
  | "here"
  /** In local storage alone: the last minute may be lost with the power. */
  | "quick"
  /** In the journal alone. */
  | "safe"
  /** With the host. */
  | "host"
  | "forbidden";

/** A draft's ledger, put up again. */
export interface Resumed {
  session: Session;
  writer: Writer;
  loss: Loss | null;
  /** What the clerk called it, and when it was saved. */
  name: string;
  savedAt: string;
}

/** Nobody waits longer for the journal; where it comes later, the drafts that lie in it come too. */
const PATIENCE_MS = 3_000;

/** The host's store, where it hands one over; else the shelves this browser lets the page have. */
export async function openShelves(): Promise<Shelves> {
  const host = window.arrearsLedgerStore;
  if (host) {
    return { quick: null, safe: new HostShelf(host), isHost: true };
  }
  const journal = openJournal();
  // Not before: the drafts are waited for.
  void journal.then(keepLogWhole);
  const soon = await Promise.race([journal, pause(PATIENCE_MS)]);
  const quick = localShelf();
  if (soon === LATER) {
    return { quick, safe: null, late: journal };
  }
  return soon ? { quick, safe: soon } : { quick, safe: null, late: openJournalAgain() };
}

const LATER = Symbol("later");

function pause(milliseconds: number): Promise<typeof LATER> {
  return new Promise((resolve) => setTimeout(() => resolve(LATER), milliseconds));
}

export class Drawer {
  drafts: DraftInfo[] = [];
  storage: Storage;
  cabinet: Cabinet;
  /** Whether the host keeps them. */
  readonly hosted: boolean;

  constructor(
    private readonly engine: Engine,
    private readonly campaign: Campaign,
    shelves: Shelves,
    private readonly changed: () => void,
    /** Called with a shelf that comes late, for what is open already. */
    came: (shelf: Shelf) => Promise<void>,
  ) {
    this.hosted = shelves.isHost ?? false;
    this.storage = this.hosted ? "host" : storageOf(shelves);
    const me = newDraft();
    this.cabinet = new Cabinet(shelves, campaign.id, engine.mark, me);
    void shelves.late?.then((safe) => {
      if (safe) {
        const all = { quick: shelves.quick, safe };
        this.storage = storageOf(all);
        this.cabinet = new Cabinet(all, campaign.id, engine.mark, me);
        void came(safe).then(() => this.list());
      }
    });
  }

  async list(): Promise<void> {
    try {
      this.drafts = await this.cabinet.list();
    } catch {
      this.drafts = [];
      this.storage = "forbidden";
    }
    this.changed();
  }

  /**
   * Opens a draft, or one of its saves. A damaged one may have lost its head: its unit is known all
   * the same. `null` when there is nothing.
   */
  async open(info: DraftInfo, number?: number): Promise<Resumed | null> {
    const opened = await this.cabinet.open(info.id, number);
    return opened && (await this.#resumed(info, opened));
  }

  /** Opens a locked draft. */
  async unlock(info: DraftInfo, passphrase: string): Promise<Resumed | "wrong" | "harmed"> {
    const opened = await openLocked(this.cabinet, this.engine.mark, info.id, passphrase);
    return typeof opened === "string" ? opened : await this.#resumed(info, opened);
  }

  /** A writer of a new draft under a passphrase; `label` is what the list will call it. */
  lock(passphrase: string, label: string): Promise<Writer> {
    return lockedWriter(this.cabinet, this.engine.mark, newDraft(), passphrase, label);
  }

  async #resumed(info: DraftInfo, { found, pieced, writer }: OpenedDraft): Promise<Resumed> {
    const session = await this.restored(found, info.unit_name, pieced);
    const { name, saved_at } = found.save.info;
    return { session, writer, loss: found.loss, name, savedAt: saved_at };
  }

  /** What a save holds, with what was being typed; `pieced` as of an opened draft. */
  async restored({ text, save }: Found, unitName: string, pieced = false): Promise<Session> {
    const session = await this.#session(text);
    if (pieced) {
      session.came_in(save.rows, save.marks);
    }
    if (save.typing) {
      finish(session, save.typing);
    }
    const unit = this.campaign.units.find((known) => known.name === unitName);
    if (unit && session.overview().unit_code === "") {
      session.choose_unit(unit.code);
    }
    return session;
  }

  begin(draft: string): Writer {
    return this.cabinet.begin(draft);
  }

  /** A draft as a file. */
  async text(draft: string, number?: number): Promise<string> {
    const { text = "", save } = (await this.cabinet.open(draft, number))?.found ?? {};
    const session = await this.#session(text);
    try {
      if (save?.typing) {
        finish(session, save.typing);
      }
      // What cannot be read whole is handed over as it lies there.
      return session.opened()?.whole ? session.draft() : text;
    } finally {
      session.free();
    }
  }

  /** A draft that still lies as drafts once did is saved as they are now. */
  async settle(info: DraftInfo): Promise<void> {
    const opened = await this.cabinet.open(info.id);
    if (!opened || opened.pieced || opened.found.loss) {
      return;
    }
    const session = await this.#session(opened.found.text);
    try {
      await opened.writer.take();
      await opened.writer.save((anew) => session.pieces(anew), info).safe;
      await opened.writer.leave();
      await this.cabinet.forgetOld(info.id);
    } finally {
      session.free();
    }
  }

  history(draft: string): Promise<Save[]> {
    return this.cabinet.history(draft);
  }

  async #session(text: string): Promise<Session> {
    const bytes = new TextEncoder().encode(text);
    const { open } = await this.engine.suited(bytes.length);
    return open(bytes, this.engine.campaign(), today());
  }
}

function storageOf({ quick, safe }: Shelves): Storage {
  if (quick) {
    return safe ? "here" : "quick";
  }
  return safe ? "safe" : "forbidden";
}
