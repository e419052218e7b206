/**
 * The service worker of portals: keeps the page's own files, so that it opens without a network.
 * A newer one waits until every window of the old page is closed, or until the clerk says so.
 */

import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

interface Kept {
  url: string;
  /** Of the file's bytes: what did not change is not fetched again. */
  revision: string;
}

/** Every file of the page; written in by the build. */
declare const KEPT: Kept[];

interface Worker {
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;

precacheAndRoute(KEPT, { directoryIndex: "index.html" });
cleanupOutdatedCaches();

worker.addEventListener("message", (event) => {
  if ((event.data as { type?: string } | null)?.type === "SKIP_WAITING") {
    void worker.skipWaiting();
  }
});
