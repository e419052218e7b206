/** The engine as one element has it: with its campaign, its prefill, and its fields not to be typed in. */

import { CATALOGUE } from "../../engine/catalogue";
import type * as Contract from "../../engine/contract";
import { suited } from "../../engine/quick";
import type { ArrearsLedger } from "../index";
import { fill, type Known } from "../prefill";

export interface Own extends Known {
  /** The text of a campaign file. */
  campaign: string;
  readOnly: readonly string[];
}

/** Keys of the roster's own columns: they go with the unit. */
const UNIT = ["report_unit_code", "report_unit_name", "report_unit_kind"];

export function engineOf(rules: ArrearsLedger, own: Own): Contract.Engine {
  const readOnly = new Set([...own.readOnly, ...(own.unit ? UNIT : [])]);
  const fields = shown(CATALOGUE, readOnly);
  const opening: Contract.Opening = {
    create: (campaign, today) => guarded(begun(rules, { campaign, today }, own), readOnly),
    open: (bytes, campaign, today) =>
      guarded(rules.open(bytes, { campaign, today }) as unknown as Contract.Session, readOnly),
  };
  return {
    catalogue: () => fields,
    campaign: () => own.campaign,
    ...opening,
    suited: async (bytes) => {
      const suitable = await suited(bytes, opening);
      return suitable === opening
        ? opening
        : { ...opening, open: (...given) => guarded(suitable.open(...given), readOnly) };
    },
    mark: rules.mark,
  };
}

/** The first step back does not take away what the portal filled in: it is how the ledger began. */
function begun(
  rules: ArrearsLedger,
  terms: { campaign: string; today: string },
  own: Own,
): Contract.Session {
  const filled = rules.create(terms);
  try {
    fill(filled, own);
    const isAsBegun = !filled.overview().can_undo;
    const session = isAsBegun ? rules.create(terms) : rules.open(filled.draft(), terms);
    return session as unknown as Contract.Session;
  } finally {
    filled.free();
  }
}

/** Fields that are not typed in are shown as those are that follow from others. */
function shown(whole: Contract.Catalogue, readOnly: ReadonlySet<string>): Contract.Catalogue {
  const as = (field: Contract.FieldInfo): Contract.FieldInfo =>
    readOnly.has(field.key) ? { ...field, presence: "derived" } : field;
  const { header, entries } = whole.fields;
  return {
    ...whole,
    fields: { ...whole.fields, header: header.map(as), entries: entries.map(as) },
  };
}

/** What is pasted, imported or filled down leaves out the fields that are not typed in. */
function guarded(session: Contract.Session, readOnly: ReadonlySet<string>): Contract.Session {
  if (readOnly.size === 0) {
    return session;
  }
  const free = (keys: readonly string[]) => keys.filter((key) => !readOnly.has(key));
  const { choose_unit, set_header, set_cell, fill_down, preview, paste } = session;
  const columnsOf: (...given: Parameters<typeof preview>) => string[] = (...given) =>
    preview
      .apply(session, given)
      .columns.map(({ field }) => (field && !readOnly.has(field) ? field : ""));
  const instead: Partial<Contract.Session> = {
    choose_unit(code) {
      const { unit_code: known } = session.overview();
      if (known !== "" && known !== code) {
        UNIT.forEach((field) => refuse(field, readOnly));
      }
      return choose_unit.call(session, code);
    },
    set_header(field, text) {
      refuse(field, readOnly);
      return set_header.call(session, field, text);
    },
    set_cell(row, field, text) {
      refuse(field, readOnly);
      return set_cell.call(session, row, field, text);
    },
    fill_down: (row, count, keys) => fill_down.call(session, row, count, free(keys)),
    preview: (row, keys, text, columns, lines) =>
      preview.call(session, row, keys, text, columnsOf(row, keys, text, columns, lines), lines),
    paste: (row, keys, text, columns, lines) =>
      paste.call(session, row, keys, text, columnsOf(row, keys, text, columns, lines), lines),
  };
  for (const [name, value] of Object.entries(instead)) {
    Object.defineProperty(session, name, { value });
  }
  return session;
}

function refuse(field: string, readOnly: ReadonlySet<string>): void {
  if (readOnly.has(field)) {
    throw Object.assign(new Error(`${field} is not to be changed here`), { code: "read_only" });
  }
}
