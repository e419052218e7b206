/** The buttons above the grid: rows, undo, what is seen, and what else there is. */

import { html, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import type { Found } from "../grid/arrangement";
import { keysOf, type Command } from "../grid/keys";
import "./exchange";

const FOUND: readonly Found[] = ["all", "open", "error", "warning"];

export function toolbar(
  desk: Desk,
  act: (command: Command | "add" | "undo" | "redo" | "columns") => void,
  isChoosing: boolean,
): TemplateResult {
  const { t, overview } = desk;
  const isRow = desk.spot.row < (overview?.rows ?? 0);
  const off = (is: boolean) => (is ? "false" : "true");
  return html`<div class="toolbar" role="toolbar" aria-label=${t.toolbar}>
    <button @click=${() => act("add")}>${t.addRow}</button>
    <button @click=${() => act("insertRows")} title=${keysOf("insertRows")}>${t.insertRow}</button>
    <button @click=${() => act("duplicateRow")} title=${keysOf("duplicateRow")}>
      ${t.duplicateRow}
    </button>
    <button @click=${() => act("removeRows")} title=${keysOf("removeRows")}>${t.removeRow}</button>
    <span class="toolbar-gap"></span>
    <button @click=${() => act("undo")} aria-disabled=${off(!!overview?.can_undo)} title="Ctrl+Z">
      ${t.undo}
    </button>
    <button @click=${() => act("redo")} aria-disabled=${off(!!overview?.can_redo)} title="Ctrl+Y">
      ${t.redo}
    </button>
    <span class="toolbar-gap"></span>
    <button
      id="open-form"
      title=${keysOf("openForm")}
      aria-disabled=${off(isRow)}
      @click=${() => act("openForm")}
    >
      ${t.openForm}
    </button>
    <button
      id="columns"
      aria-expanded=${isChoosing ? "true" : "false"}
      @click=${() => act("columns")}
    >
      ${t.columns}
    </button>
    <button title=${keysOf("columnMenu")} @click=${() => act("columnMenu")}>
      ${t.grid.sortAndFilter}
    </button>
    <button title=${keysOf("find")} @click=${() => act("find")}>${t.grid.find}</button>
    <label class="toolbar-found"
      >${t.grid.show}
      <select
        id="found"
        @change=${(event: Event) =>
          desk.arrangement.show((event.target as HTMLSelectElement).value as Found)}
      >
        ${FOUND.map(
          (found) =>
            html`<option value=${found} .selected=${desk.arrangement.found === found}>
              ${t.grid.found[found]}
            </option>`,
        )}
      </select></label
    >
    <button title=${keysOf("nextFinding")} @click=${() => act("nextFinding")}>
      ${t.grid.nextFinding}
    </button>
    <span class="toolbar-gap"></span>
    <al-exchange .desk=${desk} both></al-exchange>
    <button title=${keysOf("keys")} @click=${() => act("keys")}>${t.grid.keysTitle}</button>
  </div>`;
}
