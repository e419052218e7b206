/** A consumer's project: an empty folder, with the package in it as npm packs and installs it. */

import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { DIST } from "./browser.mjs";

/** What the page's own packages have, and the network is not asked for. */
const MODULES = new URL("../../www/node_modules/", import.meta.url).pathname;

/** `packages` are linked into the project as if they were installed. */
export async function makeConsumer({ packages = [] } = {}) {
  const folder = await mkdtemp(path.join(os.tmpdir(), "arrears-consumer-"));
  const npm = (...words) =>
    execFileSync("npm", [...words, "--offline", "--no-audit", "--no-fund"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, npm_config_cache: path.join(folder, ".npm") },
    });
  const [packed] = JSON.parse(npm("pack", "--json", path.join(DIST, "npm")));
  await writeFile(
    path.join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  npm("install", `./${packed.filename}`);
  for (const name of packages) {
    await mkdir(path.dirname(path.join(folder, "node_modules", name)), { recursive: true });
    await symlink(path.join(MODULES, name), path.join(folder, "node_modules", name));
  }
  return {
    folder,
    /** What the tarball has, by name. */
    files: packed.files.map(({ path }) => path).sort(),
    package: path.join(folder, "node_modules/arrears-ledger"),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
