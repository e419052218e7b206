/** Runs one of the page's own classic scripts, which leaves something behind under its name. */

import { beside, carried } from "./bytes";
import { left, runScript } from "./own_script";

/** What the script `<name>.js` leaves behind. Rejects where it cannot be had. */
export async function leftBy<T>(name: string): Promise<T> {
  const file = `${name}.js`;
  const address = beside(file);
  if (address === null) {
    runText(carried(file) ?? "");
  } else {
    await runScript(address);
  }
  return left(name);
}

function runText(text: string): void {
  const script = document.createElement("script");
  script.text = text;
  document.head.append(script);
}
