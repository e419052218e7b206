/**
 * The service worker of portals: keeps the page's own files, so that it opens without a network.
 * A newer one waits until every window of the old page is closed, or until the clerk says so.
 */

import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

interface Kept {
  url: string;
  /** Of the file's bytes: what did not change is not fetched again. */
  revision: string;
}

/** Every file of the page but the twins; written in by the build. */
declare const KEPT: Kept[];
/** The modules' twins: large, and for most pages nothing. */
declare const TWINS: Kept[];

interface Activation extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Worker {
  location: { href: string };
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  addEventListener(type: "activate", listener: (event: Activation) => void): void;
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;

precacheAndRoute(KEPT, { directoryIndex: "index.html" });
cleanupOutdatedCaches();

/** A twin is kept when a page has asked for it, as long as it is of this version. */
const PREFIX = "arrears-ledger-twins-";
const cacheName = PREFIX + TWINS.map(({ revision }) => revision).join("-");
const addresses = TWINS.map(({ url }) => new URL(url, worker.location.href).href);
registerRoute(({ url }) => addresses.includes(url.href), new CacheFirst({ cacheName }));

worker.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(PREFIX) && name !== cacheName);
  await Promise.all(older.map((name) => caches.delete(name)));
}

worker.addEventListener("message", (event) => {
  if ((event.data as { type?: string } | null)?.type === "SKIP_WAITING") {
    void worker.skipWaiting();
  }
});
