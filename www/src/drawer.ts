/** The drafts this browser keeps. */

import type { Campaign, DraftInfo, Engine, Session } from "./engine/contract";
import { today } from "./today";

export class Drawer {
  drafts: DraftInfo[] = [];
  /** Whether this browser lets the page keep drafts at all. */
  storage: "here" | "forbidden" = "here";

  constructor(
    private readonly engine: Engine,
    private readonly roster: Campaign["units"],
  ) {
    this.list();
  }

  list(): void {
    try {
      this.drafts = this.engine.drafts(undefined);
      this.storage = "here";
    } catch {
      this.drafts = [];
      this.storage = "forbidden";
    }
  }

  /** Opens a draft. A damaged one may have lost its head: its unit is known all the same. */
  open(info: DraftInfo): Session {
    const session = this.engine.open_draft(info.id, undefined, today());
    const unit = this.roster.find((known) => known.name === info.unit_name);
    if (unit && session.overview().unit_code === "") {
      session.choose_unit(unit.code);
    }
    return session;
  }

  /** A draft's text as it lies in storage. */
  text(draft: string): string {
    return this.engine.draft_text(draft, undefined);
  }

  remove(draft: string): void {
    this.engine.remove_draft(draft, undefined);
  }
}
