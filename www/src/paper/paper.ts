/**
 * The paper: what the browser prints in place of the page. It is drawn when printing begins, and
 * only then: ten thousand rows are no screen.
 */

/** Draws sheets into the paper. */
export type Draw = (paper: HTMLElement) => void;

/** What is printed while its view is up; a statement goes before it once. */
let standing: Draw | null = null;
let once: Draw | null = null;
let lying: HTMLElement | null = null;

/** Has something printed whenever the browser prints, until the answer is called. */
export function stands(draw: Draw): () => void {
  standing = draw;
  return () => {
    standing = standing === draw ? null : standing;
  };
}

/** Prints something now. */
export function print(draw: Draw): void {
  once = draw;
  window.print();
  once = null;
}

window.addEventListener("beforeprint", () => {
  clear();
  const draw = once ?? standing;
  if (draw) {
    lying = document.createElement("div");
    lying.id = "paper";
    document.body.append(lying);
    document.body.classList.add("on-paper");
    draw(lying);
  }
});
window.addEventListener("afterprint", clear);

function clear(): void {
  lying?.remove();
  lying = null;
  document.body.classList.remove("on-paper");
}
