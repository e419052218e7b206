/**
 * The glue wasm-bindgen writes (`--target web`), and what the build adds to it; the build script says
 * where it lies.
 */
declare module "arrears_ledger" {
  type Handle = import("./session").Handle;
  export const Session: { prototype: Handle };
  export function create(campaign: string, today: string): Handle;
  export function open(bytes: Uint8Array, campaign: string, today: string): Handle;
  export function mark(text: string): string;
  export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
  export default function init(options: {
    module_or_path: BufferSource | WebAssembly.Module;
  }): Promise<unknown>;
  export const startTwin: import("./start").Glue["startTwin"];
}

declare module "arrears_ledger_office" {
  const init: import("./start").Glue["default"];
  export default init;
  export const startTwin: import("./start").Glue["startTwin"];
}
