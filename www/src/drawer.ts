/** The drafts this browser keeps. */

import type { DraftInfo, Engine, Session } from "./engine/contract";
import { today } from "./today";

export class Drawer {
  drafts: DraftInfo[] = [];
  /** Whether this browser lets the page keep drafts at all. */
  storage: "here" | "forbidden" = "here";

  constructor(private readonly engine: Engine) {
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

  open(draft: string): Session {
    return this.engine.open_draft(draft, undefined, today());
  }

  /** A draft's text as it lies in storage. */
  text(draft: string): string {
    return this.engine.draft_text(draft, undefined);
  }

  remove(draft: string): void {
    this.engine.remove_draft(draft, undefined);
  }
}
