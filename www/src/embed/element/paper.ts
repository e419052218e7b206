/** What is printed of an element: the paper alone, in a shadow of its own, and nothing of the page. */

import { layBy } from "../../paper/paper";
import { made, style } from "./style";

const PAGE = `
@page { size: A4 landscape; margin: 0; }
@media print {
  body.arrears-on-paper { margin: 0 !important; background: #fff !important; }
  body.arrears-on-paper > :not(.arrears-paper) { display: none !important; }
}
@media screen { .arrears-paper { position: absolute; visibility: hidden; } }`;

/** Has papers of all elements lie in the page's body, while they are printed. */
export function layPapers(): void {
  layBy(() => {
    const host = document.createElement("div");
    host.className = "arrears-paper";
    const root = host.attachShadow({ mode: "open" });
    style(root);
    const paper = document.createElement("div");
    paper.id = "paper";
    const top = document.createElement("div");
    top.className = "al-top";
    top.append(paper);
    root.append(top);
    const sheet = made(PAGE);
    if (sheet) {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
    document.body.append(host);
    document.body.classList.add("arrears-on-paper");
    return {
      paper,
      clear() {
        host.remove();
        document.body.classList.remove("arrears-on-paper");
        document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter(
          (one) => one !== sheet,
        );
      },
    };
  });
}
