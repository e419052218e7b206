/** Pieces → the text of a draft, and what can still be read of pieces that were harmed. */

/** The draft of its pieces: the head's object, with the two lists the other pieces make. */
export function joined(pieces: readonly string[]): string {
  const [head = "{}", confirmations = "[]", ...runs] = pieces;
  const entries = runs.map((run) => run.slice(1, -1)).filter((run) => run !== "");
  return `{"confirmations":${confirmations},"entries":[${entries.join(",")}],${head.slice(1)}`;
}

/** A list of debts as far as its text is one: what stands before a cut is kept. */
export function salvaged(text: string): { text: string; rows: number } {
  for (let end = text.length; 0 < end; end = text.lastIndexOf("}", end - 1)) {
    const part = end === text.length ? text : `${text.slice(0, end + 1)}]`;
    const rows = listOf(part);
    if (rows !== null) {
      return { text: part, rows };
    }
  }
  return { text: "[]", rows: 0 };
}

/** How many objects a text lists; `null` for another text. */
function listOf(text: string): number | null {
  try {
    const list: unknown = JSON.parse(text);
    const isList = Array.isArray(list) && list.every((one) => isObject(one));
    return isList ? list.length : null;
  } catch {
    return null;
  }
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
