/** One ledger, opened for an element: the engine, the drafts, the desk, and what ends them all. */

import { builtIn } from "../../campaign";
import { Desk } from "../../desk";
import { HostShelf } from "../../drafts/host";
import type { Shelves } from "../../drafts/writer";
import { openShelves } from "../../drawer";
import type { Campaign, Lang } from "../../engine/contract";
import { loadWords } from "../../locale";
import { load } from "../index";
import type { HostStore } from "./public";
import { first } from "./load";
import { engineOf, type Own } from "./rules";
import type { ElementStage } from "./stage";

export interface Wanted extends Omit<Own, "campaign"> {
  /** A campaign file, or where it is. */
  campaign: { file: string | Campaign } | { address: string } | null;
  storage: "local" | "none";
  store: HostStore | null;
  locale: Lang;
}

export async function openDesk(wanted: Wanted, stage: ElementStage): Promise<Desk> {
  const [rules, shelves, campaign] = await Promise.all([
    load(),
    shelvesOf(wanted),
    campaignOf(wanted.campaign),
    // Where they cannot be had, it is said when they are asked for again.
    loadWords(wanted.locale).catch(() => undefined),
  ]);
  first.started = rules.started;
  const desk = new Desk(engineOf(rules, { ...wanted, campaign }), shelves, stage);
  desk.set({ lang: wanted.locale, large: false });
  await desk.drawer.list();
  return desk;
}

/** Where a unit is named, its ledger is on the desk at once: the draft, or a new one. */
export async function beginAs(desk: Desk, { unit, period }: Own | Wanted): Promise<void> {
  const known = desk.campaign.units.find(({ code }) => code === unit);
  if (!unit) {
    return;
  }
  const of = period ?? desk.campaign.period;
  const draft = desk.drawer.drafts.find(
    (info) => info.unit_name === known?.name && info.period === of,
  );
  if (draft) {
    await desk.ledgers.resume(draft);
  } else {
    await desk.ledgers.begin();
  }
}

async function shelvesOf({ storage, store }: Wanted): Promise<Shelves> {
  if (store) {
    return { quick: null, safe: new HostShelf(store), isHost: true };
  }
  return storage === "none" ? { quick: null, safe: null } : openShelves();
}

async function campaignOf(campaign: Wanted["campaign"]): Promise<string> {
  if (campaign === null) {
    return (await builtIn()).campaign;
  }
  if ("file" in campaign) {
    return typeof campaign.file === "string" ? campaign.file : JSON.stringify(campaign.file);
  }
  const answer = await fetch(campaign.address);
  if (!answer.ok) {
    throw new Error(`${campaign.address}: ${answer.status}`);
  }
  return answer.text();
}

/** The ledger is put away; what the engine held of it is free. */
export function closeDesk(desk: Desk): void {
  void desk.saving.flush();
  desk.putAway();
  desk.ledgers.end();
}
