/**
 * The page kept for work without a network, on portals with https: registered here, and told of
 * when a newer version waits. What is being typed is never interrupted: the newer version comes
 * with the next start, or when the clerk asks for it, after saving.
 */

import { Workbox } from "workbox-window";

import { SCRIPT } from "../engine/bytes";
import { ownScript } from "../trusted";

export class Updates {
  /** A newer version waits. */
  waits = false;
  #workbox: Workbox | null = null;

  /** `told` is called when a newer version waits. */
  constructor(private readonly told: () => void) {}

  /** Does nothing for a file, on plain http, and in browsers that know of no such thing. */
  start(): void {
    if (location.protocol !== "https:" || !SCRIPT || !("serviceWorker" in navigator)) {
      return;
    }
    linkManifest();
    this.#workbox = new Workbox(ownScript(new URL("sw.js", SCRIPT).href));
    this.#workbox.addEventListener("waiting", () => {
      this.waits = true;
      this.told();
    });
    // A browser that forbids it works as without.
    this.#workbox.register().catch(() => undefined);
  }

  /** Puts the newer version in place; the page starts anew, once it is. */
  apply(): void {
    this.#workbox?.addEventListener("controlling", () => location.reload());
    this.#workbox?.messageSkipWaiting();
  }
}

/** Only where it can be installed: elsewhere the link would be one more request. */
function linkManifest(): void {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = new URL("manifest.webmanifest", SCRIPT).href;
  document.head.append(link);
}
