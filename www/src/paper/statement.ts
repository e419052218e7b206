/** A statement of interest on paper. */

import type { Desk } from "../desk";
import type { Printed } from "../engine/office/planning";
import { make, Sheets } from "./pages";
import { print } from "./paper";

export function printStatement(desk: Desk, page: Printed): void {
  const { t } = desk;
  print((paper) => {
    const sheets = new Sheets(paper, () => {
      const foot = make(
        "footer",
        "sheet-foot",
        make("span", "", desk.overview?.unit_name ?? ""),
        make("span", "sheet-number"),
      );
      const title = make("h1", "", desk.say(page.title));
      return make("section", "sheet", title, make("div", "sheet-body"), foot);
    });
    for (const part of page.parts) {
      if ("facts" in part) {
        const facts = part.facts.map(([name, fact]) =>
          make("span", "", t.colon(desk.say(name)), desk.say(fact)),
        );
        sheets.add(make("p", "sheet-facts", ...facts));
      } else if ("rows" in part) {
        sheets.table({
          caption: desk.say(part.heading),
          columns: part.columns.map((name, at) => ({
            label: desk.say(name),
            look: part.figures <= at ? "figure" : "",
          })),
          rows: part.rows.map((row) => row.map((cell) => desk.say(cell))),
          goesOn: t.paperGoesOn,
        });
      } else {
        for (const remark of part.remarks) {
          sheets.add(make("p", "sheet-remark", desk.say(remark)));
        }
      }
    }
    sheets.number(t.paperPage);
  });
}
