/** U+FEFF; at the start of a text it is a byte order mark, anywhere else a character of the text. */
const byteOrderMark = '\ufeff';

/** Text as it is kept, and how many characters had to be replaced for it. */
export interface CanonicalText {
  readonly text: string;
  /** Lone surrogates that became U+FFFD. */
  readonly replacements: number;
}

/**
 * The canonical text of decoded or pasted text: one leading U+FEFF left out, `\r\n` and `\r` written as `\n`, lone surrogates (which no
 * encoding can hold) replaced by U+FFFD and counted. U+0085, U+2028 and U+2029 are left alone: Python, JSON and every editor that an
 * offset may be checked with count them as ordinary characters. Nothing is trimmed or normalised.
 */
export function canonicalText(raw: string): CanonicalText {
  return canonicalCharacters(raw.startsWith(byteOrderMark) ? raw.slice(1) : raw);
}

/** The same for a text whose leading U+FEFF belongs to it. */
export function canonicalCharacters(raw: string): CanonicalText {
  const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (lines.isWellFormed()) return { text: lines, replacements: 0 };
  let replacements = 0;
  // With the `u` flag a surrogate matches only where it is not half of a pair.
  const text = lines.replace(/\p{Surrogate}/gu, () => {
    replacements += 1;
    return '\ufffd';
  });
  return { text, replacements };
}
