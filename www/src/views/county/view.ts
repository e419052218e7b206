/** What every view of the county office shares: the desk for its words, the book for the rest. */

import type { Book } from "../../county/book";
import type { Messages } from "../../locale";
import { View } from "../view";

/** The page's words for the county office. */
export type CountyWords = Messages["office"];

export abstract class BookView extends View {
  static override properties = { desk: { attribute: false }, book: { attribute: false } };

  declare book: Book;
  #unwatch: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unwatch = this.book.views.add(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
  }

  protected get words(): CountyWords {
    return this.t.office;
  }

  /** What is wrong, in the words of the page where it has some. */
  protected said(error: unknown): string {
    const { code, message } = error as { code?: string; message?: string };
    return (code && this.words.codes[code]) || message || String(error);
  }
}
