/** Where the package's own files lie: beside the classic script's folder, or the worker's script. */

import type { PackageFile } from "./place";

/** Asked now: once the script has run, nobody knows where it came from. */
const SCRIPT =
  typeof document !== "undefined" && document.currentScript instanceof HTMLScriptElement
    ? document.currentScript.src
    : self.location.href;

export async function bytesBeside(file: PackageFile): Promise<BufferSource> {
  const { href } = new URL(`../${file}`, SCRIPT);
  const answer = await fetch(href);
  if (!answer.ok) {
    throw new Error(`${href}: ${answer.status}`);
  }
  return answer.arrayBuffer();
}
