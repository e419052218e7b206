/** Files in and out: reading with a bound, and handing one to the clerk. */

/** Offers a text, or bytes, as a file. */
export function download(name: string, content: string | Uint8Array): void {
  const type = name.endsWith(".json") ? "application/json" : "text/plain;charset=utf-8";
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Old kernels read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * The bytes of a file, as UTF-8; the caller has looked at its size. Chinese spreadsheets save text
 * in GB 18030: where a sheet is not UTF-8, it is read as that.
 */
export async function bytesOf(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return /\.(csv|tsv|txt)$/i.test(file.name) && !isUtf8(bytes) ? fromGb18030(bytes) : bytes;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What is not that either stays as it is, and the engine says so. */
function fromGb18030(bytes: Uint8Array): Uint8Array {
  try {
    return new TextEncoder().encode(new TextDecoder("gb18030", { fatal: true }).decode(bytes));
  } catch {
    return bytes;
  }
}
