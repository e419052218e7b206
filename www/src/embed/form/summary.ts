/** The list of what is left to do, above the form: each a link to its control. */

import type { Finding, Lang } from "../../engine/contract";
import type { Control } from "./control";
import { isOpen } from "./messages";
import { wordsIn } from "./words";

export interface Told {
  finding: Finding;
  /** Where it is mended; `null` where the form has no control for it. */
  control: Control | null;
}

export class Summary {
  /** `confirm` is asked to confirm a warning with a reason. */
  constructor(
    private readonly element: HTMLElement,
    private readonly lang: Lang,
    private readonly confirm: (finding: Finding, reason: string) => void,
  ) {}

  show(told: readonly Told[]): void {
    const { element, lang } = this;
    const hadFocus = element.contains(element.ownerDocument.activeElement);
    const open = told.filter(({ finding }) => isOpen(finding));
    element.textContent = "";
    element.hidden = open.length === 0;
    if (open.length === 0) {
      return;
    }
    const errors = open.filter(({ finding }) => finding.severity === "error").length;
    const title = this.#make("p", "arrears-summary-title");
    title.textContent = wordsIn(lang).summary(errors, open.length - errors);
    title.tabIndex = -1;
    const list = this.#make("ul", "arrears-summary-list");
    list.append(...open.map((one) => this.#item(one)));
    element.append(title, list);
    if (hadFocus) {
      title.focus();
    }
  }

  focus(): void {
    this.element.querySelector<HTMLElement>("[tabindex]")?.focus();
  }

  clear(): void {
    this.element.textContent = "";
    this.element.hidden = true;
  }

  #item({ finding, control }: Told): HTMLElement {
    const item = this.#make("li", `arrears-summary-${finding.severity}`);
    item.dataset["code"] = finding.code;
    item.append(this.#sentence(finding, control));
    if (finding.severity === "warning") {
      item.append(...this.#confirmation(finding));
    }
    return item;
  }

  #sentence(finding: Finding, control: Control | null): HTMLElement {
    const { lang } = this;
    const debt = finding.row === null ? "" : wordsIn(lang).debt(finding.row + 1);
    const text = `${debt}${finding.message[lang]}`;
    if (!control) {
      const sentence = this.#make("span", "");
      sentence.textContent = text;
      return sentence;
    }
    const link = this.#make("a", "") as HTMLAnchorElement;
    link.textContent = text;
    link.href = control.id ? `#${control.id}` : "#";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
    });
    return link;
  }

  #confirmation(finding: Finding): HTMLElement[] {
    const words = wordsIn(this.lang);
    const box = this.#make("input", "arrears-reason") as HTMLInputElement;
    box.maxLength = 200;
    box.placeholder = words.reason;
    box.setAttribute("aria-label", `${words.reason}：${finding.message[this.lang]}`);
    const button = this.#make("button", "arrears-confirm") as HTMLButtonElement;
    button.type = "button";
    button.textContent = words.confirm;
    const act = () => {
      if (box.value.trim()) {
        this.confirm(finding, box.value.trim());
      } else {
        box.focus();
      }
    };
    button.addEventListener("click", act);
    box.addEventListener("keydown", (event) => {
      // Enter would hand in the form around it.
      if (event.key === "Enter") {
        event.preventDefault();
        act();
      }
    });
    return [box, button];
  }

  #make(name: string, className: string): HTMLElement {
    const element = this.element.ownerDocument.createElement(name);
    if (className) {
      element.className = className;
    }
    return element;
  }
}
