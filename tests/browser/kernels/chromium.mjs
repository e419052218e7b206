/**
 * Drives any Chromium from 73 on by its own protocol, through a pipe: the drivers of today do not
 * speak to kernels as old as those on officials' desks.
 */

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const require = createRequire(new URL("../../../www/package.json", import.meta.url));
const esbuild = require("esbuild");

const QUIET = [
  "--headless",
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--mute-audio",
  "--window-size=1366,768",
  "--remote-debugging-pipe",
];
const START_MS = 60_000;
/** What the protocol wants to know of keys that write nothing, and of those held beside others. */
const CODES = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  F8: 119,
};
const HELD = { Alt: 1, Control: 2, Shift: 8 };

/**
 * Starts a browser, in a process group of its own. With a `profile` it goes on where the one before
 * was left; without, it has one that goes with it. Names among `hosts` lead to this machine.
 */
export async function launchChromium(binary, { profile, hosts = [], args = [] } = {}) {
  const folder = profile ?? (await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-kernel-")));
  const mapped = hosts.map((host) => `MAP ${host} 127.0.0.1`).join(",");
  const own = [`--user-data-dir=${folder}`, `--host-resolver-rules=${mapped}`];
  const child = spawn(binary, [...QUIET, ...own, ...args, "about:blank"], {
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr.on("data", (data) => (complaints = (complaints + data).slice(-2_000)));
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const wire = new Wire(child.stdio[3], child.stdio[4]);
  const started = wire.send("Browser.getVersion");
  const version = await Promise.race([
    started,
    gone.then(() => Promise.reject(new Error(`${binary} ended: ${complaints}`))),
    pause(START_MS).then(() => Promise.reject(new Error(`${binary} is silent: ${complaints}`))),
  ]);
  return new Browser(wire, child, gone, version, profile ? null : folder);
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** Letters to and from the browser, each ended by a zero. */
class Wire {
  #out;
  #rest = "";
  #last = 0;
  #asked = new Map();
  #listeners = new Set();

  constructor(out, back) {
    this.#out = out;
    out.on("error", () => this.#end());
    back.setEncoding("utf8");
    back.on("data", (data) => this.#read(data));
    back.on("error", () => this.#end());
    back.on("close", () => this.#end());
  }

  send(method, params = {}, sessionId) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject, method });
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  listen(listener) {
    this.#listeners.add(listener);
  }

  #read(data) {
    const letters = (this.#rest + data).split("\0");
    this.#rest = letters.pop();
    for (const letter of letters) {
      const told = JSON.parse(letter);
      const asked = this.#asked.get(told.id);
      this.#asked.delete(told.id);
      if (!asked) {
        this.#listeners.forEach((listener) => listener(told));
      } else if (told.error) {
        asked.reject(new Error(`${asked.method}: ${told.error.message}`));
      } else {
        asked.resolve(told.result);
      }
    }
  }

  #end() {
    for (const { reject, method } of this.#asked.values()) {
      reject(new Error(`${method}: the browser is gone`));
    }
    this.#asked.clear();
  }
}

class Browser {
  #wire;
  #child;
  #gone;
  #own;

  constructor(wire, child, gone, version, own) {
    this.#wire = wire;
    this.#child = child;
    this.#gone = gone;
    this.#own = own;
    /** `78`, `86`, … */
    this.major = Number(/\/(\d+)/.exec(version.product)[1]);
  }

  /** A new tab; `init` runs in it before the page's own scripts. */
  async newPage({ init } = {}) {
    const { targetId } = await this.#wire.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.#wire.send("Target.attachToTarget", {
      targetId,
      flatten: true,
    });
    const page = new Page(this.#wire, targetId, sessionId);
    await page.begin(init);
    return page;
  }

  /** Kills the whole process group at once, as a power cut does. */
  async kill() {
    try {
      process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
    await this.#gone;
  }

  async close() {
    await Promise.race([this.#wire.send("Browser.close").catch(() => {}), pause(3_000)]);
    await Promise.race([this.#gone, pause(3_000)]);
    await this.kill();
    if (this.#own) {
      await rm(this.#own, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  }
}

class Page {
  #wire;
  #target;
  #session;
  /** What went wrong in the page. */
  troubles = [];

  constructor(wire, target, session) {
    this.#wire = wire;
    this.#target = target;
    this.#session = session;
  }

  async begin(init) {
    this.#wire.listen(({ sessionId, method, params }) => {
      if (sessionId !== this.#session) {
        return;
      }
      if (method === "Runtime.exceptionThrown") {
        const { exception, text } = params.exceptionDetails;
        this.troubles.push(exception?.description ?? text);
      } else if (method === "Runtime.consoleAPICalled" && params.type === "error") {
        this.troubles.push(params.args.map((one) => one.value ?? one.description).join(" "));
      } else if (method === "Log.entryAdded" && params.entry.level === "error") {
        this.troubles.push(params.entry.text);
      }
    });
    await this.send("Page.enable");
    await this.send("Runtime.enable");
    await this.send("Log.enable");
    if (init) {
      await this.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${init})()` });
    }
  }

  send(method, params) {
    return this.#wire.send(method, params, this.#session);
  }

  async goto(url) {
    await this.send("Page.navigate", { url });
    await this.waitFor(() => document.readyState === "complete" && location.href !== "about:blank");
  }

  /** Runs a function in the page, with what JSON can say handed to it. */
  async evaluate(what, ...values) {
    const call = `(${what})(${values.map((value) => JSON.stringify(value)).join(",")})`;
    // What is asked may be written in newer syntax than the kernel's.
    const { code: expression } = esbuild.transformSync(call, { target: "chrome64" });
    const answer = await this.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) {
      const { exception, text } = answer.exceptionDetails;
      throw new Error(exception?.description ?? text);
    }
    return answer.result.value;
  }

  /** Waits until a function says something true in the page, and gives that. */
  async waitFor(what, ...values) {
    const until = Date.now() + 30_000;
    for (;;) {
      let why = "";
      try {
        const found = await this.evaluate(what, ...values);
        if (found) {
          return found;
        }
      } catch (error) {
        why = error.message;
        if (/is gone/.test(why)) {
          throw error;
        }
      }
      if (until < Date.now()) {
        throw new Error(`waited in vain for ${what} ${JSON.stringify(values)} ${why}`);
      }
      await pause(30);
    }
  }

  /** Waits for an element, and clicks its middle. */
  async click(selector, text = "") {
    const at = await this.waitFor(
      (selector, text) => {
        const all = [...document.querySelectorAll(selector)];
        const found = all.find((one) => one.textContent.includes(text));
        if (!found) {
          return null;
        }
        found.scrollIntoView({ block: "center" });
        const { left, top, width, height } = found.getBoundingClientRect();
        return width && { x: left + width / 2, y: top + height / 2 };
      },
      selector,
      text,
    );
    const press = { ...at, button: "left", clickCount: 1 };
    await this.send("Input.dispatchMouseEvent", { type: "mousePressed", ...press });
    await this.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...press });
  }

  /** Puts text in as an input method does. */
  insert(text) {
    return this.send("Input.insertText", { text });
  }

  /**
   * Puts text in as Pinyin is: letter by letter, then what was chosen for them. Kernels before this
   * part of the protocol get what was chosen alone.
   */
  async compose(letters, text) {
    for (let end = 1; end <= letters.length; end += 1) {
      const composed = { text: letters.slice(0, end), selectionStart: end, selectionEnd: end };
      try {
        await this.send("Input.imeSetComposition", composed);
      } catch (error) {
        if (!/wasn't found/.test(error.message)) {
          throw error;
        }
      }
    }
    await this.insert(text);
  }

  /** Presses a key, or one with others held: `Control+Home`. */
  async press(keys) {
    const held = keys.split("+");
    const key = held.pop();
    const isLetter = key.length === 1;
    const about = {
      key: isLetter ? key.toLowerCase() : key,
      code: isLetter ? `Key${key}` : key,
      windowsVirtualKeyCode: isLetter ? key.charCodeAt(0) : CODES[key],
      modifiers: held.reduce((sum, name) => sum + HELD[name], 0),
    };
    const text = key === "Enter" ? { text: "\r" } : {};
    const type = text.text ? "keyDown" : "rawKeyDown";
    await this.send("Input.dispatchKeyEvent", { type, ...about, ...text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...about });
  }

  /**
   * Pastes text into what has the focus. Older kernels have a clipboard that no page without https
   * can fill, so the event is the one a key would make.
   */
  async paste(text) {
    await this.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.activeElement.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  }

  /** Chooses a file as a person does in the browser's own dialog. */
  async choose(selector, file) {
    await this.waitFor((selector) => document.querySelector(selector) !== null, selector);
    const { root } = await this.send("DOM.getDocument");
    const { nodeId } = await this.send("DOM.querySelector", { nodeId: root.nodeId, selector });
    await this.send("DOM.setFileInputFiles", { nodeId, files: [file] });
  }

  /** What is seen, as PNG. */
  async picture() {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    return Buffer.from(data, "base64");
  }

  /** What would be printed, as PDF. */
  async printed() {
    const { data } = await this.send("Page.printToPDF", { preferCSSPageSize: true });
    return Buffer.from(data, "base64");
  }

  /** What went wrong in the page until now. */
  async heard() {
    return this.troubles;
  }

  async reload() {
    await this.evaluate(() => (window.isOld = true));
    await this.send("Page.reload");
    await this.waitFor(() => !window.isOld && document.readyState === "complete");
  }

  async close() {
    await this.#wire.send("Target.closeTarget", { targetId: this.#target });
  }
}
