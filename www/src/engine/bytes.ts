/** The page's other files: out of the page itself where it is one file, else from beside the script. */

/** Where this script came from; empty for the one-file page, whose script is inline. */
export const SCRIPT = address();

function address(): string {
  if (typeof document === "undefined") {
    return self.location.href;
  }
  return document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";
}

/** A thread is told behind its own address where its module lies, unless that is beside it. */
const TOLD = typeof document === "undefined" ? decodeURIComponent(self.location.hash.slice(1)) : "";

/** The address of a file beside the script; `null` for the one-file page, which has none. */
export function beside(file: string): string | null {
  return SCRIPT ? new URL(file, SCRIPT).href : null;
}

/**
 * What the one-file page carries of a file, under the file's name; `null` on a served page. It is
 * handed out once: a copy in the page would be memory for nothing.
 */
export function carried(file: string): string | null {
  const element = SCRIPT ? null : document.getElementById(file);
  element?.remove();
  return element ? (element.textContent ?? "") : null;
}

/**
 * A module's bytes. They are fetched whole and not compiled while they come: portals often serve
 * `.wasm` with a type of their own, which that would refuse.
 */
export async function moduleBytes(file: string): Promise<BufferSource> {
  const text = carried(file);
  return text === null ? fetchBytes(file) : decode(text);
}

async function fetchBytes(file: string): Promise<ArrayBuffer> {
  const answer = await fetch(TOLD || (beside(file) ?? file));
  if (!answer.ok) {
    throw new Error(`${file}: ${answer.status}`);
  }
  return answer.arrayBuffer();
}

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64.trim());
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) {
    bytes[index] = binary.charCodeAt(index);
  }
  return bytes;
}
