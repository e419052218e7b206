/** Ledgers are begun, opened, resumed, copied and put away. */

import { Claims } from "./claims";
import type { Desk } from "./desk";
import { draftFileName, newDraft } from "./draft_name";
import type { DraftInfo } from "./drafts/cabinet";
import { writerKey, draftPrefix } from "./drafts/layout";
import type { Found } from "./drafts/recover";
import type { Writer } from "./drafts/writer";
import type { Resumed } from "./drawer";
import type { Session } from "./engine/contract";
import { LARGE_BYTES } from "./engine/quick";
import { bringIn, isWorkbook } from "./exchange";
import { bytesOf, download } from "./files";
import { today } from "./today";

export class Ledgers {
  readonly #claims = new Claims((draft) => this.#give(draft));

  constructor(private readonly desk: Desk) {}

  async begin(): Promise<void> {
    const { desk } = this;
    await this.#leaving(async () => {
      await this.#put(desk.engine.create(desk.engine.campaign(), today()), this.#new(), "");
      desk.go("unit");
    });
  }

  /** Opens a file the clerk chose. Until it is known to be sound, the work at hand stays. */
  async open(file: File): Promise<void> {
    const { desk } = this;
    if (isWorkbook(file.name)) {
      await bringIn(desk, file, "new");
      return;
    }
    const most = desk.catalogue.limits.file_bytes;
    if (most < file.size) {
      desk.show({ kind: "too_large", name: file.name, bytes: file.size, most });
      return;
    }
    await this.#sayBusy(file);
    try {
      const bytes = await bytesOf(file);
      const { open } = await desk.engine.suited(bytes.length);
      const session = open(bytes, desk.engine.campaign(), today());
      const opened = session.opened();
      desk.show(null);
      if (opened && (!opened.whole || opened.findings.length !== 0)) {
        desk.show({ kind: "opened", name: file.name, opened, session });
      } else {
        await this.accept(session);
      }
    } catch (error) {
      desk.trouble(error);
    }
  }

  /** A large file takes a moment, in which the page can draw nothing: it is said before. */
  async #sayBusy(file: File): Promise<void> {
    this.desk.tell(this.desk.t.opening(file.name));
    if (LARGE_BYTES < file.size) {
      this.desk.show({ kind: "busy", name: file.name });
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  /** Continues a draft, unless it is at hand already, or another window is writing it. */
  async resume(info: DraftInfo): Promise<void> {
    if (info.id === this.desk.draft) {
      this.desk.go("ledger");
    } else if (info.state === "locked") {
      this.desk.show({ kind: "unlock", info, wrong: false });
    } else if (await this.#claims.claim(info.id, () => this.#isLeased(info.id))) {
      await this.#resume(info);
    } else {
      this.desk.show({ kind: "held", name: this.nameOf(info), info });
    }
  }

  /** Has the other window give the draft up. */
  async takeOver(info: DraftInfo): Promise<void> {
    await this.#claims.takeOver(info.id);
    await this.#resume(info);
  }

  /** Opens what a draft holds now, or held, as a draft of its own. */
  async fork(info: DraftInfo, number?: number): Promise<void> {
    try {
      const resumed = await this.desk.drawer.open(info, number);
      if (resumed) {
        await this.accept(resumed.session, this.desk.t.copyOf(this.nameOf(info)));
      }
    } catch (error) {
      this.desk.trouble(error);
    }
  }

  /** Goes on with a draft from one of its earlier saves; what it held till now stays as a version. */
  async restore(info: DraftInfo, number: number): Promise<void> {
    const { desk } = this;
    await desk.saving.flush();
    if (!(await this.#claims.claim(info.id, () => this.#isLeased(info.id)))) {
      desk.show({ kind: "held", name: this.nameOf(info), info });
      return;
    }
    try {
      const resumed = await desk.drawer.open(info, number);
      if (!resumed) {
        throw new Error(desk.t.draftGone);
      }
      await this.#leaving(async () => {
        await this.#put(resumed.session, resumed.writer, info.name);
        desk.saving.touch(true);
        await desk.saving.flush();
        desk.go(desk.overview?.unit_code ? "ledger" : "unit");
      });
    } catch (error) {
      desk.trouble(error);
    }
  }

  /** Opens a locked draft; asks again where the passphrase is another's. */
  async unlock(info: DraftInfo, passphrase: string): Promise<void> {
    const { desk } = this;
    desk.show({ kind: "busy", name: this.nameOf(info) });
    try {
      const resumed = await desk.drawer.unlock(info, passphrase);
      desk.show(null);
      if (resumed === "wrong") {
        desk.show({ kind: "unlock", info, wrong: true });
      } else if (resumed === "harmed") {
        throw new Error(desk.t.lockHarmed);
      } else if (!(await this.#claims.claim(info.id, () => this.#isLeased(info.id)))) {
        resumed.session.free();
        desk.show({ kind: "busy_elsewhere" });
      } else if (resumed.loss?.rows != null) {
        await this.accept(resumed.session, desk.t.copyOf(this.nameOf(info)));
        desk.tell(desk.t.rowsLost(resumed.loss.rows));
      } else {
        await this.#continue(info, resumed);
      }
    } catch (error) {
      desk.trouble(error);
    }
  }

  async #resume(info: DraftInfo): Promise<void> {
    try {
      await this.desk.drawer.settle(info);
      const resumed = await this.desk.drawer.open(info);
      if (!resumed) {
        throw new Error(this.desk.t.draftGone);
      }
      const { session, loss } = resumed;
      const opened = session.opened();
      if (opened && (!opened.whole || loss?.rows != null)) {
        // What was read goes on as a draft of its own: the damaged one stays as it is.
        this.desk.show({ kind: "damaged", name: this.nameOf(info), opened, session, loss, info });
        return;
      }
      await this.#continue(info, resumed);
    } catch (error) {
      this.desk.trouble(error);
    }
  }

  async #continue(info: DraftInfo, resumed: Resumed): Promise<void> {
    const { session, writer, loss, name, savedAt } = resumed;
    const { desk } = this;
    await this.#leaving(async () => {
      await this.#put(session, writer, name);
      desk.saving.isAsStored(new Date(savedAt));
      if (desk.overview?.can_undo) {
        // What was being typed when the power went has been typed again.
        desk.saving.touch();
      }
      desk.attention.reset(true);
      desk.go(desk.overview?.unit_code ? "ledger" : "unit");
      if (loss) {
        desk.show({ kind: "came_back", name: this.nameOf(info), loss });
      }
    });
  }

  /**
   * The journal came late and holds a save of what is open that is newer than where it was opened
   * from: the clerk says which of the two goes on. The other stays among the versions.
   */
  offer(newer: Found, writer: Writer): void {
    const { desk } = this;
    const isOpen = () => desk.draft === writer.draft;
    const take = () => void this.#goOnWith(newer, writer);
    const notice = { kind: "newer", at: newer.save.info.saved_at, take } as const;
    if (isOpen()) {
      desk.showWhenFree(notice, isOpen);
    }
  }

  async #goOnWith(newer: Found, writer: Writer): Promise<void> {
    const { desk } = this;
    try {
      const session = await desk.drawer.restored(newer, newer.save.info.unit_name);
      await desk.put(session, writer, desk.draftName);
      desk.saving.touch(true);
      await desk.saving.flush();
      desk.go(desk.overview?.unit_code ? "ledger" : "unit");
      desk.tell(desk.t.tookNewer);
    } catch (error) {
      desk.trouble(error);
    }
  }

  /** Puts up what a file or a damaged draft held, and keeps it as a draft. */
  async accept(session: Session, name = "", then = (): void => undefined): Promise<void> {
    const { desk } = this;
    await this.#leaving(async () => {
      await this.#put(session, this.#new(), name);
      desk.saving.touch();
      void desk.saving.flush();
      desk.go(desk.overview?.unit_code ? "ledger" : "unit");
      then();
    });
  }

  /** A copy of a draft in storage, or of the ledger at hand, as a file. */
  async copy(info: DraftInfo | null): Promise<void> {
    const { desk } = this;
    try {
      if (info && info.id !== desk.draft) {
        const text = await desk.drawer.text(info.id);
        download(draftFileName(info.name || info.unit_name, info.period), text);
      } else if (desk.session) {
        const overview = desk.session.overview();
        const name = desk.draftName || overview.unit_name;
        download(draftFileName(name, overview.period), desk.session.draft());
      }
    } catch (error) {
      desk.trouble(error);
    }
  }

  /** The desk is gone: other windows need not ask it. */
  end(): void {
    this.#claims.end();
  }

  nameOf(info: DraftInfo): string {
    return info.name || info.unit_name || this.desk.t.noUnit;
  }

  /** Another window has become the writer without a word: what was not saved is kept as a copy. */
  async lost(): Promise<void> {
    const { desk } = this;
    const session = desk.session;
    if (session) {
      this.#claims.let();
      const name = desk.t.copyOf(desk.draftName || desk.overview?.unit_name || desk.t.noUnit);
      const writer = this.#new();
      await writer.take();
      await this.#claims.claim(writer.draft, async () => false);
      desk.keep(writer, name);
      desk.saving.touch();
      desk.show({ kind: "slept", name });
    }
  }

  #new(): Writer {
    return this.desk.drawer.begin(newDraft());
  }

  async #isLeased(draft: string): Promise<boolean> {
    const { campaign, drawer } = this.desk;
    const key = writerKey(draftPrefix(campaign.id, draft));
    const { quick, safe } = drawer.cabinet.shelves;
    // A window that closes takes its name off the quick shelf at once, off the other when it can.
    const shelves = [quick, safe].filter((shelf) => shelf !== null);
    const named = await Promise.all(shelves.map((shelf) => shelf.read([key])));
    return 0 < named.length && named.every((texts) => texts.has(key));
  }

  async #put(session: Session, writer: Writer, name: string): Promise<void> {
    await this.#claims.claim(writer.draft, async () => false);
    await writer.take();
    await this.desk.put(session, writer, name);
  }

  /** Another window goes on with the draft: what is here is saved and put away. */
  async #give(draft: string): Promise<void> {
    if (draft === this.desk.draft) {
      await this.desk.saving.flush();
      // Too late to be asked: what stood here goes on as a copy.
      if (draft !== this.desk.draft) {
        return;
      }
      this.desk.putAway();
      this.desk.go("home");
      this.desk.show({ kind: "given" });
    }
  }

  /** Another ledger is to be put up: asks first where the one at hand could not be saved. */
  async #leaving(then: () => Promise<void>): Promise<void> {
    const { desk } = this;
    await desk.saving.flush();
    if (desk.session && desk.saving.state.state === "failed") {
      const { t } = desk;
      const [question, detail] = [t.leaveUnsaved, t.leaveUnsavedDetail];
      desk.show({ kind: "ask", question, detail, yes: t.leave, go: () => void then() });
    } else {
      await then();
    }
  }
}
