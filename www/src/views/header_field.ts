/** A field of the ledger's head. */

import { html, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { FieldInfo } from "../engine/contract";
import { fieldView } from "./field";
import "./roster";

/** Filled in with the unit; shown to be checked, not to be typed. */
const FROM_ROSTER: readonly string[] = ["report_unit_code", "report_unit_kind"];

export function headerField(
  desk: Desk,
  field: FieldInfo,
  header: Readonly<Record<string, string>>,
): TemplateResult {
  const text = header[field.key] ?? "";
  const findings = desk.attention.inHeader(desk.findings.ofHeader(field.key), field.key, text);
  if (field.key === "report_unit_name" && field.presence !== "derived") {
    return html`<al-roster .desk=${desk} .text=${text} .findings=${findings}></al-roster>`;
  }
  const byRoster = FROM_ROSTER.includes(field.key) && header["report_unit_code"] !== "";
  const shown: FieldInfo = byRoster ? { ...field, presence: "derived" } : field;
  return fieldView({
    desk,
    field: shown,
    id: `header-${field.key}`,
    text,
    findings,
    write: (typed) => {
      desk.attention.touch(field.key);
      desk.change((session) => session.set_header(field.key, typed));
      return desk.session?.header()[field.key] ?? typed;
    },
  });
}

/** Gives the focus to the field of the head that a finding led to. */
export function focusWanted(desk: Desk, view: HTMLElement): void {
  const { wanted } = desk;
  if (wanted?.table !== "header") {
    return;
  }
  const field = view.querySelector<HTMLElement>(`#header-${wanted.field ?? ""}`);
  if (!field) {
    // It stands in the view that comes.
    return;
  }
  desk.wanted = null;
  const stop = field.matches("input,select,textarea") ? field : field.querySelector("input");
  stop?.focus();
  (stop ?? field).scrollIntoView({ block: "center" });
}
