/** Runs classic scripts of our own, in a page and in a worker. */

import { ownScript } from "../trusted";

/** Runs the script at an address. Rejects where it cannot be had. */
export async function runScript(address: string): Promise<void> {
  if (typeof document === "undefined") {
    (self as unknown as { importScripts(url: string): void }).importScripts(ownScript(address));
    return;
  }
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    script.src = ownScript(address);
    document.head.append(script);
  });
}

/** What the script `<name>.js` left behind under its name. */
export function left<T>(name: string): T {
  const value = (self as unknown as Record<string, T | undefined>)[name];
  if (!value) {
    throw new Error(`${name}.js: -`);
  }
  return value;
}
