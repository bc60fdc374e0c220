/** What a UTF-16 unit or code point is to the count. */
const separator = 0;
const letter = 1;
/** Counts by itself: scripts that put no spaces between words and write about one word a character. */
const ideograph = 2;
/** Holds a word together when letters stand on both sides: `Putin’s`, `pro-Russian`, `200,000`, `U.S`. */
const joiner = 3;

const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const letters = /[\p{L}\p{N}\p{M}]/u;
const joiners = /['’ʼ.,‐‑\-_\u00ad\u200c\u200d]/;

let table: Uint8Array | undefined;

/** The class of each unit of the basic plane, made at the first count (65,536 tests, a few milliseconds). */
function classes(): Uint8Array {
  if (table === undefined) {
    table = new Uint8Array(0x10000);
    for (let unit = 0; unit < table.length; unit++) table[unit] = classOf(String.fromCharCode(unit));
  }
  return table;
}

function classOf(character: string): number {
  if (joiners.test(character)) return joiner;
  if (ideographs.test(character)) return ideograph;
  return letters.test(character) ? letter : separator;
}

/**
 * How many words a text has, as word processors count: a run of letters, marks and digits is one, held together over an apostrophe, hyphen, full stop or comma
 * between two of them; each Chinese character and kana is one. Thai, Lao and Khmer, which need a dictionary, are counted by
 * their runs between spaces. (Intl.Segmenter over megabytes takes minutes: its every step walks the text.)
 */
export function countWords(text: string): number {
  const classOfUnit = classes();
  let words = 0;
  let previous = separator;
  let beforeJoiner = separator;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let kind = classOfUnit[unit] ?? separator;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      kind = classOf(String.fromCodePoint(text.codePointAt(i) ?? unit));
      i += text.codePointAt(i) === unit ? 0 : 1;
    }
    const continues = previous === letter || (previous === joiner && beforeJoiner === letter);
    if (kind === ideograph || (kind === letter && !continues)) words += 1;
    beforeJoiner = kind === joiner ? previous : separator;
    previous = kind;
  }
  return words;
}
