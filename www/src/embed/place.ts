/** Where the package's own files lie: beside the module that was imported. */

/** The address of a file of the package. Each is written out, so that bundlers find them all. */
const FILES = {
  "arrears_ledger_bg.wasm": () => new URL("./arrears_ledger_bg.wasm", import.meta.url),
};

export type PackageFile = keyof typeof FILES;

export async function bytesBeside(file: PackageFile): Promise<BufferSource> {
  const { href } = FILES[file]();
  const answer = await fetch(href);
  if (!answer.ok) {
    throw new Error(`${href}: ${answer.status}`);
  }
  return answer.arrayBuffer();
}
