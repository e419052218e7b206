/** Written by the build (`build-later.mjs`). */
declare module "shared-with-later" {
  /** Leaves the page's modules where a script that comes later finds them. */
  export function share(): void;
}

/** Written by the build (`build-catalogue.mjs`). */
declare module "catalogue-english" {
  const english: readonly string[];
  export default english;
}
