/**
 * The first letters of Pinyin: `xx` finds 小型. The browser knows the order of the characters by
 * their sound; the first character of each letter tells where it begins. Of a character with
 * several sounds the usual one is taken.
 */

const LETTERS = "abcdefghjklmnopqrstwxyz";
const FIRST = [..."阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀"];
const HAN = /[\u3400-\u9fff]/;

const order = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const isKnown = order.compare("吖", "帀") < 0 && order.compare("丙", "嚓") < 0;
const known = new Map<string, string>();

/** Characters of a text as letters, all others in lower case. */
export function initials(text: string): string {
  let letters = known.get(text);
  if (letters === undefined) {
    letters = isKnown ? [...text].map(initial).join("") : "";
    known.set(text, letters);
  }
  return letters;
}

function initial(character: string): string {
  if (!HAN.test(character)) {
    return character.toLowerCase();
  }
  let letter = "";
  for (const [index, first] of FIRST.entries()) {
    if (order.compare(first, character) <= 0) {
      letter = LETTERS[index] ?? "";
    }
  }
  return letter;
}
