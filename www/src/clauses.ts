/** The notice's own words, for the campaign the page is built with. */

import source from "../../src/campaign/yexian_2022.clauses.json";

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

/** What the notice says in a clause; nothing where the text is not at hand. */
export function quotesOf(campaign: string, part: string): string[] {
  if (campaign !== CAMPAIGN || !NOTICE.test(part)) {
    return [];
  }
  const clause = part.replace(NOTICE, "");
  return source.clauses.filter((one) => one.clause === clause).map(({ quote }) => quote);
}
