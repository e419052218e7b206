/** The drafts this browser keeps. */

import type { Campaign, DraftInfo, Engine, Session } from "./engine/contract";
import { today } from "./today";

export class Drawer {
  drafts: DraftInfo[] = [];
  /** Whether this browser lets the page keep drafts at all. */
  storage: "here" | "forbidden" = "here";

  constructor(
    private readonly engine: Engine,
    private readonly campaign: Campaign,
  ) {
    this.list();
  }

  list(): void {
    try {
      this.drafts = this.engine.drafts(this.campaign.id);
      this.storage = "here";
    } catch {
      this.drafts = [];
      this.storage = "forbidden";
    }
  }

  /** Opens a draft. A damaged one may have lost its head: its unit is known all the same. */
  open(info: DraftInfo): Session {
    const session = this.engine.open_draft(info.id, this.engine.campaign(), today());
    const unit = this.campaign.units.find((known) => known.name === info.unit_name);
    if (unit && session.overview().unit_code === "") {
      session.choose_unit(unit.code);
    }
    return session;
  }

  /** A draft's text as it lies in storage. */
  text(draft: string): string {
    return this.engine.draft_text(draft, this.campaign.id);
  }

  remove(draft: string): void {
    this.engine.remove_draft(draft, this.campaign.id);
  }
}
