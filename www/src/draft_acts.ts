/** What can be done with a draft without opening it. */

import type { Desk } from "./desk";
import { draftFileName, newDraft } from "./draft_name";
import type { DraftInfo } from "./drafts/cabinet";
import { forgetFile, keepFile, keptFile } from "./earlier_files";
import { loadOffice } from "./engine/office";
import { download } from "./files";

export class DraftActs {
  /** The draft that was deleted last, until the list is left. */
  removed: { name: string; rows: number; back: () => Promise<void> } | null = null;

  constructor(private readonly desk: Desk) {}

  remove(draft: DraftInfo): Promise<void> {
    return this.#do(async () => {
      const { desk } = this;
      if (draft.id === desk.draft) {
        await desk.saving.flush();
        desk.putAway();
      }
      const draftBack = await desk.drawer.cabinet.take(draft.id);
      const earlier = await keptFile(draft.id);
      await forgetFile(draft.id);
      const back = async () => {
        await draftBack();
        if (earlier) {
          await keepFile(draft.id, earlier);
        }
      };
      this.removed = { name: desk.ledgers.nameOf(draft), rows: draft.rows, back };
      desk.tell(desk.t.removed(this.removed.name, draft.rows));
    });
  }

  undoRemove(): Promise<void> {
    return this.#do(async () => {
      const { desk, removed } = this;
      await removed?.back();
      this.removed = null;
      desk.tell(desk.t.restored(removed?.name ?? ""));
    });
  }

  rename(draft: DraftInfo, name: string): Promise<void> {
    return this.#do(async () => {
      const { desk } = this;
      const given = name === draft.unit_name ? "" : name;
      if (draft.id === desk.draft) {
        desk.draftName = given;
        desk.saving.touch();
        await desk.saving.flush();
      } else {
        await desk.drawer.settle(draft);
        await desk.drawer.cabinet.rename(draft.id, given);
      }
      desk.tell(desk.t.renamed(name || draft.unit_name));
    });
  }

  duplicate(draft: DraftInfo): Promise<void> {
    return this.#do(async () => {
      const { desk } = this;
      await desk.saving.flush();
      await desk.drawer.settle(draft);
      const name = desk.t.copyOf(desk.ledgers.nameOf(draft));
      const now = new Date().toISOString();
      await desk.drawer.cabinet.duplicate(draft.id, newDraft(), name, now);
      desk.tell(desk.t.duplicated(name));
    });
  }

  /** Puts a draft under a passphrase; what lay open of it goes. */
  lock(draft: DraftInfo, passphrase: string): Promise<void> {
    return this.#do(async () => {
      const { desk } = this;
      const isAtHand = draft.id === desk.draft;
      await desk.saving.flush();
      const label = desk.t.lockedLabel(new Date().toISOString().slice(0, 10));
      const resumed = isAtHand ? null : await desk.drawer.open(draft);
      const session = isAtHand ? desk.session : resumed?.session;
      if (!session || resumed?.loss) {
        throw new Error(desk.t.draftGone);
      }
      const writer = await desk.drawer.lock(passphrase, label);
      await writer.take();
      const info = { ...draft, saved_at: new Date().toISOString() };
      const told = await writer.save(() => session.pieces(true), info).safe;
      if (told !== "kept") {
        await desk.drawer.cabinet.remove(writer.draft);
        throw new Error(desk.t.saveFailed[told === "full" ? "full" : "forbidden"]);
      }
      if (isAtHand) {
        desk.putAway();
      } else {
        session.free();
      }
      await writer.leave();
      await desk.drawer.cabinet.remove(draft.id);
      desk.tell(desk.t.isLocked(label));
    });
  }

  /** One of a draft's earlier saves as a file. */
  copy(draft: DraftInfo, number: number): Promise<void> {
    return this.#do(async () => {
      const name = draftFileName(draft.name || draft.unit_name, draft.period);
      download(name, await this.desk.drawer.text(draft.id, number));
    });
  }

  /** Shows what differs between two drafts. */
  compare(draft: DraftInfo, other: DraftInfo): Promise<void> {
    return this.#do(async () => {
      const { desk } = this;
      await desk.saving.flush();
      const office = await loadOffice();
      const [a, b] = [await this.#bytes(draft), await this.#bytes(other)];
      const names: [string, string] = [desk.ledgers.nameOf(draft), desk.ledgers.nameOf(other)];
      desk.show({ kind: "compared", names, comparison: office.compare(a, b) });
    });
  }

  async #bytes({ id }: DraftInfo): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.desk.drawer.text(id));
  }

  async #do(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.desk.trouble(error);
    }
    await this.desk.drawer.list();
  }
}
