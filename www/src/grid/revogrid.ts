/** The grid library, set up for this page: it draws and scrolls; keys and editing are ours. */

import { defineCustomElements } from "@revolist/revogrid/loader";

import type { FieldInfo } from "../engine/contract";
import { isNumber, NARROWEST } from "./columns";
import { measuresAt } from "./measures";

export type Grid = HTMLRevoGridElement;
type Columns = NonNullable<Grid["columns"]>;
type Column = Extract<Columns[number], { prop: unknown }>;

/** The row below all others. */
const TOTALS = "rowPinEnd";

/** What a cell looks like. */
export interface CellLook {
  text: string;
  classes: Record<string, boolean>;
  /** Shown when the mouse rests on it. */
  title: string;
}

/** What a column's heading says beside its name. */
export interface Heading {
  sort: "up" | "down" | null;
  isFiltered: boolean;
  menu: string;
}

/** What the sheet tells the grid about itself. Rows are positions in the order seen. */
export interface Sheet {
  label(field: FieldInfo): string;
  heading(field: FieldInfo): Heading;
  cell(row: number, field: FieldInfo): CellLook;
  number(row: number): CellLook;
  /** Of the row of totals; of its first cell, without a field. */
  total(field?: FieldInfo): string;
  widthOf(field: FieldInfo): number;
}

export function createGrid(sheet: Sheet): Grid {
  void defineCustomElements(window);
  const grid = document.createElement("revo-grid");
  grid.theme = "compact";
  grid.hideAttribution = true;
  // It is seen and not heard: the box in the cell, and the row around it, speak for it.
  grid.accessible = false;
  grid.setAttribute("aria-hidden", "true");
  grid.range = false;
  grid.resize = true;
  grid.readonly = true;
  grid.useClipboard = false;
  grid.canFocus = false;
  grid.canMoveColumns = false;
  grid.canDrag = false;
  grid.filter = false;
  grid.exporting = false;
  grid.frameSize = 2;
  grid.pinnedBottomSource = [{}];
  measure(grid, sheet);
  return grid;
}

/** Takes up the measures of the page as it is printed now. */
export function measure(grid: Grid, sheet: Sheet): void {
  const { row, heading, number } = measuresAt(grid);
  grid.rowSize = row;
  grid.style.setProperty("--revo-grid-header-height", `${heading}px`);
  grid.rowHeaders = {
    prop: "row",
    size: number,
    cellTemplate: (h, { rowIndex, type }) =>
      h("span", {}, type === TOTALS ? sheet.total() : sheet.number(rowIndex).text),
    cellProperties: ({ rowIndex, type }) => {
      if (type === TOTALS) {
        return { class: { "of-totals": true } };
      }
      const look = sheet.number(rowIndex);
      return { class: look.classes, ...(look.title ? { title: look.title } : {}) };
    },
  };
}

export function columnOf(field: FieldInfo, sheet: Sheet, isFrozen: boolean): Column {
  const number = isNumber(field.kind);
  const column: Column = {
    prop: field.key,
    name: sheet.label(field),
    size: sheet.widthOf(field),
    minSize: NARROWEST,
    sortable: false,
    filter: false,
    columnTemplate: (h) => {
      const { sort, isFiltered, menu } = sheet.heading(field);
      const sign = `${isFiltered ? "▼" : ""}${sort === "up" ? "↑" : sort ? "↓" : ""}` || "▾";
      const isOn = sort !== null || isFiltered;
      return [
        h("span", { class: { heading: true }, title: sheet.label(field) }, [
          h("span", {}, sheet.label(field)),
          field.presence === "required" ? h("span", { class: { required: true } }, "*") : h("span"),
        ]),
        h("span", { class: { "heading-menu": true, on: isOn }, title: menu }, sign),
      ];
    },
    columnProperties: () => ({ class: { number } }),
    cellTemplate: (_, { rowIndex, type }) =>
      type === TOTALS ? sheet.total(field) : sheet.cell(rowIndex, field).text,
    cellProperties: ({ rowIndex, type }) => {
      if (type === TOTALS) {
        return { class: { "of-totals": true, number } };
      }
      const look = sheet.cell(rowIndex, field);
      return {
        class: { ...look.classes, number },
        ...(look.title ? { title: look.title } : {}),
      };
    },
  };
  if (isFrozen) {
    column.pin = "colPinStart";
  }
  return column;
}
