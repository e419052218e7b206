/**
 * The grid's keys, each declared once: what is pressed, and what it does. The page's table of keys
 * is written from this one. Keys that move are many and regular: they are listed for the table, and
 * acted on by `hand.ts`; those within a cell being typed in by `editor.ts`.
 */

export type KeyGroup = "move" | "select" | "type" | "blocks" | "rows" | "look";

/** What the sheet does when a key is pressed while nothing is being typed. */
const COMMANDS = {
  nextFinding: ["move", "F8"],
  previousFinding: ["move", "Shift+F8"],
  leave: ["move", "Escape"],

  selectRows: ["select", "Shift+Space"],
  selectColumns: ["select", "Ctrl+Space"],
  selectAll: ["select", "Ctrl+A"],

  fillDown: ["blocks", "Ctrl+D"],
  fillRight: ["blocks", "Ctrl+R"],

  // Ctrl with plus and minus stay with the browser, which makes the page larger and smaller.
  insertRows: ["rows", "Insert"],
  removeRows: ["rows", "Ctrl+Delete"],
  duplicateRow: ["rows", "Ctrl+Shift+D"],
  openForm: ["rows", "Ctrl+Enter"],

  find: ["look", "Ctrl+F"],
  findNext: ["look", "F3"],
  findPrevious: ["look", "Shift+F3"],
  columnMenu: ["look", "Ctrl+Shift+L"],
  arrangeAgain: ["look", "Ctrl+Alt+L"],
  clearArrangement: ["look", "Ctrl+Alt+C"],
  keys: ["look", "F1"],
} as const;

/** What is done elsewhere, and only listed here. */
const LISTED = {
  arrows: ["move", "↑ ↓ ← →"],
  edges: ["move", "Ctrl+↑ ↓ ← →"],
  home: ["move", "Home", "End"],
  corners: ["move", "Ctrl+Home", "Ctrl+End"],
  pages: ["move", "PageUp", "PageDown"],
  tab: ["move", "Tab", "Shift+Tab"],
  enter: ["move", "Enter", "Shift+Enter"],

  extend: ["select", "Shift+↑ ↓ ← →", "Ctrl+Shift+↑ ↓ ← →"],

  typeOver: ["type", "A … Z"],
  edit: ["type", "F2"],
  list: ["type", "Alt+↓"],
  confirm: ["type", "Enter", "Tab"],
  cancel: ["type", "Escape"],
  newLine: ["type", "Alt+Enter"],
  fillSelection: ["type", "Ctrl+Enter"],

  copy: ["blocks", "Ctrl+C"],
  cut: ["blocks", "Ctrl+X"],
  paste: ["blocks", "Ctrl+V"],
  clear: ["blocks", "Delete"],
  undo: ["blocks", "Ctrl+Z"],
  redo: ["blocks", "Ctrl+Y", "Ctrl+Shift+Z"],
} as const;

export type Command = keyof typeof COMMANDS;
export type KeyName = Command | keyof typeof LISTED;

export interface Shortcut {
  name: KeyName;
  group: KeyGroup;
  /** As written on the keyboard; several that do the same. */
  keys: readonly string[];
}

/** All keys, those that move before those that find their way. */
export const SHORTCUTS: readonly Shortcut[] = [...listed(LISTED), ...listed(COMMANDS)];

function listed(table: Record<string, readonly [KeyGroup, ...string[]]>): Shortcut[] {
  return Object.entries(table).map(([name, [group, ...keys]]) => ({
    name: name as KeyName,
    group,
    keys,
  }));
}

const byKeys = new Map(
  (Object.keys(COMMANDS) as Command[]).map((name) => [COMMANDS[name][1] as string, name]),
);

/** What a key does; `undefined` for those that move or type. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  return byKeys.get(pressed(event));
}

/** The keys of a command, as they are written. */
export function keysOf(command: Command): string {
  return COMMANDS[command][1];
}

/** Ctrl, or the key that stands for it, in the order of the table. */
function pressed(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key;
  return [
    event.ctrlKey || event.metaKey ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey ? "Shift" : "",
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join("+");
}
