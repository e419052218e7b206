/** Where the element's own files lie: in the folder above the classic script's. */

/** Asked now: once the script has run, nobody knows where it came from. */
const SCRIPT =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript.src
    : document.baseURI;

export function addressOf(file: string): string {
  return new URL(`../${file}`, SCRIPT).href;
}
