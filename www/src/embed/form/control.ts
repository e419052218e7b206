/** What stands in controls, as the text a cell takes; and a cell's text, put into controls. */

import { BETWEEN, wordsOf } from "../../several";

export type Control =
  HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | HTMLOutputElement;

/** How the engine prints what a control hands in: a code becomes its word. */
export type Printed = (value: string) => string;

const YES = "是";
const NO = "否";

/** The cell's text; `null` where the controls only show. */
export function textIn(controls: readonly Control[]): string | null {
  const [first] = controls;
  if (!first || first instanceof HTMLOutputElement) {
    return null;
  }
  if (isBox(first)) {
    const boxes = controls.filter(isBox);
    return isFlag(boxes) ? (first.checked ? YES : NO) : joined(boxes.filter((box) => box.checked));
  }
  if (isRadio(first)) {
    return controls.filter(isRadio).find((radio) => radio.checked)?.value ?? "";
  }
  if (first instanceof HTMLSelectElement && first.multiple) {
    return joined([...first.selectedOptions]);
  }
  return first.value;
}

/**
 * Shows a cell's text. What no option stands for leaves a list without a choice. The portal's own
 * script is told by the events that typing makes.
 */
export function putIn(controls: readonly Control[], text: string, printed: Printed): void {
  const [first] = controls;
  if (!first) {
    return;
  }
  put(first, controls, text, printed);
  for (const control of controls) {
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function put(first: Control, controls: readonly Control[], text: string, printed: Printed): void {
  if (isBox(first)) {
    const boxes = controls.filter(isBox);
    if (isFlag(boxes)) {
      first.checked = text === YES;
    } else {
      mark(boxes, text, printed, (box, isOn) => (box.checked = isOn));
    }
  } else if (isRadio(first)) {
    for (const radio of controls.filter(isRadio)) {
      radio.checked = stands(radio.value, text, printed);
    }
  } else if (first instanceof HTMLSelectElement) {
    choose(first, text, printed);
  } else {
    setValue(first, text);
  }
}

/** Past what a framework has put over `value`, which would take the event for old news. */
function setValue(control: Control, text: string): void {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value");
  own?.set?.call(control, text);
}

function choose(select: HTMLSelectElement, text: string, printed: Printed): void {
  const options = [...select.options];
  if (select.multiple) {
    mark(options, text, printed, (option, isOn) => (option.selected = isOn));
  } else {
    select.selectedIndex = options.findIndex((option) => stands(option.value, text, printed));
  }
}

function mark<T extends { value: string }>(
  options: readonly T[],
  text: string,
  printed: Printed,
  set: (option: T, isOn: boolean) => void,
): void {
  const words = options.map(({ value }) => ({ code: value, zh: printed(value), en: value }));
  const codes = wordsOf(text, words).known.map(({ code }) => code);
  for (const option of options) {
    set(option, codes.includes(option.value));
  }
}

function stands(value: string, text: string, printed: Printed): boolean {
  return value === text || (value !== "" && text !== "" && printed(value) === text);
}

function joined(options: readonly { value: string }[]): string {
  return options.map(({ value }) => value).join(BETWEEN);
}

/** One box that says nothing of its own value is a yes or a no. */
function isFlag(boxes: readonly HTMLInputElement[]): boolean {
  return boxes.length === 1 && !boxes[0]?.hasAttribute("value");
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === "checkbox";
}

function isRadio(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && control.type === "radio";
}
