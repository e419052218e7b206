import type { Catalogue } from "./engine/contract.js";
/** Every field, rule and limit, with their words in both languages. */
declare const catalogue: Catalogue;
export default catalogue;
