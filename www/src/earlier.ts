/**
 * The ledger of the period before: what vanished or changed since then has to say why. It is kept
 * with the draft, so that the comparison goes on when the draft is opened again.
 */

import type { Desk } from "./desk";
import { forgetFile, keepFile, keptFile } from "./earlier_files";
import { bytesOf } from "./files";

export class Earlier {
  /** The file the ledger at hand is compared with. */
  file: { name: string; rows: number; bytes: Uint8Array } | null = null;

  constructor(private readonly desk: Desk) {}

  async follow(file: File): Promise<void> {
    try {
      await this.take(file.name, await bytesOf(file));
    } catch (error) {
      this.desk.trouble(error);
    }
  }

  /** Compares with a file, and keeps it with the draft. */
  async take(name: string, bytes: Uint8Array): Promise<void> {
    const { desk } = this;
    if (this.#compare(name, bytes)) {
      const { draft } = desk;
      desk.tell(desk.t.comparing(name, this.file?.rows ?? 0));
      if (!(this.#keeps && (await keepFile(draft, { name, bytes })))) {
        desk.tell(desk.t.earlierNotKept);
      }
    }
  }

  /** A draft was opened: what it was compared with before it is compared with again. */
  async resume(draft: string): Promise<void> {
    const kept = this.#keeps ? await keptFile(draft) : null;
    if (kept && this.desk.draft === draft && !this.file) {
      this.#compare(kept.name, kept.bytes);
    }
  }

  unfollow(): void {
    this.desk.session?.unfollow();
    this.file = null;
    if (this.#keeps) {
      void forgetFile(this.desk.draft);
    }
    this.desk.checkedAnew();
  }

  /** Where no draft is kept, nor is what it is compared with. */
  get #keeps(): boolean {
    return this.desk.drawer.storage !== "forbidden";
  }

  #compare(name: string, bytes: Uint8Array): boolean {
    const { desk } = this;
    const opened = desk.session?.follow(bytes);
    if (opened?.whole) {
      this.file = { name, rows: opened.rows, bytes };
      desk.checkedAnew();
      return true;
    }
    const [fault] = opened?.findings ?? [];
    if (fault) {
      desk.show({ kind: "trouble", code: fault.code, message: desk.say(fault.message) });
    }
    return false;
  }
}
