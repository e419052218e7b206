/** The ledger of the period before: what vanished or changed since then has to say why. */

import type { Desk } from "./desk";
import { bytesOf } from "./files";

export class Earlier {
  /** The file the ledger at hand is compared with. */
  file: { name: string; rows: number } | null = null;

  constructor(private readonly desk: Desk) {}

  async follow(file: File): Promise<void> {
    const { desk } = this;
    try {
      const bytes = await bytesOf(file);
      const opened = desk.session?.follow(bytes);
      if (opened?.whole) {
        this.file = { name: file.name, rows: opened.rows };
        desk.checkedAnew();
        desk.tell(desk.t.comparing(file.name, opened.rows));
      } else if (opened) {
        const [fault] = opened.findings;
        const message = fault ? desk.say(fault.message) : "";
        desk.show({ kind: "trouble", code: fault?.code ?? "", message });
      }
    } catch (error) {
      desk.trouble(error);
    }
  }

  unfollow(): void {
    this.desk.session?.unfollow();
    this.file = null;
    this.desk.checkedAnew();
  }
}
