/** Drives Firefox by the protocol it brings itself (Marionette), with neither a driver nor npm. */

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";

import { pause } from "./chromium.mjs";
import { Tab } from "./tab.mjs";

/** Quiet, and as strict about local pages as it is for people: automation would relax that. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  // Without it no file can be chosen by the protocol.
  "dom.file.createInChild": true,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "remote.prefs.recommended": false,
  "security.fileuri.strict_origin_policy": true,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

const ARGS = ["-headless", "-marionette", "-remote-allow-system-access", "-no-remote"];

/**
 * Starts Firefox; with a `profile` it goes on where the one before was left. Names among `hosts` lead
 * to this machine.
 */
export async function launchFirefox(binary = "firefox-esr", { profile, hosts = [] } = {}) {
  const folder = profile ?? (await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-firefox-")));
  const port = await freePort();
  const lines = Object.entries({
    ...PREFERENCES,
    "marionette.port": port,
    "network.dns.localDomains": hosts.join(","),
  });
  await writeFile(
    path.join(folder, "user.js"),
    lines.map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});`).join("\n"),
  );
  const child = spawn(binary, [...ARGS, "-profile", folder], {
    detached: true,
    stdio: "ignore",
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const wire = await Wire.to(port);
  const session = await wire.send("WebDriver:NewSession", {});
  await wire.send("WebDriver:SetTimeouts", { script: 60_000, pageLoad: 60_000 });
  return new Firefox(wire, child, gone, session, profile ? null : folder);
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Letters with their length before them. */
class Wire {
  #socket;
  #rest = Buffer.alloc(0);
  #last = 0;
  #asked = new Map();

  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => this.#read(data));
    socket.on("error", () => this.#end());
    socket.on("close", () => this.#end());
  }

  static async to(port) {
    for (let tries = 0; ; tries += 1) {
      try {
        return await new Promise((resolve, reject) => {
          const socket = net.connect(port, "127.0.0.1", () => resolve(new Wire(socket)));
          socket.on("error", reject);
        });
      } catch (error) {
        if (300 < tries) {
          throw error;
        }
        await pause(200);
      }
    }
  }

  send(command, params) {
    const id = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      const letter = JSON.stringify([0, id, command, params]);
      this.#socket.write(`${Buffer.byteLength(letter)}:${letter}`);
    });
  }

  #read(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const colon = this.#rest.indexOf(":");
      const length = Number(this.#rest.subarray(0, Math.max(0, colon)));
      if (colon < 0 || this.#rest.length < colon + 1 + length) {
        return;
      }
      const told = JSON.parse(this.#rest.subarray(colon + 1, colon + 1 + length));
      this.#rest = this.#rest.subarray(colon + 1 + length);
      // The first letter is a greeting.
      if (Array.isArray(told)) {
        const [, id, error, result] = told;
        const asked = this.#asked.get(id);
        this.#asked.delete(id);
        if (error) {
          asked?.reject(new Error(`${error.error}: ${error.message}`));
        } else {
          asked?.resolve(result);
        }
      }
    }
  }

  #end() {
    this.#asked.forEach(({ reject }) => reject(new Error("the browser is gone")));
    this.#asked.clear();
  }
}

/** The browser and its one tab, with the words of a Chromium's page. */
class Firefox extends Tab {
  #wire;
  #child;
  #gone;
  #own;

  constructor(wire, child, gone, session, own) {
    super(session.capabilities.browserVersion, {
      script: async (script, args) => {
        const run = { script, args, sandbox: null };
        return (await wire.send("WebDriver:ExecuteAsyncScript", run)).value;
      },
      find: async (value) => {
        const by = { using: "css selector", value };
        return (await wire.send("WebDriver:FindElement", by)).value;
      },
      give: (id, text) => wire.send("WebDriver:ElementSendKeys", { id, text }),
      keys: (actions) =>
        wire.send("WebDriver:PerformActions", {
          actions: [{ type: "key", id: "keyboard", actions }],
        }),
    });
    this.#wire = wire;
    this.#child = child;
    this.#gone = gone;
    this.#own = own;
  }

  async goto(url) {
    await this.#wire.send("WebDriver:Navigate", { url });
  }

  /** Puts text in as Pinyin is: letter by letter, then what was chosen for them. */
  async compose(letters, text) {
    await this.#asBrowser(
      (letters, text) => {
        const processor = Components.classes["@mozilla.org/text-input-processor;1"];
        const method = processor.createInstance(Components.interfaces.nsITextInputProcessor);
        method.beginInputTransactionForTests(Services.wm.getMostRecentWindow("navigator:browser"));
        for (let end = 1; end <= letters.length; end += 1) {
          method.setPendingCompositionString(letters.slice(0, end));
          method.appendClauseToPendingComposition(end, method.ATTR_RAW_CLAUSE);
          method.setCaretInPendingComposition(end);
          method.flushPendingComposition();
        }
        method.commitCompositionWith(text);
      },
      letters,
      text,
    );
    await this.waitFor((text) => document.activeElement.value.endsWith(text), text);
  }

  /** Pastes text into what has the focus, by way of the browser's clipboard. */
  async paste(text) {
    await this.#asBrowser((text) => {
      const clipboard = Components.classes["@mozilla.org/widget/clipboardhelper;1"];
      clipboard.getService(Components.interfaces.nsIClipboardHelper).copyString(text);
    }, text);
    await this.press("Control+V");
  }

  /** What is seen, as PNG. */
  async picture() {
    const { value } = await this.#wire.send("WebDriver:TakeScreenshot", { full: false });
    return Buffer.from(value, "base64");
  }

  /** What would be printed, as PDF. */
  async printed() {
    const { value } = await this.#wire.send("WebDriver:Print", {});
    return Buffer.from(value, "base64");
  }

  /** What went wrong in pages until now. */
  async heard() {
    const told = await this.#asBrowser(() =>
      Services.console
        .getMessageArray()
        .filter((one) => one instanceof Components.interfaces.nsIScriptError)
        .filter((one) => one.flags === 0 && /^(http|file)/.test(one.sourceName))
        .map((one) => `${one.sourceName}: ${one.errorMessage}`),
    );
    return told;
  }

  async reload() {
    await this.#wire.send("WebDriver:Refresh", {});
  }

  /** Runs a function where the browser itself runs. */
  async #asBrowser(what, ...values) {
    await this.#wire.send("Marionette:SetContext", { value: "chrome" });
    try {
      const script = `return (${what})(...arguments)`;
      const args = { script, args: values };
      return (await this.#wire.send("WebDriver:ExecuteScript", args)).value;
    } finally {
      await this.#wire.send("Marionette:SetContext", { value: "content" });
    }
  }

  async kill() {
    try {
      process.kill(-this.#child.pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
    await this.#gone;
  }

  async close() {
    await Promise.race([
      this.#wire.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {}),
      pause(5_000),
    ]);
    await this.kill();
    if (this.#own) {
      await rm(this.#own, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
  }
}
