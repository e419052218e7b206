/** In the package, this takes the place of the page's `locale/county`: an element has no county office. */

import type { countyZh as Words } from "../../locale/county";

export const countyZh = {} as typeof Words;
