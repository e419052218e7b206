/** The county office's page, for the county of 40 units whose figures are known. */

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { openPage } from "./browser.mjs";

export const COUNTY = fileURLToPath(new URL("../county/", import.meta.url));
export const CAMPAIGN = path.join(COUNTY, "campaign.json");

/** The files a month's units sent in. */
export const filesOf = (month) =>
  readdirSync(path.join(COUNTY, month))
    .sort()
    .map((name) => path.join(COUNTY, month, name));

/**
 * A page that carries the county's campaign, or another, some days after the second month's reports
 * were due.
 */
export function openCounty(campaign = readFileSync(CAMPAIGN, "utf8")) {
  const text = campaign.replace(/</g, "\\u003c");
  const carried = `<script type="application/json" id="arrears-ledger-campaign">${text}</script>`;
  return openPage({
    now: "2022-07-20T10:00:00+08:00",
    edit: (page) => page.replace('<div id="app">', `${carried}<div id="app">`),
  });
}
