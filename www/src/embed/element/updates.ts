/** In the package, this takes the place of the page's `offline/updates`: the portal keeps the page, or does not. */

export class Updates {
  readonly waits = false;

  start(): void {
    return undefined;
  }

  apply(): void {
    return undefined;
  }
}
