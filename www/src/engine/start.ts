/**
 * Starts a module: as WebAssembly where that can be had, else as its twin in plain JavaScript, which
 * answers alike and takes longer. Which one is found by trying: what a kernel is called says nothing
 * of what its owner, or a portal's policy, has switched off.
 */

import { moduleBytes } from "./bytes";
import { refusal } from "./refusal";
import { leftBy } from "./script";

/** What wasm-bindgen writes, and what the build adds to it. */
export interface Glue {
  default(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** Starts on what the twin exports. */
  startTwin(make: Make): unknown;
}

/** Makes an instance of a twin. */
export type Make = (imports: object) => object;

/** How a module runs; `why` says why it is not WebAssembly, in the browser's own words. */
export interface Started {
  kind: "wasm" | "js";
  why: string;
}

export class Module {
  started: Started | null = null;
  #compiled: WebAssembly.Module | null = null;
  #make: Make | null = null;

  /** `stem` is what the module's files are called, but for their ends. */
  constructor(
    private readonly glue: Glue,
    private readonly stem: string,
  ) {}

  /** Starts it, or starts it anew. Rejects where neither it nor its twin can be had. */
  async start(): Promise<void> {
    if (!this.#make) {
      try {
        this.#compiled ??= await this.#compile();
        await this.glue.default({ module_or_path: this.#compiled });
        this.started = { kind: "wasm", why: "" };
        return;
      } catch (error) {
        this.#compiled = null;
        await this.#findTwin(String(error));
      }
    }
    if (this.#make) {
      this.glue.startTwin(this.#make);
    }
  }

  async #compile(): Promise<WebAssembly.Module> {
    const refused = refusal();
    if (refused !== null) {
      throw new Error(refused);
    }
    return WebAssembly.compile(await moduleBytes(`${this.stem}_bg.wasm`));
  }

  async #findTwin(why: string): Promise<void> {
    try {
      this.#make = await leftBy<Make>(`${this.stem}_twin`);
    } catch (error) {
      throw new Error(`${why}; ${String(error)}`);
    }
    this.started = { kind: "js", why };
  }
}

/** Whether a call stopped its module short, so that it is of no more use. */
export function isFault(error: unknown): boolean {
  return typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError
    ? true
    : error instanceof Error && error.message === TRAP;
}

/** What a twin throws where WebAssembly would stop. */
const TRAP = "abort";
