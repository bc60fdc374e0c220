/**
 * Marks that a reader may leave out: accents, Hebrew points, Arabic vowel signs. Not the marks that are letters of their own, such as the vowel signs of
 * Indic scripts or the voicing marks of kana; nor U+0345, which an expression that passes over case would take for the letter iota.
 */
export const diacriticRanges =
  '\\u0300-\\u0344\\u0346-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670' +
  '\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';

const diacritics = new RegExp(`[${diacriticRanges}\\u0345]`, 'gu');
const oneDiacritic = new RegExp(`^[${diacriticRanges}]$`);

export function isDiacritic(letter: string): boolean {
  return oneDiacritic.test(letter);
}

/**
 * The letter without its diacritics, case kept.
 * @param letter one code point. What is not one letter afterwards stays as it is (ß is no `ss`).
 */
export function withoutDiacritics(letter: string): string {
  if (letter.length > 1 || letter < '\u00c0') return letter;
  const bare = letter.normalize('NFD').replace(diacritics, '').normalize('NFC');
  return bare.length === 1 ? bare : letter;
}

/** Letters above this, up to the ideographs, and those of the compatibility blocks, may be composed. */
const composedBlocks = [
  [0xc0, 0x3400],
  [0xf900, 0xfefd],
] as const;

let composed: ReadonlyMap<string, string> | undefined;

/** Every letter that `withoutDiacritics` makes into `bare`, in one string; empty when there is none but itself. */
export function composedOf(bare: string): string {
  composed ??= collectComposed();
  return composed.get(bare) ?? '';
}

/** About 14,000 letters are looked at, once, when a search first asks. */
function collectComposed(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [first, end] of composedBlocks) {
    for (let unit = first; unit < end; unit++) {
      const letter = String.fromCharCode(unit);
      const bare = withoutDiacritics(letter);
      if (bare !== letter) found.set(bare, (found.get(bare) ?? '') + letter);
    }
  }
  return found;
}
