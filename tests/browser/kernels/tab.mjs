/**
 * A tab driven by the W3C's protocol, or by Firefox's own, which thinks alike: with the words of a
 * Chromium's page. Who makes one says how a script is run, an element found, text given to it, and
 * keys pressed.
 */

import { pause } from "./chromium.mjs";

/** What the protocol calls keys that write nothing. */
const KEYS = {
  Control: "\ue009",
  Shift: "\ue008",
  Alt: "\ue00a",
  Backspace: "\ue003",
  Tab: "\ue004",
  Enter: "\ue007",
  Escape: "\ue00c",
  End: "\ue010",
  Home: "\ue011",
  ArrowLeft: "\ue012",
  ArrowUp: "\ue013",
  ArrowRight: "\ue014",
  ArrowDown: "\ue015",
  F8: "\ue038",
};

export class Tab {
  #by;

  /** `by` has `script(text, args)`, `find(selector)`, `give(id, text)` and `keys(actions)`. */
  constructor(version, by) {
    this.major = Number.parseInt(version, 10);
    this.#by = by;
  }

  async newPage() {
    return this;
  }

  async evaluate(what, ...values) {
    const script = `const told = arguments[arguments.length - 1];
      Promise.resolve((${what})(...arguments[0])).then((value) => told({ value }), (error) => told({ error: String(error) }));`;
    const told = await this.#by.script(script, [values]);
    if (told?.error) {
      throw new Error(told.error);
    }
    return told?.value;
  }

  async waitFor(what, ...values) {
    const until = Date.now() + 30_000;
    for (;;) {
      const found = await this.evaluate(what, ...values).catch(() => null);
      if (found) {
        return found;
      }
      if (until < Date.now()) {
        throw new Error(`waited in vain for ${what} ${JSON.stringify(values)}`);
      }
      await pause(50);
    }
  }

  async click(selector, text = "") {
    await this.waitFor(
      (selector, text) => {
        const all = [...document.querySelectorAll(selector)];
        const found = all.find((one) => one.textContent.includes(text));
        found?.click();
        return Boolean(found);
      },
      selector,
      text,
    );
  }

  /** Types into what has the focus, key by key. */
  async insert(text) {
    await this.#by.keys(
      [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]),
    );
  }

  /** Presses a key, or one with others held: `Control+Home`. */
  async press(keys) {
    const values = keys.split("+").map((key) => KEYS[key] ?? key.toLowerCase());
    await this.#by.keys([
      ...values.map((value) => ({ type: "keyDown", value })),
      ...values.reverse().map((value) => ({ type: "keyUp", value })),
    ]);
  }

  /** Chooses a file as a person does in the browser's own dialog. */
  async choose(selector, file) {
    await this.waitFor((selector) => document.querySelector(selector) !== null, selector);
    const [id] = Object.values(await this.#by.find(selector));
    await this.#by.give(id, file);
  }
}
