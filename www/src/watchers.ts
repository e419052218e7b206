/** Those who want to know, until they no longer do. */

export class Watchers<T> {
  readonly #told = new Set<(what: T) => void>();

  /** Returns what ends it. */
  add(watcher: (what: T) => void): () => void {
    this.#told.add(watcher);
    return () => this.#told.delete(watcher);
  }

  tell(what: T): void {
    for (const watcher of this.#told) {
      watcher(what);
    }
  }
}
