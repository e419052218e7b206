/** The glue wasm-bindgen writes (`--target web`); the build script says where it lies. */
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
}

declare module "arrears_ledger_office" {
  export default function init(options: {
    module_or_path: BufferSource | WebAssembly.Module;
  }): Promise<unknown>;
}
