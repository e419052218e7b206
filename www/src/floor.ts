/** What the grid library asks of a browser beyond this page's floor, Chromium 78. */

if (!("hasOwn" in Object)) {
  Object.defineProperty(Object, "hasOwn", {
    value: (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key),
  });
}
