/** What a clerk does in any kernel, old or of another family: by clicks and keys, never past the page. */

export class KernelClerk {
  constructor(page) {
    this.page = page;
  }

  has(selector) {
    return this.page.waitFor((selector) => document.querySelector(selector) !== null, selector);
  }

  lacks(selector) {
    return this.page.waitFor((selector) => document.querySelector(selector) === null, selector);
  }

  text(selector) {
    return this.page.evaluate((selector) => document.querySelector(selector)?.innerText, selector);
  }

  async begin(unit) {
    await this.page.click("#begin");
    await this.fill("report_unit_name", unit, "Enter");
  }

  /** Fills a field of the head in, over what is there. */
  async fill(key, text, end = "Tab") {
    await this.has(`#header-${key}`);
    await this.page.evaluate((key) => {
      const box = document.getElementById(`header-${key}`);
      box.focus();
      box.select();
    }, key);
    await this.page.insert(text);
    await this.page.press(end);
  }

  async go(step) {
    await this.page.click(`.steps [data-step=${step}]`);
    await this.has(`main.step-${step}`);
    if (step === "ledger") {
      await this.has(".cell-editor textarea");
      await this.has(".rgHeaderCell");
    }
  }

  /** The label of the column the cursor is in, and what the cell says. */
  async cell() {
    const said = await this.page.evaluate(() =>
      document.querySelector(".cell-editor textarea").getAttribute("aria-label"),
    );
    const [, label, text] = said.split("，");
    return { label, text };
  }

  /** Waits until the cursor is in a column. */
  isIn(label) {
    return this.page.waitFor(
      (label) =>
        document
          .querySelector(".cell-editor textarea")
          ?.getAttribute("aria-label")
          .split("，")[1]
          .startsWith(label),
      label,
    );
  }

  async focusGrid() {
    await this.page.evaluate(() => document.querySelector(".cell-editor textarea").focus());
  }

  /**
   * Types a debt into the row the cursor is in, column by column, that of `pinyin` letter by letter
   * through an input method; gives how many cells it filled.
   */
  async typeRow(texts, pinyin = {}) {
    await this.focusGrid();
    await this.page.press("Home");
    const seen = new Set();
    let count = 0;
    for (;;) {
      const { label } = await this.cell();
      if (seen.has(label)) {
        return count;
      }
      seen.add(label);
      if (texts[label]) {
        await (pinyin[label]
          ? this.page.compose(pinyin[label], texts[label])
          : this.page.insert(texts[label]));
        await this.page.press("Tab");
        count += 1;
      } else {
        await this.page.press("ArrowRight");
      }
    }
  }

  /** Types over the cell the cursor is on. */
  async typeOver(text) {
    await this.focusGrid();
    await this.page.insert(text);
    await this.page.press("Enter");
  }

  rows() {
    return this.page.evaluate(() =>
      Number(/^\d+/.exec(document.querySelector(".status-counts").textContent)[0]),
    );
  }

  async waitForRows(count) {
    await this.page.waitFor(
      (count) => document.querySelector(".status-counts")?.textContent.startsWith(`${count}笔`),
      count,
    );
  }

  /** Pastes a sheet with its headings and takes it as it is understood. */
  async pasteSheet(text) {
    await this.focusGrid();
    await this.page.paste(text);
    await this.agree();
  }

  /** Agrees to what the dialog proposes. */
  async agree() {
    await this.has(".dialog .primary.dialog-first");
    await this.page.press("Enter");
    await this.lacks(".dialog");
  }

  /** Brings a workbook of several sheets in. */
  async importWorkbook(file) {
    await this.page.choose(".import-file", file);
    await this.has(".sheets");
    await this.page.press("Enter");
    await this.has(".dialog dl.facts");
    await this.agree();
  }

  async confirmWarnings(reason) {
    await this.go("check");
    const open = () => document.querySelectorAll("section.rule.warning form.confirm").length;
    for (let left = await this.page.evaluate(open); left !== 0;) {
      await this.page.evaluate(() =>
        document.querySelector("section.rule.warning form.confirm input").focus(),
      );
      await this.page.insert(reason);
      await this.page.press("Enter");
      const before = left;
      await this.page.waitFor(
        (before) =>
          document.querySelectorAll("section.rule.warning form.confirm").length !== before,
        before,
      );
      left = await this.page.evaluate(open);
    }
  }

  /** Presses what hands a file over, and gives its text. */
  async download(selector) {
    await this.page.evaluate(() => {
      window.downloaded = null;
      if (!window.makeUrl) {
        window.makeUrl = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          new Response(blob).text().then((text) => (window.downloaded = text));
          return window.makeUrl.call(URL, blob);
        };
      }
    });
    await this.page.click(selector);
    const { missing, downloaded } = await this.page.waitFor(() => {
      const missing = document.querySelector(".missing")?.innerText;
      return (missing || window.downloaded) && { missing, downloaded: window.downloaded };
    });
    if (missing) {
      throw new Error(`refused: ${missing}`);
    }
    return downloaded;
  }

  saved() {
    return this.has("[data-saved=saved]");
  }
}
