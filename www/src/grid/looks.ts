/** What a cell and a row's number look like, from what is found there. */

import type { Desk } from "../desk";
import type { FieldInfo, Severity } from "../engine/contract";
import { gravest } from "../findings";
import type { CellLook } from "./revogrid";

export function cellLook(desk: Desk, row: number, field: FieldInfo, text: string): CellLook {
  const findings = desk.attention.inRow(desk.findings.ofCell(row, field.key), row, text);
  return {
    text,
    classes: { ...marks(gravest(findings)), derived: field.presence === "derived" },
    title: findings.map((finding) => desk.say(finding.message)).join("\n"),
  };
}

/** The number of a debt; below the last one, where the next is begun. */
export function numberLook(desk: Desk, row: number): CellLook {
  if (row === desk.overview?.rows) {
    return { text: "＋", classes: { fresh: true }, title: desk.t.newRow };
  }
  const isBegun = row === desk.attention.begun;
  const grave = isBegun ? null : desk.findings.gravestOf(row);
  const count = isBegun ? 0 : desk.findings.countOf(row);
  return {
    text: String(row + 1),
    classes: marks(grave),
    title: count === 0 ? desk.t.openForm : desk.t.rowFindings(row + 1, count),
  };
}

function marks(grave: Severity | null): Record<string, boolean> {
  return { "has-error": grave === "error", "has-warning": grave === "warning" };
}
