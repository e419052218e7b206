/** Runs one of the page's own classic scripts, which leaves something behind under its name. */

import { ownScript } from "../trusted";
import { beside, carried } from "./bytes";

/** What the script `<name>.js` leaves behind. Rejects where it cannot be had. */
export async function leftBy<T>(name: string): Promise<T> {
  const file = `${name}.js`;
  await run(file);
  const left = (self as unknown as Record<string, T | undefined>)[name];
  if (!left) {
    throw new Error(`${file}: -`);
  }
  return left;
}

function run(file: string): Promise<void> {
  const address = beside(file);
  if (typeof document === "undefined") {
    (self as unknown as { importScripts(url: string): void }).importScripts(
      ownScript(address ?? ""),
    );
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    if (address === null) {
      script.text = carried(file) ?? "";
      document.head.append(script);
      resolve();
      return;
    }
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(file));
    script.src = ownScript(address);
    document.head.append(script);
  });
}
