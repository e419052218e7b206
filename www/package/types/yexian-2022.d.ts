import type { Campaign } from "./engine/contract.js";
/** The campaign of 叶县 of 2022. */
declare const campaign: Campaign;
export default campaign;
