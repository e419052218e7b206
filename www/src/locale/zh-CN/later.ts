/** The words of the views that come later (`views/later_script.ts`), which nothing else says. */

import { paper } from "./paper";
import { plan } from "./plan";

export const later = { ...paper, ...plan };

export type LaterWords = typeof later;
