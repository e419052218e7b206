/** The one function of Node.js that the package calls. */
declare module "node:fs/promises" {
  export function readFile(file: URL): Promise<ArrayLike<number>>;
}
