/**
 * What a desk listens to wherever it stands: that the page goes away, that another window has
 * written, keys that work everywhere, and files that are dropped.
 */

import type { Desk } from "./desk";
import { bringIn, isSheet } from "./exchange";
import { focusedIn } from "./stage";
import { whileTyping } from "./unfinished";
import { writeAll } from "./views/typing";

/** Another window that writes does so several times at once. */
const WRITES_MS = 400;

/** `root` is what everything is drawn in. Answers what ends it. */
export function attend(desk: Desk, root: Document | HTMLElement): () => void {
  const ends: (() => void)[] = [];
  const listen = (target: EventTarget, type: string, act: (event: Event) => void) => {
    target.addEventListener(type, act);
    ends.push(() => target.removeEventListener(type, act));
  };
  leaving(desk, root, listen);
  ends.push(whileTyping(root, () => desk.saving.touch()));
  // Another window has written: the list of drafts is read again, when it has done so.
  let written: ReturnType<typeof setTimeout> | undefined;
  listen(window, "storage", () => {
    if (desk.step === "home") {
      clearTimeout(written);
      written = setTimeout(() => void desk.drawer.list(), WRITES_MS);
    }
  });
  listen(root, "keydown", (event) => {
    undoKeys(desk, event as KeyboardEvent);
    helpKeys(desk, event as KeyboardEvent);
  });
  // A file dropped beside the button must not replace the page.
  listen(root, "dragover", (event) => event.preventDefault());
  listen(root, "drop", (event) => dropped(desk, event as DragEvent));
  return () => {
    clearTimeout(written);
    ends.forEach((end) => end());
  };
}

type Listen = (target: EventTarget, type: string, act: (event: Event) => void) => void;

function leaving(desk: Desk, root: Document | HTMLElement, listen: Listen): void {
  const leave = () => {
    writeAll();
    void desk.saving.flush();
  };
  /** The cell being typed in is finished too. */
  const goAway = () => {
    const focused = focusedIn(root);
    if (focused instanceof HTMLElement) {
      focused.blur();
    }
    leave();
  };
  listen(window, "pagehide", () => {
    goAway();
    desk.close();
  });
  listen(document, "visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      leave();
    }
  });
  listen(window, "beforeunload", (event) => {
    goAway();
    if (!desk.saving.mayGo) {
      event.preventDefault();
      (event as BeforeUnloadEvent).returnValue = "";
    }
  });
}

function dropped(desk: Desk, event: DragEvent): void {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file && desk.session && desk.step === "ledger" && isSheet(file.name)) {
    void bringIn(desk, file, "ledger");
  } else if (file && desk.stage.isHere()) {
    void desk.open(file);
  }
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
