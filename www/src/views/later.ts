/** Views that come in a script of their own, loaded when the first of them is to be drawn. */

import { html, type TemplateResult } from "lit";
import { share } from "shared-with-later";

import type { Desk } from "../desk";
import { messageOf } from "../engine/errors";
import { leftBy } from "../engine/script";
import type { Later } from "./later_script";

type State = { views: Later } | { missing: string } | "coming" | null;

let state: State = null;
/** Somebody was to see them. */
let isAsked = false;
/** Those who wait for it; each says so whenever it draws, so that none is kept that is gone. */
const waiting = new Set<Desk>();

/** Those views, where they are there. */
export function laterNow(): Later | null {
  return state !== null && typeof state === "object" && "views" in state ? state.views : null;
}

/** What `draw` makes of those views; until they are there, that they are coming. */
export function withLater(desk: Desk, draw: (views: Later) => TemplateResult): TemplateResult {
  const views = laterNow();
  if (views) {
    return draw(views);
  }
  isAsked = true;
  if (state === null) {
    void load();
  }
  waiting.add(desk);
  const { t } = desk;
  return state !== null && typeof state === "object" && "missing" in state
    ? html`<p class="coming-not" role="alert">
        ${t.partMissing(state.missing)}
        <button @click=${() => void load()}>${t.again}</button>
      </p>`
    : html`<p class="coming" role="status">${t.partComing}</p>`;
}

/** Gets those views before anybody asks for them, so that the server may go away. */
export async function fetchLater(): Promise<void> {
  if (state === null) {
    await load();
    // Nobody asked: whoever does, asks anew.
    state = laterNow() || isAsked ? state : null;
  }
}

async function load(): Promise<void> {
  state = "coming";
  tellAll();
  try {
    share();
    state = { views: await leftBy<Later>("arrears_ledger_views") };
  } catch (error) {
    state = { missing: messageOf(error) };
  }
  tellAll();
}

function tellAll(): void {
  const told = [...waiting];
  waiting.clear();
  told.forEach((desk) => desk.refresh());
}
