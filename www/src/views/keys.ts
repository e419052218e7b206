/** The table of keys. */

import { html, type TemplateResult } from "lit";

import type { Desk } from "../desk";
import { SHORTCUTS, type KeyGroup } from "../grid/keys";

const GROUPS: readonly KeyGroup[] = ["move", "select", "type", "blocks", "rows", "look"];

export function keysTable(desk: Desk): TemplateResult {
  const { t } = desk;
  return html`<div class="keys" role="region" aria-label=${t.grid.keysTitle} tabindex="0">
    ${GROUPS.map(
      (group) =>
        html`<table>
          <caption>
            ${t.grid.keyGroups[group]}
          </caption>
          <tbody>
            ${SHORTCUTS.filter((shortcut) => shortcut.group === group).map(
              ({ name, keys }) =>
                html`<tr>
                  <th scope="row">
                    ${keys.map((key, index) => html`${index ? "  " : ""}<kbd>${key}</kbd>`)}
                  </th>
                  <td>${t.grid.keys[name]}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
    )}
  </div>`;
}
