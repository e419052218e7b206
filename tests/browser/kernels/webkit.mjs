/**
 * Drives WebKitGTK's small browser by the driver it comes with (the W3C's protocol), on a screen of
 * its own. It cannot print.
 */

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import http from "node:http";
import path from "node:path";

import { freePort } from "./firefox.mjs";
import { Tab } from "./tab.mjs";
import { pause } from "./chromium.mjs";

const LIBRARIES = "/usr/lib";
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
class WebKit extends Tab {
  #send;
  #children;

  constructor(send, capabilities, children) {
    super(capabilities.browserVersion, {
      script: (script, args) => send("POST", "/execute/async", { script, args }),
      find: (value) => send("POST", "/element", { using: "css selector", value }),
      give: (id, text) => send("POST", `/element/${id}/value`, { text }),
      keys: (actions) =>
        send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] }),
    });
    this.#send = send;
    this.#children = children;
  }

  async goto(url) {
    await this.#send("POST", "/url", { url });
  }

  async reload() {
    await this.#send("POST", "/refresh");
  }

  /** What was chosen for the letters of Pinyin: the driver knows no input method. */
  async compose(_letters, text) {
    await this.insert(text);
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

  /** What is seen, as PNG. */
  async picture() {
    return Buffer.from(await this.#send("GET", "/screenshot"), "base64");
  }

  /** What the page itself heard of: the driver tells nothing of the console. */
  async heard() {
    return this.evaluate(() => window.heard ?? []);
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
