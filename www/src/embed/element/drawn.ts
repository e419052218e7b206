/** A view within a shadow: its style, its keys, its focus. */

import { html, nothing, render, type TemplateResult } from "lit";

import { attend } from "../../attend";
import type { Desk } from "../../desk";
import { keepFocus } from "../../focus";
import type { Owned } from "./owned";
import { style } from "./style";

/** The element that everything of a shadow is drawn in; the shadow is made when first asked for. */
export function topOf(host: HTMLElement): HTMLElement {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const known = root.querySelector<HTMLElement>(".al-top");
  if (known) {
    return known;
  }
  style(root);
  const top = document.createElement("div");
  top.className = "al-top";
  top.setAttribute("part", "top");
  root.append(top);
  return top;
}

/** Draws a view of a desk, until the answer is called. */
export function draw(host: HTMLElement, owned: Owned, view: TemplateResult): () => void {
  const { desk, stage } = owned;
  const top = topOf(host);
  const ends = [stage.add(top), attend(desk, top), keepFocus(top)];
  render(view, top);
  return () => {
    // What is being typed goes into the ledger when its view goes.
    render(nothing, top);
    ends.forEach((end) => end());
  };
}

/** What every shadow with fields needs beside them. */
export function reasons({ campaign }: Desk): TemplateResult {
  return html`<datalist id="reasons">
    ${campaign.reasons?.map((reason) => html`<option value=${reason}></option>`)}
  </datalist>`;
}
