/** Starts the page: the engine, the desk, the views. */

import "./floor";

import { html, render } from "lit";

import { attend } from "./attend";
import { Desk } from "./desk";
import { checkStore } from "./drafts/host";
import { openShelves } from "./drawer";
import type { Engine } from "./engine/contract";
import { messageOf } from "./engine/errors";
import { loadEngine } from "./engine/load";
import { loadOffice } from "./engine/office";
import { keepFocus } from "./focus";
import { returnToPlace } from "./offline/returning";
import { page } from "./stage";
import { stepOf } from "./steps";
import "./views/app";
import { Book } from "./county/book";
import "./views/county/root";

declare global {
  interface Window {
    /** For portals and tests: the engine the page runs on, and a trial of a store of their own. */
    arrearsLedger?: {
      engine: Engine;
      loadOffice: typeof loadOffice;
      checkStore: typeof checkStore;
    };
  }
}

void start();

async function start(): Promise<void> {
  const place = document.getElementById("app");
  if (!place) {
    return;
  }
  try {
    const [engine, shelves] = await Promise.all([loadEngine(), openShelves()]);
    window.arrearsLedger = { engine, loadOffice, checkStore };
    const desk = new Desk(engine, shelves);
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
  } catch (error) {
    place.textContent = `清欠台账无法启动：${messageOf(error)} / The ledger cannot start.`;
  }
}
