/**
 * Writes `portal-api.md` from the declarations of the built package.
 *
 *     node reference.mjs DIR            prints it
 *     node reference.mjs DIR --write    writes it
 *
 * `DIR` is the package, `dist/npm`.
 */

import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The parts of the reference: what each is called, and the declarations it is made of. */
const PARTS = [
  ["arrears-ledger", ["embed/index.d.ts", "embed/session.d.ts"]],
  ["arrears-ledger/form", ["embed/form.d.ts", "embed/form/events.d.ts", "embed/form/drafts.d.ts"]],
  ["arrears-ledger/element", ["element.d.ts", "embed/element/public.d.ts", "embed/prefill.d.ts"]],
  ["What is answered", ["engine/contract.d.ts", "step.d.ts"]],
  ["Keys and codes", ["engine/crate/keys.d.ts"]],
];

const OPENING = `# arrears-ledger for portals: all that can be called

Written from the declarations, and never by hand: \`node www/reference.mjs dist/npm --write\`.
How it is used is in [portal.md](portal.md).
`;

export async function reference(folder) {
  const parts = PARTS.map(async ([name, files]) => {
    const texts = files.map((file) => readFile(path.join(folder, "types", file), "utf8"));
    const blocks = (await Promise.all(texts)).map(
      (text) => `\`\`\`ts\n${declared(text)}\n\`\`\`\n`,
    );
    return [`## ${name}\n`, ...blocks].join("\n");
  });
  return [OPENING, ...(await Promise.all(parts))].join("\n");
}

/** Without what only the compiler needs: imports, and what is passed on from other files. */
function declared(text) {
  return text
    .replace(/^import [^;]*;\n/gm, "")
    .replace(/^export (?:type )?(?:\*|\{[^}]*\})(?: from "[^"]*")?;\n/gm, "")
    .trim();
}

const [folder, write] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await reference(folder);
  if (write === "--write") {
    await writeFile(new URL("portal-api.md", import.meta.url), text);
  } else {
    process.stdout.write(text);
  }
}
