/**
 * What is typed reaches the ledger when the clerk leaves the field, or, for plain text, pauses:
 * a long reason must not be lost with the power. Never while an input method is composing, and
 * never rewriting what is still being typed.
 */

import { noChange } from "lit";
import { directive, Directive, PartType, type ElementPart, type PartInfo } from "lit/directive.js";

import { focusedIn } from "../stage";

type Write = (text: string) => string;
type Field = HTMLInputElement | HTMLTextAreaElement;

const PAUSE_MS = 500;
const waiting = new Set<Typing>();

/** Writes at once what is still waiting anywhere; the page is about to go. */
export function writeAll(): void {
  for (const typed of waiting) {
    typed.write();
  }
}

class Typing extends Directive {
  #field: Field | null = null;
  #write: Write = (text) => text;
  #pauses = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) {
      throw new Error("typing() stands on an element");
    }
  }

  override update(part: ElementPart, [write, pauses]: [Write, boolean]): unknown {
    this.#write = write;
    this.#pauses = pauses;
    if (!this.#field) {
      this.#field = part.element as Field;
      this.#field.addEventListener("input", (event) => this.#typed(event as InputEvent));
      this.#field.addEventListener("compositionend", () => this.#wait());
      this.#field.addEventListener("change", () => this.write());
    }
    return noChange;
  }

  override render(_write: Write, _pauses: boolean): unknown {
    return noChange;
  }

  write(): void {
    clearTimeout(this.#timer);
    waiting.delete(this);
    const field = this.#field;
    if (!field) {
      return;
    }
    const now = this.#write(field.value);
    if (focusedIn(field) !== field || !this.#pauses) {
      field.value = now;
    }
  }

  #typed(event: InputEvent): void {
    waiting.add(this);
    if (!event.isComposing) {
      this.#wait();
    }
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.#pauses) {
      this.#timer = setTimeout(() => this.write(), PAUSE_MS);
    }
  }
}

export const typing = directive(Typing);
