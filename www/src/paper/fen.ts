/** Amounts as the engine prints them, in whole fen and back: exact, whatever their size. */

type Unit = "wan" | "yuan";

const DECIMALS: Record<Unit, number> = { wan: 6, yuan: 2 };

/** `null` for a text that is no amount. */
export function fenOf(text: string, unit: Unit): bigint | null {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const decimals = DECIMALS[unit];
  const [, sign, whole = "", part = ""] = found ?? [];
  if (!found || decimals < part.length) {
    return null;
  }
  const fen = BigInt(whole + part.padEnd(decimals, "0"));
  return sign ? -fen : fen;
}

/** Without needless zeros, as in a cell. */
export function textOf(fen: bigint, unit: Unit): string {
  const decimals = DECIMALS[unit];
  const digits = String(fen < 0n ? -fen : fen).padStart(decimals + 1, "0");
  const part = digits.slice(-decimals).replace(/0+$/, "");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -decimals)}${part ? `.${part}` : ""}`;
}

/** The sum of a column; what is no amount adds nothing. */
export function sumOf(texts: readonly string[], unit: Unit): string {
  return textOf(
    texts.reduce((sum, text) => sum + (fenOf(text, unit) ?? 0n), 0n),
    unit,
  );
}
