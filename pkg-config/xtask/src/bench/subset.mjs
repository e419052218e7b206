/**
 * The rules that JSON Schema and plain functions can say too, so that others are held to the same
 * findings. The schema says C-01 (of the fields it requires) and C-02; the functions say the rest,
 * of debts that stand as they should. Our own check has all its rules all the time.
 */

const CUTOFF = "2022-06-10";
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/;
const MONEY = /^-?(0|[1-9][0-9]{0,11})\.[0-9]{2}$/;
const DAY = /^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$/;
const AMOUNTS = ["contract_amount", "settled_price", "paid_before", "undisputed_amount", "disputed_amount", "repaid_total"];

export const CODES = new Set(
  "C-01 C-02 A-01 A-02 D-01 D-02 D-04 F-02 S-06 R-13 R-14 U-07".split(" "),
);

const money = (text) => (MONEY.test(text) ? Number(text) : undefined);
/** A day that can be compared; of a month its last. */
const day = (text) => (DAY.test(text) ? text.padEnd(10, "-31") : undefined);

function failsItsLetter(code) {
  if (!CODE.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at += 1) {
    sum += ALPHABET.indexOf(code[at]) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] !== code[17];
}

/** Calls `found(code, row, field)` for each finding of the functions. */
export function check(entries, found) {
  const ids = new Set();
  entries.forEach((debt, row) => {
    const signed = day(debt.sign_date);
    const arrears = money(debt.arrears_amount);
    if (arrears !== undefined && arrears <= 0) found("A-01", row, "arrears_amount");
    for (const field of AMOUNTS) if (money(debt[field]) < 0) found("A-02", row, field);
    if (signed > CUTOFF) found("D-01", row, "sign_date");
    if (day(debt.due_date) < signed) found("D-02", row, "due_date");
    if (day(debt.delivered_on) < signed) found("D-04", row, "delivered_on");
    for (const field of ["debtor_uscc", "creditor_uscc"])
      if (failsItsLetter(debt[field])) found("F-02", row, field);
    const isSame = (one, other) => debt[one] !== undefined && debt[one] === debt[other];
    if (isSame("debtor_name", "creditor_name")) found("S-06", row, "creditor_name");
    else if (isSame("debtor_uscc", "creditor_uscc")) found("S-06", row, "creditor_uscc");
    if (debt.causes?.includes("other") && !debt.cause_note) found("R-13", row, "cause_note");
    if (["disputed", "partly"].includes(debt.dispute) && !debt.dispute_note)
      found("R-14", row, "dispute_note");
    if (ids.has(debt.debt_id)) found("U-07", row, "debt_id");
    else if (debt.debt_id !== undefined) ids.add(debt.debt_id);
  });
}

/** Findings as lines that can be compared: `C-02 /entries/3/dispute`. */
export class Found {
  lines = new Set();

  add = (code, row, field) => this.lines.add(`${code} /entries/${row}/${field}`);

  /** By a path of the schema's: of an element of a list, the list. */
  schema(code, path) {
    const [table, row, field] = path;
    if (table === "entries" && field !== undefined) this.add(code, row, field);
  }
}

/** The same of our answer: only the codes of the subset, and C-01 only where the schema says it. */
export function shared(findings, schema) {
  const required = new Set(schema.properties.entries.items.required);
  const isShared = ({ code, path }) =>
    CODES.has(code) &&
    path.startsWith("/entries/") &&
    (code !== "C-01" || required.has(path.split("/")[3]));
  return new Set(findings.filter(isShared).map(({ code, path }) => `${code} ${path}`));
}

/** Stops where others do not find what we find. */
export function agree(name, theirs, ours) {
  const more = [...theirs].filter((line) => !ours.has(line));
  const less = [...ours].filter((line) => !theirs.has(line));
  if (more.length + less.length > 0)
    throw new Error(`${name} finds ${more.length} more (${more[0]}) and ${less.length} less (${less[0]})`);
  if (ours.size === 0) throw new Error("nothing was found to agree about");
}
