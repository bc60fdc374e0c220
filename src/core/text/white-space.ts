/**
 * True when the UTF-16 unit is white space as `\s` has it: blanks, tabs, line ends, no-break and typographic spaces, U+FEFF.
 * Zero-width spaces (U+200B) are not. NaN (beyond the text) is not either.
 */
export function isWhiteSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x1680) return unit === 0xa0;
  return (
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

/** The first offset in `[start, end)` that holds no white space, or `end`. */
export function skipWhiteSpace(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The offset behind the last unit in `[start, end)` that is no white space, or `start`. */
export function skipWhiteSpaceBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** Words as they stand in a sentence or a cell: each stretch of white space is one space, and none stands at the ends. */
export function onOneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
