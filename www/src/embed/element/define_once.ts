/**
 * Takes the place of `customElements.define` in the element's bundle: a page that loads it twice, in
 * two versions of a portal's own bundles, goes on with the one that came first.
 */

export function defineOnce(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) {
    window.customElements.define(name, element);
  }
}
