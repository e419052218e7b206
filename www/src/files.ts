/** Files in and out: reading with a bound, and handing one to the clerk. */

/** Offers a text, or bytes, as a file. */
export function download(name: string, content: string | Uint8Array): void {
  offer(name, content as BlobPart, typeOf(name));
}

function typeOf(name: string): string {
  if (name.endsWith(".json")) {
    return "application/json";
  }
  return name.endsWith(".xlsx")
    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    : "text/plain;charset=utf-8";
}

function offer(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
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
 * The bytes of a file, those of text as UTF-8; the caller has looked at its size. Chinese
 * spreadsheets save text in GB 18030: where a sheet is not UTF-8, it is read as that.
 */
export async function bytesOf(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return /\.(csv|tsv|txt)$/i.test(file.name) && !isUtf8(bytes) ? fromOther(bytes) : bytes;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * From what spreadsheets call Unicode text, which begins with its mark, or from GB 18030. What is
 * neither stays as it is, and the engine says so.
 */
function fromOther(bytes: Uint8Array): Uint8Array {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "gb18030";
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return bytes;
  }
}
