/** Compact JSON, well-formed Unicode: lone surrogates, which UTF-8 cannot hold, become U+FFFD, one code point for one. */
export function wellFormedJson(value: unknown): string {
  const written = JSON.stringify(value);
  // `JSON.stringify` writes lone surrogates, and only them, as an escape `\ud…`.
  if (!written.includes('\\ud')) return written;
  return written.replace(/\\(?:u(d[89a-f][0-9a-f]{2})|.)/g, (sequence, surrogate) =>
    surrogate === undefined ? sequence : '\ufffd',
  );
}

/**
 * The same on one line for every reader: U+0085, U+2028 and U+2029 are escaped, at which some programs (Python’s `splitlines` among them) break lines
 * that JSON does not.
 */
export function jsonLine(value: unknown): string {
  const written = wellFormedJson(value).replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${written}\n`;
}
