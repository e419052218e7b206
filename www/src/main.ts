/** Starts the page: the engine, the desk, the views, and the keys that work everywhere. */

import "./floor";

import { html, render } from "lit";

import { Desk } from "./desk";
import { checkStore } from "./drafts/host";
import { openShelves } from "./drawer";
import type { Engine } from "./engine/contract";
import { messageOf } from "./engine/errors";
import { first, loadEngine } from "./engine/load";
import { loadOffice, second } from "./engine/office";
import type { Started } from "./engine/start";
import { bringIn, isSheet } from "./exchange";
import { keepFocus } from "./focus";
import { returnToPlace } from "./offline/returning";
import { stepOf } from "./steps";
import "./views/app";
import { Book } from "./county/book";
import "./views/county/root";
import { whileTyping } from "./unfinished";
import { writeAll } from "./views/typing";

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

window.arrearsLedgerBegan = true;
void start();

async function start(): Promise<void> {
  const place = document.getElementById("app");
  if (!place) {
    return;
  }
  try {
    const [engine, shelves] = await Promise.all([loadEngine(), openShelves()]);
    window.arrearsLedger = { engine, loadOffice, checkStore, kinds };
    const desk = new Desk(engine, shelves);
    await desk.drawer.list();
    place.textContent = "";
    const book = new Book(engine.campaign());
    const show = () =>
      render(
        isCounty()
          ? html`<al-county .desk=${desk} .book=${book}></al-county>`
          : html`<al-app .desk=${desk}></al-app>`,
        place,
      );
    show();
    window.addEventListener("hashchange", show);
    listen(desk);
    keepFocus(place);
    desk.updates.start();
    await returnToPlace(desk);
  } catch (error) {
    window.arrearsLedgerCannot?.(messageOf(error));
  }
}

/** `wasm` or `js`, `null` for a module that nothing has asked for yet. */
function kinds(): Record<"first" | "second", Started["kind"] | null> {
  return { first: first.started?.kind ?? null, second: second.started?.kind ?? null };
}

/** The county office has a page of its own: it opens no ledger. */
function isCounty(): boolean {
  return location.hash === "#county";
}

/** Another window that writes does so several times at once. */
const WRITES_MS = 400;

function listen(desk: Desk): void {
  const leave = () => {
    writeAll();
    void desk.saving.flush();
  };
  /** The cell being typed in is finished too. */
  const goAway = () => {
    if (document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
    leave();
  };
  whileTyping(() => desk.saving.touch());
  window.addEventListener("pagehide", () => {
    goAway();
    desk.close();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    goAway();
    if (!desk.saving.mayGo) {
      event.preventDefault();
      event.returnValue = "";
    }
  });
  window.addEventListener("popstate", () => {
    if (!isCounty()) {
      desk.go(stepOf(location.hash));
    }
  });
  // Another window has written: the list of drafts is read again, when it has done so.
  let written: ReturnType<typeof setTimeout> | undefined;
  window.addEventListener("storage", () => {
    if (desk.step === "home") {
      clearTimeout(written);
      written = setTimeout(() => void desk.drawer.list(), WRITES_MS);
    }
  });
  document.addEventListener("keydown", (event) => {
    undoKeys(desk, event);
    helpKeys(desk, event);
  });
  // A file dropped beside the button must not replace the page.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file && desk.session && desk.step === "ledger" && isSheet(file.name)) {
      void bringIn(desk, file, "ledger");
    } else if (file && !isCounty()) {
      void desk.open(file);
    }
  });
}

/** F1 anywhere, and a question mark where it is no text, list the grid's keys. */
function helpKeys(desk: Desk, event: KeyboardEvent): void {
  const target = event.target as Element;
  const isText = target.matches("input, textarea, select");
  if (!desk.notice && desk.session && (event.key === "F1" || (event.key === "?" && !isText))) {
    event.preventDefault();
    desk.show({ kind: "keys" });
  }
}

/** In a box that holds text the browser's own undo is meant; the grid's resting box holds none. */
function undoKeys(desk: Desk, event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || desk.notice) {
    return;
  }
  const target = event.target as Element;
  const isText = target.matches("input:not([type]), textarea");
  if (isText && (!target.closest(".cell-editor") || target.closest(".cell-editor.on"))) {
    return;
  }
  const key = event.key.toLowerCase();
  if (key === "z" || key === "y") {
    event.preventDefault();
    if (key === "y" || event.shiftKey) {
      desk.redo();
    } else {
      desk.undo();
    }
  }
}
