/**
 * What a help desk asks of somebody whose page does not do what it should: the kernel, how the
 * modules run, what a policy forbade, where drafts are kept, the clock, the versions. Facts only; of
 * the ledger, the unit and the clerk it says nothing.
 */

import type { Desk } from "./desk";
import { room } from "./drafts/room";
import { first } from "./engine/load";
import { second } from "./engine/office";
import { quick } from "./engine/quick";
import type { Started } from "./engine/start";
import { today } from "./today";

/** Lines of the report: what is asked, and what the answer is. */
export type Fact = [label: string, answer: string];

/** A browser that does not say within this has nothing to say: Firefox may ask its owner first. */
const PATIENCE_MS = 1_000;
const MIB = 1024 * 1024;

declare global {
  interface Window {
    /** What policies forbade from the very start, kept by `first.ts`. */
    arrearsLedgerForbidden?: string[];
  }
}

export async function diagnose(desk: Desk): Promise<Fact[]> {
  const t = desk.t.diagnosis;
  return [
    [t.version, `${desk.catalogue.version} · ${desk.campaign.id}`],
    [t.page, page(desk)],
    [t.kernel, kernelOf(navigator.userAgent)],
    [t.agent, navigator.userAgent],
    [t.core, running(desk, first)],
    [t.quick, running(desk, quick)],
    [t.office, running(desk, second)],
    [t.policy, (window.arrearsLedgerForbidden ?? []).join("；") || t.nothingForbidden],
    [t.storage, t.storages[desk.drawer.storage]],
    [t.room, roomOf(desk)],
    [t.quota, await quota(desk)],
    [t.persistence, await persistence(desk)],
    [t.clock, clock(desk)],
    [t.screen, screenOf()],
  ];
}

/** As it is copied. */
export function asText(facts: readonly Fact[]): string {
  return facts.map(([label, answer]) => `${label}: ${answer}`).join("\n");
}

/** The engine behind a browser's name, and its version. */
export function kernelOf(agent: string): string {
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(agent);
  const firefox = /Firefox\/(\d+)/.exec(agent);
  const webkit = /AppleWebKit\/([\d.]+)/.exec(agent);
  if (chromium) {
    return `Chromium ${chromium[1]}`;
  }
  return firefox ? `Firefox ${firefox[1]}` : webkit ? `WebKit ${webkit[1]}` : "?";
}

function page(desk: Desk): string {
  const t = desk.t.diagnosis;
  const isFramed = window.parent !== window;
  return [
    location.protocol.replace(":", ""),
    window.isSecureContext ? t.secure : t.notSecure,
    isFramed ? t.framed : "",
    desk.lang,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

function running(desk: Desk, { started }: { started: Started | null }): string {
  const t = desk.t.diagnosis;
  if (!started) {
    return t.notLoaded;
  }
  return started.kind === "wasm" ? "WebAssembly" : `${t.plainScript}（${started.why}）`;
}

function roomOf(desk: Desk): string {
  const t = desk.t.diagnosis;
  const measured = room();
  const used = measured
    ? `${mebibytes(measured.used)} / ${mebibytes(measured.most)} MB`
    : t.unknown;
  return `${used} · ${t.drafts(desk.drawer.drafts.length)}`;
}

async function quota(desk: Desk): Promise<string> {
  const told = await within(() => navigator.storage.estimate());
  return told?.quota === undefined
    ? desk.t.diagnosis.unknown
    : `${mebibytes(told.usage ?? 0)} / ${mebibytes(told.quota)} MB`;
}

async function persistence(desk: Desk): Promise<string> {
  const t = desk.t.diagnosis;
  const told = await within(() => navigator.storage.persisted());
  return told === null ? t.unknown : told ? t.kept : t.mayBeCleared;
}

/** The clock, and whether it stands before the latest save: then it was put back. */
function clock(desk: Desk): string {
  const t = desk.t.diagnosis;
  const now = new Date();
  const offset = -now.getTimezoneOffset() / 60;
  const reads = `${today()} ${now.toTimeString().slice(0, 8)} (UTC${offset < 0 ? "" : "+"}${offset})`;
  const latest = desk.drawer.drafts
    .map((draft) => draft.saved_at)
    .sort()
    .pop();
  if (!latest) {
    return `${reads} · ${t.noSave}`;
  }
  const minutes = Math.round((now.getTime() - Date.parse(latest)) / 60_000);
  return `${reads} · ${minutes < 0 ? t.clockBehind(-minutes) : t.clockAfter(minutes)}`;
}

function screenOf(): string {
  return `${innerWidth} × ${innerHeight} · ${devicePixelRatio}`;
}

function mebibytes(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}

/** `null` where the browser knows no answer. */
async function within<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await Promise.race([
      ask(),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
    ]);
  } catch {
    return null;
  }
}
