/**
 * The second module in a thread of its own, so that the page stays quick while it works: a call comes
 * in as a message and is answered with one.
 */

import * as glue from "arrears_ledger_office";

import { Module } from "./start";

export interface Call {
  name: string;
  args: unknown[];
}

export type Reply =
  { ok: true; value: unknown } | { ok: false; code: string; message: string; words: unknown };

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Call>) => void;
  postMessage(reply: Reply | "ready"): void;
};

const ready = new Module(glue, "arrears_ledger_office").start();

scope.onmessage = ({ data }) => void answerTo(data);

async function answerTo({ name, args }: Call): Promise<void> {
  try {
    await ready.catch((error: unknown) => {
      throw Object.assign(new Error(String(error)), { code: "office_missing" });
    });
    const call = (glue as unknown as Record<string, (...args: unknown[]) => unknown>)[name];
    scope.postMessage({ ok: true, value: call?.(...args) });
  } catch (error) {
    const { code, message, words } = error as { code?: string; message: string; words?: unknown };
    // A module that stopped short is of no more use: whoever called throws the thread away.
    scope.postMessage({ ok: false, code: code ?? "office_fault", message, words });
  }
}
