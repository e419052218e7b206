/**
 * Drives WebKitGTK's small browser by the driver it comes with (the W3C's protocol), on a screen of
 * its own. It cannot print.
 */

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import http from "node:http";
import path from "node:path";

import { freePort } from "./firefox.mjs";
import { pause } from "./chromium.mjs";

const LIBRARIES = "/usr/lib";
/** What the protocol calls keys that write nothing. */
const KEYS = {
  Control: "\ue009",
  Shift: "\ue008",
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
/** Its own sandbox wants rights that a container does not give. */
const OPEN = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" };

/** For pages that are served: keeps what goes wrong in them, from the start. */
export const LISTENS = `window.heard = [];
  addEventListener("error", (event) => heard.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => heard.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => heard.push(event.violatedDirective));`;

/** Starts the browser with the driver and a screen of its own. It has no profile to go on with. */
export async function launchWebKit() {
  const screen = await startScreen();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, ...OPEN, DISPLAY: screen.display },
  });
  const browserOptions = { binary: miniBrowser(), args: ["--automation"] };
  const capabilities = { "webkitgtk:browserOptions": browserOptions };
  const told = await retried(() =>
    asked(port, "POST", "/session", { capabilities: { alwaysMatch: capabilities } }),
  );
  const base = `/session/${told.sessionId}`;
  const send = (method, what, body) => asked(port, method, `${base}${what}`, body);
  await send("POST", "/timeouts", { script: 60_000, pageLoad: 60_000 });
  await send("POST", "/window/rect", { width: 1366, height: 768 });
  return new WebKit(send, told.capabilities, [driver, screen.child]);
}

/** The screen says itself which number it took. */
function startScreen() {
  const child = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
    {
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  return new Promise((resolve, reject) => {
    child.stdio[3].once("data", (number) => resolve({ child, display: `:${`${number}`.trim()}` }));
    child.once("error", reject);
  });
}

/** Debian keeps the small browser among the library's own files. */
function miniBrowser() {
  const [machine] = readdirSync(LIBRARIES).filter((name) => name.endsWith("-linux-gnu"));
  const folder = path.join(LIBRARIES, machine);
  const version = readdirSync(folder).find((name) => /^webkit2gtk-4/.test(name));
  return path.join(folder, version, "MiniBrowser");
}

async function retried(what) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await what();
    } catch (error) {
      if (50 < tries) {
        throw error;
      }
      await pause(200);
    }
  }
}

function asked(port, method, path, body = {}) {
  const text = method === "GET" ? "" : JSON.stringify(body);
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path, method, headers }, (answer) => {
      let told = "";
      answer.setEncoding("utf8");
      answer.on("data", (data) => (told += data));
      answer.on("end", () => {
        const { value } = JSON.parse(told);
        if (value?.error) {
          reject(new Error(`${value.error}: ${value.message}`));
        } else {
          resolve(value);
        }
      });
    });
    request.on("error", reject);
    request.end(text);
  });
}

/** The browser and its one tab, with the words of a Chromium's page. */
class WebKit {
  #send;
  #children;

  constructor(send, capabilities, children) {
    this.#send = send;
    this.#children = children;
    this.major = Number.parseInt(capabilities.browserVersion, 10);
  }

  async newPage() {
    return this;
  }

  async goto(url) {
    await this.#send("POST", "/url", { url });
  }

  async reload() {
    await this.#send("POST", "/refresh");
  }

  async evaluate(what, ...values) {
    const script = `const told = arguments[arguments.length - 1];
      Promise.resolve((${what})(...arguments[0])).then((value) => told({ value }), (error) => told({ error: String(error) }));`;
    const told = await this.#send("POST", "/execute/async", { script, args: [values] });
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
    await this.#keys([...text].flatMap(pressed));
  }

  /** What was chosen for the letters of Pinyin: the driver knows no input method. */
  async compose(_letters, text) {
    await this.insert(text);
  }

  /** Presses a key, or one with others held: `Control+Home`. */
  async press(keys) {
    const values = keys.split("+").map((key) => KEYS[key] ?? key.toLowerCase());
    await this.#keys([
      ...values.map((value) => ({ type: "keyDown", value })),
      ...values.reverse().map((value) => ({ type: "keyUp", value })),
    ]);
  }

  /** Pastes text into what has the focus, by the event that a key would make. */
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
    const found = await this.#send("POST", "/element", { using: "css selector", value: selector });
    const [id] = Object.values(found);
    await this.#send("POST", `/element/${id}/value`, { text: file });
  }

  /** What is seen, as PNG. */
  async picture() {
    return Buffer.from(await this.#send("GET", "/screenshot"), "base64");
  }

  /** What the page itself heard of: the driver tells nothing of the console. */
  async heard() {
    return this.evaluate(() => window.heard ?? []);
  }

  async #keys(actions) {
    await this.#send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async close() {
    await this.#send("DELETE", "").catch(() => undefined);
    for (const child of this.#children) {
      try {
        process.kill(-child.pid, "SIGKILL");
      } catch {
        // It is gone already.
      }
    }
  }
}

/** A key, or a letter that no key writes, down and up. */
function pressed(value) {
  return [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ];
}
