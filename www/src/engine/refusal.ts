/** Whether WebAssembly is had here at all. Found by trying: a kernel's name does not say it. */

/** The shortest module there is. */
const NOTHING = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let known: string | null | undefined;

/**
 * Why WebAssembly is refused here, in the browser's own words; `null` where it is not. Tried once:
 * each time a policy that refuses it would tell its owner. So short a module is compiled where it
 * is asked for: to wait for it would be the longest part of starting.
 */
export function refusal(): string | null {
  if (known === undefined) {
    try {
      new WebAssembly.Module(NOTHING);
      known = null;
    } catch (error) {
      known = String(error);
    }
  }
  return known;
}
