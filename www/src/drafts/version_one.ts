/**
 * Drafts as they were kept before they were kept in pieces: `arrears-ledger/1/<campaign>/<draft>`
 * names the generation that counts, whose text lies under `…/<draft>/<generation>`. They open for
 * ever; saved again, they are kept as they are now.
 */

import type { Mark, SaveInfo } from "./layout";
import type { Shelf } from "./shelf";

const PREFIX = "arrears-ledger/1/";

export interface OldDraft {
  id: string;
  info: SaveInfo;
  text: string;
  /** Whether it is what was written. */
  whole: boolean;
  /** Every key it takes. */
  keys: string[];
}

/** Every draft of a campaign that still lies in the old way. */
export async function oldDrafts(shelf: Shelf, campaign: string, mark: Mark): Promise<OldDraft[]> {
  const prefix = `${PREFIX}${campaign}/`;
  const keys = await shelf.keys(prefix);
  const texts = await shelf.read(keys);
  const drafts = new Map<string, string[]>();
  for (const key of keys) {
    const [id = ""] = key.slice(prefix.length).split("/");
    drafts.set(id, [...(drafts.get(id) ?? []), key]);
  }
  return [...drafts].map(([id, own]) => oldDraft(`${prefix}${id}`, id, own, texts, mark));
}

function oldDraft(
  key: string,
  id: string,
  keys: string[],
  texts: ReadonlyMap<string, string>,
  mark: Mark,
): OldDraft {
  const manifest = manifestOf(texts.get(key) ?? "");
  const numbers = keys
    .map((one) => Number(one.slice(key.length + 1)))
    .filter((number) => 0 < number)
    .sort((a, b) => b - a);
  const text =
    texts.get(`${key}/${manifest?.generation}`) ?? texts.get(`${key}/${numbers[0]}`) ?? "";
  return {
    id,
    info: { ...NO_INFO, ...manifest?.info, chars: text.length },
    text,
    whole: manifest !== null && mark(text) === manifest.digest,
    keys,
  };
}

const NO_INFO: SaveInfo = {
  name: "",
  unit_name: "",
  period: "",
  rows: 0,
  errors: 0,
  warnings: 0,
  saved_at: "",
  chars: 0,
};

interface Manifest {
  generation: number;
  digest: string;
  info: Partial<SaveInfo>;
}

/** Its members were those of the list, between two of its own. */
function manifestOf(text: string): Manifest | null {
  try {
    const { generation, digest, ...info } = JSON.parse(text) as Record<string, unknown>;
    return typeof generation === "number" && typeof digest === "string"
      ? { generation, digest, info: info as Partial<SaveInfo> }
      : null;
  } catch {
    return null;
  }
}
