/** A module's bytes: out of the page itself where it is one file, else from beside the script. */

/** Where this script came from; `null` for the one-file page, whose script is inline. */
export const SCRIPT =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

/** The address of a file beside the script; `null` for the one-file page, which has none. */
export function beside(file: string): string | null {
  return SCRIPT ? new URL(file, SCRIPT).href : null;
}

/** `inline` is the element that carries the bytes in base64; it is needed once. */
export async function moduleBytes(file: string, inline: string): Promise<BufferSource> {
  const carried = document.getElementById(inline);
  if (!carried) {
    return fetchBytes(file);
  }
  const bytes = decode(carried.textContent ?? "");
  carried.remove();
  return bytes;
}

/** The bytes are compiled, not streamed: portals often serve `.wasm` with a type of their own. */
async function fetchBytes(file: string): Promise<ArrayBuffer> {
  const answer = await fetch(new URL(file, SCRIPT || document.baseURI).href);
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
