/** What the grid library asks of a browser beyond this page's floor, Chromium 78. */

if (!("hasOwn" in Object)) {
  Object.defineProperty(Object, "hasOwn", {
    value: (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key),
  });
}

/** Holds fast what the real one would let go: a grid that was left stays in memory. */
class FastRef<T extends object> {
  constructor(private readonly target: T) {}

  deref(): T {
    return this.target;
  }
}

if (!("WeakRef" in window)) {
  Object.defineProperty(window, "WeakRef", { value: FastRef });
}
