/** In the package, this takes the place of the page's `engine/bytes`: nothing is carried in the page. */

import { addressOf } from "./place";

/** The package registers no service worker: the portal has its own, or none. */
export const SCRIPT = "";

/** A thread does not know where the package lies: its module's address goes behind its own. */
export function beside(file: string): string {
  return `${addressOf(file)}#${encodeURIComponent(addressOf("arrears_ledger_office_bg.wasm"))}`;
}

/** The page in one file carries its files in itself; an element does not. */
export function carried(): null {
  return null;
}

export async function moduleBytes(file: string): Promise<ArrayBuffer> {
  const address = addressOf(file);
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.arrayBuffer();
}
