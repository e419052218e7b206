/** Amounts as the engine prints them, added up to the last digit: no float ever holds one. */

/** Digits behind the point that are kept: 万元 to the fen has six. */
const DIGITS = 6;
const NUMBER = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** The amount in millionths of its unit; `null` where the text is no amount. */
export function exact(text: string): bigint | null {
  const found = NUMBER.exec(text);
  if (!found) {
    return null;
  }
  const [, sign = "", whole = "", part = ""] = found;
  return BigInt(`${sign}${whole}${part.padEnd(DIGITS, "0")}`);
}

/** Back to text, without needless zeros: `14.1489`. */
export function printed(millionths: bigint): string {
  const negative = millionths < BigInt(0);
  const digits = String(negative ? -millionths : millionths).padStart(DIGITS + 1, "0");
  const whole = digits.slice(0, -DIGITS);
  const part = digits.slice(-DIGITS).replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${part ? `.${part}` : ""}`;
}

/** A column's sum, and how many of its texts were no amounts. */
export interface Sum {
  total: string;
  /** Texts that were added. */
  count: number;
  unread: number;
}

export function sumOf(texts: Iterable<string>): Sum {
  let total = BigInt(0);
  let [count, unread] = [0, 0];
  for (const text of texts) {
    const amount = exact(text);
    if (amount !== null) {
      total += amount;
      count += 1;
    } else if (text !== "") {
      unread += 1;
    }
  }
  return { total: printed(total), count, unread };
}
