/** The browsers the page is promised for: which there are here, and how each is started. */

import path from "node:path";

import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { launchWebKit } from "./webkit.mjs";

const FOLDER = process.env.ARREARS_KERNELS ?? "";

/** Names, and what starts a browser of that name; `options` has the `profile` to go on with. */
export const KERNELS = {
  78: (options) => launchChromium(path.join(FOLDER, "78/chromium"), options),
  86: (options) => launchChromium(path.join(FOLDER, "86/chromium"), options),
  108: (options) => launchChromium(path.join(FOLDER, "108/chromium"), options),
  current: (options) => launchChromium(process.env.CHROMIUM ?? "/usr/bin/chromium", options),
  firefox: (options) => launchFirefox("firefox-esr", options),
  webkit: launchWebKit,
};
