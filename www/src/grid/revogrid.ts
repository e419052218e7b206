/** The grid library, set up for this page: it draws and scrolls; keys and editing are ours. */

import { defineCustomElements } from "@revolist/revogrid/loader";

import type { FieldInfo } from "../engine/contract";
import { FROZEN, isNumber } from "./columns";

export type Grid = HTMLRevoGridElement;
type Columns = NonNullable<Grid["columns"]>;
type Column = Extract<Columns[number], { prop: unknown }>;

export const ROW_HEIGHT = 32;

/** What a cell looks like. */
export interface CellLook {
  text: string;
  classes: Record<string, boolean>;
  /** Shown when the mouse rests on it. */
  title: string;
}

/** What the sheet tells the grid about itself. */
export interface Sheet {
  label(field: FieldInfo): string;
  cell(row: number, field: FieldInfo): CellLook;
  number(row: number): CellLook;
  widthOf(field: FieldInfo): number;
}

export function createGrid(sheet: Sheet): Grid {
  void defineCustomElements(window);
  const grid = document.createElement("revo-grid");
  grid.theme = "compact";
  grid.hideAttribution = true;
  // Its roles do not add up to a grid, and it would take the focus: the box speaks for each cell.
  grid.accessible = false;
  grid.range = true;
  grid.resize = true;
  grid.readonly = true;
  grid.useClipboard = false;
  grid.canFocus = true;
  grid.canMoveColumns = false;
  grid.canDrag = false;
  grid.filter = false;
  grid.exporting = false;
  grid.rowSize = ROW_HEIGHT;
  grid.frameSize = 4;
  grid.rowHeaders = {
    prop: "row",
    size: 52,
    cellTemplate: (h, { rowIndex }) => h("span", {}, sheet.number(rowIndex).text),
    cellProperties: ({ rowIndex }) => {
      const look = sheet.number(rowIndex);
      return { class: look.classes, ...(look.title ? { title: look.title } : {}) };
    },
  };
  return grid;
}

export function columnOf(field: FieldInfo, sheet: Sheet): Column {
  const column: Column = {
    prop: field.key,
    name: sheet.label(field),
    size: sheet.widthOf(field),
    minSize: 48,
    sortable: false,
    filter: false,
    columnTemplate: (h) => [
      sheet.label(field),
      field.presence === "required" ? h("span", { class: { required: true } }, "*") : "",
    ],
    columnProperties: () => ({ class: { number: isNumber(field.kind) } }),
    cellTemplate: (_, { rowIndex }) => sheet.cell(rowIndex, field).text,
    cellProperties: ({ rowIndex }) => {
      const look = sheet.cell(rowIndex, field);
      return {
        class: { ...look.classes, number: isNumber(field.kind) },
        ...(look.title ? { title: look.title } : {}),
      };
    },
  };
  if (FROZEN.includes(field.key)) {
    column.pin = "colPinStart";
  }
  return column;
}
