/** Starts the page: the engine, the desk, the views, and the keys that work everywhere. */

import "./floor";

import { html, render } from "lit";

import { Desk } from "./desk";
import type { Engine } from "./engine/contract";
import { messageOf } from "./engine/errors";
import { loadEngine } from "./engine/load";
import { bringIn, isSheet } from "./exchange";
import { stepOf } from "./steps";
import "./views/app";
import { writeAll } from "./views/typing";

declare global {
  interface Window {
    /** For portals and tests: the engine the page runs on. */
    arrearsLedger?: { engine: Engine };
  }
}

void start();

async function start(): Promise<void> {
  const place = document.getElementById("app");
  if (!place) {
    return;
  }
  try {
    const engine = await loadEngine();
    window.arrearsLedger = { engine };
    const desk = new Desk(engine);
    place.textContent = "";
    render(html`<al-app .desk=${desk}></al-app>`, place);
    listen(desk);
  } catch (error) {
    place.textContent = `清欠台账无法启动：${messageOf(error)} / The ledger cannot start.`;
  }
}

function listen(desk: Desk): void {
  const leave = () => {
    writeAll();
    desk.saving.flush();
  };
  /** The cell being typed in is finished too. */
  const goAway = () => {
    if (document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    }
    leave();
  };
  window.addEventListener("pagehide", goAway);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    }
  });
  window.addEventListener("beforeunload", (event) => {
    goAway();
    if (desk.saving.state.state === "failed") {
      event.preventDefault();
      event.returnValue = "";
    }
  });
  window.addEventListener("popstate", () => desk.go(stepOf(location.hash)));
  // Another window has written: the list of drafts is read again.
  window.addEventListener("storage", () => {
    if (desk.step === "home") {
      desk.drawer.list();
      desk.refresh();
    }
  });
  document.addEventListener("keydown", (event) => undoKeys(desk, event));
  // A file dropped beside the button must not replace the page.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file && desk.session && desk.step === "ledger" && isSheet(file.name)) {
      void bringIn(desk, file, "ledger");
    } else if (file) {
      void desk.open(file);
    }
  });
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
