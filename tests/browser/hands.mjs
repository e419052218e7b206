/** A clerk without a mouse: keys go in, what has the focus and what is said come out. */

export class Hands {
  constructor(page) {
    this.page = page;
    this.keys = page.keyboard;
  }

  press(...names) {
    return names.reduce(
      (before, name) => before.then(() => this.keys.press(name)),
      Promise.resolve(),
    );
  }

  /** Whether what has the focus, or the group it is in, is this. */
  isAt(selector) {
    return this.page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
  }

  /** Tabs on, or back, until the focus is where it is wanted. */
  async tabTo(selector, key = "Tab") {
    for (let count = 0; count < 250; count += 1) {
      if (await this.isAt(selector)) {
        return;
      }
      await this.keys.press(key);
    }
    throw new Error(`${key} does not lead to ${selector}`);
  }

  /** Types into a field of a form, over what is there. */
  async fill(selector, text) {
    await this.tabTo(selector);
    await this.keys.press("Control+a");
    await this.keys.insertText(text);
    await this.keys.press("Tab");
  }

  /** Goes to a step by the bar of steps, from the top of the page. */
  async go(step) {
    await this.tabTo(`.steps [data-step=${step}], [data-task=${step}]`, "Shift+Tab");
    await this.keys.press("Enter");
    await this.page.waitForSelector(`main.step-${step}`);
  }

  /** Moves within the grid, which has the focus, to a column of the first row. */
  async toColumn(label) {
    await this.keys.press("Control+Home");
    for (let count = 0; count < 60; count += 1) {
      const said = await this.page.evaluate(() =>
        document.activeElement.getAttribute("aria-label"),
      );
      if (said?.split("，")[1]?.startsWith(label)) {
        return;
      }
      await this.keys.press("ArrowRight");
    }
    throw new Error(`no key leads to the column ${label}`);
  }
}
