/** What went wrong, from whatever was thrown. */

import type { ErrorCode } from "./contract";

/** The engine's code; `null` for an error of another kind. */
export function codeOf(error: unknown): ErrorCode | null {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === "string" ? (code as ErrorCode) : null;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
