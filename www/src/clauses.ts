/** The notice's own words, for the campaign the page is built with. */

import { builtIn, builtInNow } from "./campaign";

const CAMPAIGN = "yexian-2022";
const NOTICE = /^notice /;

/** How a basis points into the tables the fields were gathered from, which no clerk has. */
const GATHERED = /^[T\d][\d.-]*(\s|$)/;

/** The parts of a basis a clerk can look up: a clause of the notice, an article, a form. */
export function partsOf(basis: string): string[] {
  return basis
    .split(/[;,]/)
    .map((part) => part.trim())
    .filter((part) => part !== "" && !GATHERED.test(part));
}

/** Whether the text of what a part names can be had. */
export function isQuotable(campaign: string, part: string): boolean {
  return campaign === CAMPAIGN && NOTICE.test(part);
}

/** Gets the text of the notice. Rejects where it cannot be had. */
export async function fetchQuotes(): Promise<void> {
  await builtIn();
}

/** What the notice says in a clause; `null` until its text is there. */
export function quotesOf(part: string): string[] | null {
  const clause = part.replace(NOTICE, "");
  const all = builtInNow()?.clauses;
  return all?.filter((one) => one.clause === clause).map(({ quote }) => quote) ?? null;
}
