/** What is wrong, beside the controls: for eyes, for screen readers, and for the browser's own check. */

import type { Finding, Lang } from "../../engine/contract";
import type { Control } from "./control";
import type { Spot } from "./layout";
import { ENTRY } from "./names";

/** An element that the portal keeps for the messages of a field, by the field's key. */
const MESSAGE = "data-arrears-message";

let made = 0;

export class Messages {
  readonly #elements = new Map<Control, HTMLElement>();
  /** Those that the binding put into the form, and takes out again. */
  readonly #own = new Set<HTMLElement>();

  /** `shown` is whether the clerk is told yet; the browser's check always knows. */
  tell(spot: Spot, findings: readonly Finding[], shown: boolean, lang: Lang): void {
    const [first] = spot.controls;
    if (!first) {
      return;
    }
    const blocking = findings.filter(isOpen);
    const grave = blocking.find(({ severity }) => severity === "error") ?? blocking[0];
    first.setCustomValidity(grave?.message[lang] ?? "");
    const said = shown ? findings.filter(({ reason }) => reason === null) : [];
    const isWrong = said.some(({ severity }) => severity === "error");
    for (const control of spot.controls) {
      attribute(control, "aria-invalid", isWrong ? "true" : null);
    }
    if (said.length !== 0 || this.#elements.has(first)) {
      this.#say(spot, said, lang);
    }
  }

  #say(spot: Spot, said: readonly Finding[], lang: Lang): void {
    const element = this.#elementOf(spot);
    const text = said.map(({ message }) => message[lang]).join("；");
    if (element.textContent !== text) {
      element.textContent = text;
      element.hidden = text === "";
      element.dataset["severity"] = said[0]?.severity ?? "";
    }
    spot.controls.forEach((control) => describe(control, element.id, text !== ""));
  }

  #elementOf({ place, controls }: Spot): HTMLElement {
    const first = controls[0] as Control;
    const known = this.#elements.get(first);
    if (known?.isConnected) {
      return known;
    }
    const within = first.closest(`[${ENTRY}]`) ?? first.form;
    const kept = [...(within?.querySelectorAll<HTMLElement>(`[${MESSAGE}]`) ?? [])];
    const element =
      kept.find((one) => one.getAttribute(MESSAGE) === (first.name || place.field)) ??
      kept.find((one) => one.getAttribute(MESSAGE) === place.field) ??
      this.#make(controls[controls.length - 1] as Control);
    if (!element.id) {
      made += 1;
      element.id = `arrears-message-${made}`;
    }
    this.#elements.set(first, element);
    return element;
  }

  /** Behind the control, or behind its label where that holds it. */
  #make(last: Control): HTMLElement {
    const element = last.ownerDocument.createElement("span");
    element.className = "arrears-message";
    (last.closest("label") ?? last).after(element);
    this.#own.add(element);
    return element;
  }

  clear(): void {
    for (const [control, element] of this.#elements) {
      describe(control, element.id, false);
      element.textContent = "";
    }
    this.#own.forEach((element) => element.remove());
    this.#elements.clear();
  }
}

/** Somebody still has to do something about it. */
export function isOpen({ severity, reason }: Finding): boolean {
  return severity !== "notice" && reason === null;
}

export function attribute(element: Element, name: string, value: string | null): void {
  if (value === null) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
}

/** What the portal describes the control by stays. */
function describe(control: Control, id: string, isOn: boolean): void {
  const ids = (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean);
  const others = ids.filter((other) => other !== id);
  const all = isOn ? [...others, id] : others;
  attribute(control, "aria-describedby", all.length === 0 ? null : all.join(" "));
}
