/**
 * The glue wasm-bindgen writes (`--target web`), and what the build adds to it; the build script says
 * where it lies.
 */
declare module "arrears_ledger" {
  export const Session: { prototype: import("./session").Handle };
  const init: import("./start").Glue["default"];
  export default init;
  export const startTwin: import("./start").Glue["startTwin"];
}

declare module "arrears_ledger_office" {
  const init: import("./start").Glue["default"];
  export default init;
  export const startTwin: import("./start").Glue["startTwin"];
}
