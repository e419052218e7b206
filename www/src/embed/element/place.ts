/** Where the element's own files lie: beside the module that was imported. */

/** Each address is written out, so that bundlers find them all. */
const FILES: Record<string, () => URL> = {
  "arrears_ledger_drawing.js": () => new URL("./arrears_ledger_drawing.js", import.meta.url),
  "arrears_ledger_en.js": () => new URL("./arrears_ledger_en.js", import.meta.url),
  "arrears_ledger_office.js": () => new URL("./arrears_ledger_office.js", import.meta.url),
  "arrears_ledger_office_bg.wasm": () =>
    new URL("./arrears_ledger_office_bg.wasm", import.meta.url),
  "arrears_ledger_office_twin.js": () =>
    new URL("./arrears_ledger_office_twin.js", import.meta.url),
  "arrears_ledger_quick.js": () => new URL("./arrears_ledger_quick.js", import.meta.url),
  "arrears_ledger_quick_bg.wasm": () => new URL("./arrears_ledger_quick_bg.wasm", import.meta.url),
  "arrears_ledger_views.js": () => new URL("./arrears_ledger_views.js", import.meta.url),
  "arrears_ledger_yexian_2022.js": () =>
    new URL("./arrears_ledger_yexian_2022.js", import.meta.url),
  "office-worker.js": () => new URL("./office-worker.js", import.meta.url),
};

export function addressOf(file: string): string {
  return FILES[file]?.().href ?? file;
}
