/** Starts the page: the engine, the desk, the views. */

import "./floor";
import { first, loadEngine } from "./engine/load";

import { html, render } from "lit";

import { attend } from "./attend";
import { Desk } from "./desk";
import { checkStore } from "./drafts/host";
import { openShelves } from "./drawer";
import type { Engine } from "./engine/contract";
import { messageOf } from "./engine/errors";
import { loadOffice, second } from "./engine/office";
import type { Started } from "./engine/start";
import { keepFocus } from "./focus";
import { loadWords } from "./locale";
import { returnToPlace } from "./offline/returning";
import { rememberedSettings } from "./settings";
import { page } from "./stage";
import { stepOf } from "./steps";
import "./views/app";
import { Book } from "./county/book";
import "./views/county/root";
import { fetchLater } from "./views/later";

declare global {
  interface Window {
    /** For portals and tests: the engine the page runs on, and a trial of a store of their own. */
    arrearsLedger?: {
      engine: Engine;
      loadOffice: typeof loadOffice;
      checkStore: typeof checkStore;
      /** How the modules run. */
      kinds: typeof kinds;
    };
    /** What `first.ts` leaves behind, and waits for. */
    arrearsLedgerCannot?: (why: string) => void;
    arrearsLedgerBegan?: boolean;
  }
}

/** So long after its start the page gets what it may need without its server. */
const AT_REST_MS = 2_000;

window.arrearsLedgerBegan = true;
void start();

async function start(): Promise<void> {
  const place = document.getElementById("app");
  if (!place) {
    return;
  }
  try {
    const { lang } = rememberedSettings();
    const [engine, shelves] = await Promise.all([
      loadEngine(),
      openShelves(),
      // Where they cannot be had, it is said when they are asked for again.
      loadWords(lang).catch(() => undefined),
    ]);
    window.arrearsLedger = { engine, loadOffice, checkStore, kinds };
    const desk = new Desk(engine, shelves);
    desk.set({ lang });
    await desk.drawer.list();
    place.textContent = "";
    const book = new Book(engine.campaign());
    const show = () =>
      render(
        page.isHere()
          ? html`<al-app .desk=${desk}></al-app>`
          : html`<al-county .desk=${desk} .book=${book}></al-county>`,
        place,
      );
    show();
    window.addEventListener("hashchange", show);
    attend(desk, document);
    window.addEventListener("popstate", () => {
      if (page.isHere()) {
        desk.go(stepOf(location.hash));
      }
    });
    keepFocus(place);
    desk.updates.start();
    await returnToPlace(desk);
    setTimeout(() => void fetchLater(), AT_REST_MS);
  } catch (error) {
    window.arrearsLedgerCannot?.(messageOf(error));
  }
}

/** `wasm` or `js`, `null` for a module that nothing has asked for yet. */
function kinds(): Record<"first" | "second", Started["kind"] | null> {
  return { first: first.started?.kind ?? null, second: second.started?.kind ?? null };
}
