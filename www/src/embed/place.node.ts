/** Where the package's own files lie, for Node.js, whose `fetch` reads no files. */

import { readFile } from "node:fs/promises";

import type { PackageFile } from "./place";

export async function bytesBeside(file: PackageFile): Promise<BufferSource> {
  const bytes = await readFile(new URL(`./${file}`, import.meta.url));
  return new Uint8Array(bytes);
}
