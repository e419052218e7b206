/**
 * The paper: what the browser prints in place of the page. It is drawn when printing begins, and
 * only then: ten thousand rows are no screen.
 */

/** Draws sheets into the paper. */
export type Draw = (paper: HTMLElement) => void;

/** What is printed while its view is up; a statement goes before it once. */
let standing: Draw | null = null;
let once: Draw | null = null;
let lying: Lying | null = null;

/** The paper while it lies there. */
interface Lying {
  paper: HTMLElement;
  /** Takes it away. */
  clear(): void;
}

/** Puts an empty paper in place of everything else. */
type Lay = () => Lying;

let lay: Lay = () => {
  const paper = document.createElement("div");
  paper.id = "paper";
  document.body.append(paper);
  document.body.classList.add("on-paper");
  return {
    paper,
    clear() {
      paper.remove();
      document.body.classList.remove("on-paper");
    },
  };
};

/** Has the paper lie elsewhere than in the page's own body. */
export function layBy(other: Lay): void {
  lay = other;
}

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
    lying = lay();
    draw(lying.paper);
  }
});
window.addEventListener("afterprint", clear);

function clear(): void {
  lying?.clear();
  lying = null;
}
