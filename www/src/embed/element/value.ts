/** The submission as a value of the form around the element. */

import type { Submission } from "../../engine/contract";

interface Valued {
  host: HTMLElement;
  internals: ElementInternals | null;
  name(): string;
  /** The submission as things stand; `null` while something is left to do. */
  submission(): Submission | null;
  /** What is left to do, in words. */
  left(): string;
}

/** A ledger of thousands of debts takes a while to write: not with every key. */
const PAUSE_MS = 300;

export class FormValue {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #carried: HTMLInputElement | null = null;

  constructor(private readonly valued: Valued) {}

  /** Something changed: what is left is told at once, the value soon. */
  touch(anchor: HTMLElement | undefined): void {
    const { internals } = this.valued;
    const left = this.valued.left();
    if (internals) {
      internals.setValidity(left === "" ? {} : { customError: true }, left, anchor);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.put(), PAUSE_MS);
  }

  /** The form is handed in: the value is as things stand. */
  put(): void {
    clearTimeout(this.#timer);
    const text = this.valued.submission()?.text ?? null;
    const { internals } = this.valued;
    if (internals) {
      internals.setFormValue(text);
    } else {
      this.#carry(text);
    }
  }

  /** Browsers whose elements have no values of their own: a hidden field has it. */
  #carry(text: string | null): void {
    const { host } = this.valued;
    if (!this.#carried) {
      this.#carried = document.createElement("input");
      this.#carried.type = "hidden";
      host.append(this.#carried);
    }
    this.#carried.name = this.valued.name();
    this.#carried.value = text ?? "";
    this.#carried.disabled = text === null || this.#carried.name === "";
  }

  end(): void {
    clearTimeout(this.#timer);
    this.valued.internals?.setFormValue(null);
    this.valued.internals?.setValidity({});
    this.#carried?.remove();
    this.#carried = null;
  }
}

interface HandedIn {
  put(): void;
  /** Somebody pressed the form's button, and it is not handed in for the ledger's sake. */
  isRefused(): void;
}

/** Answers what ends it. */
export function watchForm(
  host: HTMLElement & { readonly form: HTMLFormElement | null },
  told: HandedIn,
): () => void {
  let isPressed = false;
  const put = (event: Event) => {
    if (event.target === host.form) {
      told.put();
    }
  };
  const press = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest("button, input") : null;
    if (button && host.form && (button as HTMLButtonElement).form === host.form) {
      isPressed = true;
      setTimeout(() => (isPressed = false));
    }
  };
  // A script that only asks whether all is well gets the same event, and must not move the clerk.
  const refuse = (event: Event) => {
    if (isPressed && !event.defaultPrevented) {
      event.preventDefault();
      told.isRefused();
    }
  };
  document.addEventListener("submit", put, true);
  document.addEventListener("click", press, true);
  host.addEventListener("invalid", refuse);
  return () => {
    document.removeEventListener("submit", put, true);
    document.removeEventListener("click", press, true);
    host.removeEventListener("invalid", refuse);
  };
}
