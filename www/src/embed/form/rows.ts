/** Debts put into a form from its template, and taken out, for forms that have no script for it. */

import { ENTRY } from "./names";

const TEMPLATE = `template[${ENTRY}]`;
const ADD = "[data-arrears-add]";
const REMOVE = "[data-arrears-remove]";
/** Stands in a template's names and ids for the number of the debt. */
const NUMBER = /__index__/g;

/** Whether the form could be given one more. */
export function addRow(form: HTMLFormElement): HTMLElement | null {
  const template = form.querySelector<HTMLTemplateElement>(TEMPLATE);
  const row = template?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined;
  if (!template || !row) {
    return null;
  }
  if (!row.hasAttribute(ENTRY)) {
    row.setAttribute(ENTRY, "");
  }
  const number = String(nextNumber(form));
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const name of ["name", "id", "for", "aria-labelledby", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value?.includes("__index__")) {
        element.setAttribute(name, value.replace(NUMBER, number));
      }
    }
  }
  form.dataset["arrearsNext"] = String(Number(number) + 1);
  template.before(row);
  return row;
}

/** A number is never given twice, so that an id is one element's only. */
function nextNumber(form: HTMLFormElement): number {
  return Number(form.dataset["arrearsNext"] ?? form.querySelectorAll(`[${ENTRY}]`).length - 1);
}

/** Listens to the buttons that add and take out; answers what ends it. */
export function listenToRows(form: HTMLFormElement): () => void {
  const press = (event: Event) => {
    const target = event.target as Element;
    if (target.closest(ADD)) {
      addRow(form)?.querySelector<HTMLElement>("input, select, textarea")?.focus();
    } else if (target.closest(REMOVE)) {
      target.closest(`[${ENTRY}]`)?.remove();
    }
  };
  form.addEventListener("click", press);
  return () => form.removeEventListener("click", press);
}
