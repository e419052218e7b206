/**
 * Makes the page's stylesheet fit a shadow: what it says of the page, it says of the element that
 * everything is drawn in; sizes follow that element's print and not the portal's; and colours can be
 * set from outside. Each change must find what it changes.
 */

/** The element that takes the place of `html` and `body`. */
const TOP = ".al-top";
/** What the page's print is measured in: of the portal's root it would follow the portal. */
const REM = "var(--al-rem)";
const PRINT = "var(--arrears-font-size, 15px)";

export function shadowStyle(page, own) {
  let text = themed(page);
  text = replaced(text, /@page[^{]*\{[^}]*\}/g, "");
  text = replaced(text, /body\.on-paper[^{]*\{[^}]*\}/g, "");
  text = replaced(text, /html\{font-size:15px\}/g, "");
  text = replaced(text, /html\.large\{font-size:20px\}/g, "");
  text = replaced(text, /html\.large/g, `${TOP}.large`);
  text = replaced(text, /html\[lang="?en"?\]/g, `${TOP}[lang=en]`);
  text = replaced(text, /\bhtml\{/g, `${TOP}{`);
  text = replaced(text, /\bbody\{/g, `${TOP}{`);
  text = replaced(text, /(\d*\.?\d+)rem\b/g, (_, size) => `calc(${REM} * ${size})`);
  const left = /(?:^|[},\s])(?:html|body|:root)\b[^{}]*\{/.exec(text);
  if (left) {
    throw new Error(`the stylesheet still speaks of the page: ${left[0]}`);
  }
  return [reset(), text, own].join("");
}

/** Whatever the portal does to everything: nothing of it comes in but the colours it is asked for. */
function reset() {
  return (
    `${TOP}{all:initial;display:block;--al-rem:${PRINT};font-size:${REM}}` +
    `${TOP}.large{--al-rem:calc(${PRINT} * 1.333)}`
  );
}

/** Each variable of the page's look can be set by one of the same name with `--arrears-`. */
function themed(text) {
  return replaced(text, /:root\{([^}]*)\}/g, (_, block) => {
    const lines = block.split(";").map((line) => {
      const [, name, value] = /^--([\w-]+):([\s\S]*)$/.exec(line.trim()) ?? [];
      return name ? `--${name}:var(--arrears-${name},${value.trim()})` : line;
    });
    return `:host{${lines.join(";")}}`;
  });
}

function replaced(text, pattern, by) {
  if (text.search(pattern) === -1) {
    throw new Error(`the stylesheet no longer has ${pattern}`);
  }
  return text.replace(pattern, by);
}
