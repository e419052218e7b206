/**
 * Drives any Chromium from 73 on by its own protocol, through a pipe: the drivers of today do not
 * speak to kernels as old as those on officials' desks.
 */

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

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
  "--remote-debugging-pipe",
];
const START_MS = 60_000;

/**
 * Starts a browser, in a process group of its own. With a `profile` it goes on where the one before
 * was left; without, it has one that goes with it.
 */
export async function launchChromium(binary, { profile, args = [] } = {}) {
  const folder = profile ?? (await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-kernel-")));
  const child = spawn(binary, [...QUIET, `--user-data-dir=${folder}`, ...args, "about:blank"], {
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
    const expression = `(${what})(${values.map((value) => JSON.stringify(value)).join(",")})`;
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

  async press(key) {
    const code = { Enter: 13, Tab: 9, Escape: 27, Home: 36, ArrowDown: 40, ArrowRight: 39 }[key];
    const about = { key, code: key, windowsVirtualKeyCode: code };
    const text = key === "Enter" ? { text: "\r" } : {};
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...about, ...text });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...about });
  }

  async close() {
    await this.#wire.send("Target.closeTarget", { targetId: this.#target });
  }
}
