/** Names of drafts: in storage, and as files. */

/** Unique in this browser; says nothing of what is in the draft. */
export function newDraft(): string {
  const chance = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return `${Date.now().toString(36)}${chance.toString(36)}`;
}

export function draftFileName(unit: string, period: string): string {
  return `清欠台账草稿_${[unit, period].filter((part) => part).join("_") || "未命名"}.json`;
}
