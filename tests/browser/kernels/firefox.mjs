/** Drives Firefox by the protocol it brings itself (Marionette), with neither a driver nor npm. */

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";

import { pause } from "./chromium.mjs";

/** Quiet, and as strict about local pages as it is for people: automation would relax that. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "remote.prefs.recommended": false,
  "security.fileuri.strict_origin_policy": true,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
};

/** Starts Firefox; with a `profile` it goes on where the one before was left. */
export async function launchFirefox(binary = "firefox-esr", { profile } = {}) {
  const folder = profile ?? (await mkdtemp(path.join(os.tmpdir(), "arrears-ledger-firefox-")));
  const port = await freePort();
  const lines = Object.entries({ ...PREFERENCES, "marionette.port": port });
  await writeFile(
    path.join(folder, "user.js"),
    lines.map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});`).join("\n"),
  );
  const child = spawn(binary, ["-headless", "-marionette", "-no-remote", "-profile", folder], {
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

function freePort() {
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
class Firefox {
  #wire;
  #child;
  #gone;
  #own;
  troubles = [];

  constructor(wire, child, gone, session, own) {
    this.#wire = wire;
    this.#child = child;
    this.#gone = gone;
    this.#own = own;
    this.major = Number.parseInt(session.capabilities.browserVersion, 10);
  }

  async newPage() {
    return this;
  }

  async goto(url) {
    await this.#wire.send("WebDriver:Navigate", { url });
  }

  async evaluate(what, ...values) {
    const script = `const told = arguments[arguments.length - 1];
      Promise.resolve((${what})(...arguments[0])).then((value) => told({ value }), (error) => told({ error: String(error) }));`;
    const { value } = await this.#wire.send("WebDriver:ExecuteAsyncScript", {
      script,
      args: [values],
      sandbox: null,
    });
    if (value?.error) {
      throw new Error(value.error);
    }
    return value?.value;
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
    const actions = [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#keys(actions);
  }

  async press(key) {
    const value = {
      Enter: "\ue006",
      Tab: "\ue004",
      Escape: "\ue00c",
      Home: "\ue011",
      ArrowRight: "\ue014",
      ArrowDown: "\ue015",
    }[key];
    await this.#keys([
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
  }

  async #keys(actions) {
    await this.#wire.send("WebDriver:PerformActions", {
      actions: [{ type: "key", id: "keyboard", actions }],
    });
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
