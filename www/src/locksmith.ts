/** Drafts under a passphrase: who seals them, how they are locked, how they are opened again. */

import type { Cabinet, OpenedDraft } from "./drafts/cabinet";
import type { Mark } from "./drafts/layout";
import { makeLock, unlock } from "./drafts/lock";
import { browserSealing, type Sealing } from "./drafts/sealing";
import type { Writer } from "./drafts/writer";
import { loadOffice } from "./engine/office";

/** Rounds of a new lock: as many as a clerk will wait for, with the browser's means and with ours. */
const ROUNDS = 600_000;
const OWN_ROUNDS = 150_000;

/** The browser's means where the page is trusted with them; else those of the second module. */
async function sealing(): Promise<Sealing> {
  const own = browserSealing();
  if (own) {
    return own;
  }
  const office = await loadOffice();
  return {
    derive: async (...all) => office.derive(...all),
    seal: async (...all) => office.seal(...all) ?? new Uint8Array(),
    unseal: async (...all) => office.unseal(...all) ?? null,
  };
}

/** A writer that keeps a draft sealed with a passphrase. */
export async function lockedWriter(
  cabinet: Cabinet,
  mark: Mark,
  draft: string,
  passphrase: string,
  label: string,
): Promise<Writer> {
  const rounds = browserSealing() ? ROUNDS : OWN_ROUNDS;
  const { lock, cipher } = await makeLock(await sealing(), mark, passphrase, label, rounds);
  await cabinet.putLock(draft, lock);
  return cabinet.behind(cipher).begin(draft);
}

/** Opens a locked draft. */
export async function openLocked(
  cabinet: Cabinet,
  mark: Mark,
  draft: string,
  passphrase: string,
): Promise<OpenedDraft | "wrong" | "harmed"> {
  const lock = await cabinet.lock(draft);
  if (lock === null || lock === "harmed") {
    return "harmed";
  }
  const cipher = await unlock(await sealing(), mark, lock, passphrase);
  if (!cipher) {
    return "wrong";
  }
  return (await cabinet.behind(cipher).open(draft)) ?? "harmed";
}
