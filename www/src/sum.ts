/** Sums of amounts as the engine prints them, to the last digit: no floating point. */

const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;
const PLACES = 6;

/** `null` where one of the texts is no amount; blank ones count nothing. */
export function sumOf(texts: readonly string[]): string | null {
  let sum = 0n;
  for (const text of texts) {
    const units = text === "" ? 0n : unitsOf(text);
    if (units === null) {
      return null;
    }
    sum += units;
  }
  return textOf(sum);
}

/** How much the first is more than the second. */
export function lessOf(text: string, other: string): string | null {
  const [first, second] = [unitsOf(text), unitsOf(other)];
  return first === null || second === null ? null : textOf(first - second);
}

function unitsOf(text: string): bigint | null {
  const parts = AMOUNT.exec(text.replace(/,/g, ""));
  if (!parts) {
    return null;
  }
  const [, sign, whole = "", fraction = ""] = parts;
  const units = BigInt(whole + fraction.padEnd(PLACES, "0"));
  return sign ? -units : units;
}

function textOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(PLACES + 1, "0");
  const fraction = digits.slice(-PLACES).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -PLACES)}${fraction ? `.${fraction}` : ""}`;
}
