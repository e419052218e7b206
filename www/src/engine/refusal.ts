/** Whether WebAssembly is had here at all. Found by trying: a kernel's name does not say it. */

/** The shortest module there is. */
const NOTHING = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

let asked: Promise<string | null> | null = null;

/**
 * Why WebAssembly is refused here, in the browser's own words; `null` where it is not. Tried once:
 * each time a policy that refuses it would tell its owner.
 */
export function refusal(): Promise<string | null> {
  asked ??= attempt();
  return asked;
}

async function attempt(): Promise<string | null> {
  try {
    await WebAssembly.compile(NOTHING);
    return null;
  } catch (error) {
    return String(error);
  }
}
