/** What `chromium.mjs` measures where only cells are typed. */

export { cells as measure } from "./measure.mjs";
