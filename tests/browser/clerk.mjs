/** What a clerk does, step by step, with the keyboard and the mouse: never past the page. */

/** A cell of the grid: its row from 0, and the label of its column. */
export class Clerk {
  constructor(page) {
    this.page = page;
  }

  async begin(unit) {
    await this.page.click("#begin");
    await this.page.fill("#header-report_unit_name", unit);
    await this.page.keyboard.press("Enter");
  }

  async go(step) {
    await this.page.click(`[data-step=${step}], [data-task=${step}]`);
    await this.page.waitForSelector(`main.step-${step}`);
    await this.page.waitForSelector("main .coming", { state: "detached" });
  }

  async fillHeader(key, text) {
    await this.page.fill(`#header-${key}`, text);
    await this.page.keyboard.press("Tab");
  }

  /** What the box that holds the grid's focus says of the cell it lies on. */
  async cell() {
    return (await this.page.getAttribute(".cell-editor textarea", "aria-label")).split("，");
  }

  /** Moves to a cell with the keys alone. */
  async goTo(row, label) {
    const keys = this.page.keyboard;
    await this.page.focus(".cell-editor textarea");
    await keys.press("Control+Home");
    for (let index = 0; index < row; index += 1) {
      await keys.press("ArrowDown");
    }
    for (let steps = 0; steps < 80; steps += 1) {
      const [, name] = await this.cell();
      if (name === label) {
        return;
      }
      await keys.press("ArrowRight");
    }
    throw new Error(`there is no column ${label}`);
  }

  /** Types over a cell. */
  async type(row, label, text) {
    await this.goTo(row, label);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** Moves on to a column of the row it is in. */
  async across(label) {
    await this.page.keyboard.press("Home");
    for (let steps = 0; steps < 80; steps += 1) {
      if ((await this.cell())[1] === label) {
        return;
      }
      await this.page.keyboard.press("ArrowRight");
    }
    throw new Error(`there is no column ${label}`);
  }

  /** The texts of a column as it is seen, from the top. */
  async column(label, rows) {
    const texts = [];
    await this.goTo(0, label);
    for (let row = 0; row < rows; row += 1) {
      texts.push((await this.cell())[2]);
      await this.page.keyboard.press("ArrowDown");
    }
    return texts;
  }

  /** Pastes a sheet with its headings, and takes it as it is understood. */
  async pasteSheet(text) {
    await this.copyAndPaste(text);
    await this.page.waitForSelector(".dialog-first");
    await this.page.keyboard.press("Enter");
    await this.page.waitForSelector(".dialog", { state: "detached" });
  }

  async copyAndPaste(text) {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.focus(".cell-editor textarea");
    await this.page.keyboard.press("Control+V");
  }

  /** Pastes a sheet as far as the question whether it is to be pasted. */
  async fillPaste(text) {
    await this.copyAndPaste(text);
    await this.page.waitForSelector(".dialog-first");
  }

  /** The findings on the page of the check, answered ones too: where they are, what they say. */
  async findings() {
    await this.go("check");
    const found = [];
    for (const rule of await this.page.locator("section.rule").all()) {
      found.push(...(await itemsOf(rule)));
      const after = rule.locator(".page-after[aria-disabled=false]");
      while ((await after.count()) !== 0) {
        await after.click();
        found.push(...(await itemsOf(rule)));
      }
    }
    return found;
  }

  /** Confirms every open warning, rule by rule, with a reason. */
  async confirmWarnings(reason) {
    await this.go("check");
    for (;;) {
      const form = this.page.locator("section.rule.warning form.confirm").first();
      if ((await form.count()) === 0) {
        return;
      }
      await form.locator("input").fill(reason);
      await form.locator("button[type=submit]").click();
    }
  }

  /** Says that the paper is sealed. */
  async seal() {
    await this.go("print");
    await this.page.locator("[data-field=sealed] input").first().check();
  }

  /** Presses what hands a file over, and gives its name and text. */
  async download(press) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) {
      chunks.push(chunk);
    }
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  async saved() {
    await this.page.waitForSelector("[data-saved=saved]");
  }
}

function itemsOf(rule) {
  return rule.locator(".findings > li").evaluateAll((items) =>
    items.map((item) => ({
      code: item.dataset.code,
      row: item.dataset.row === "" ? null : Number(item.dataset.row),
      severity: item.closest(".rule").classList.contains("error") ? "error" : "other",
      place: item.querySelector("a").textContent.trim(),
      message: item.querySelector(".finding-message").textContent.trim(),
    })),
  );
}
