/** The glue wasm-bindgen writes (`--target web`); the build script says where it lies. */
declare module "arrears_ledger" {
  export const Session: { prototype: import("./session").Handle };
  export default function init(options: { module_or_path: BufferSource }): Promise<unknown>;
}

declare module "arrears_ledger_office" {
  export default function init(options: {
    module_or_path: BufferSource | WebAssembly.Module;
  }): Promise<unknown>;
}
