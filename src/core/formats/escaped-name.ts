const escaped = /_x([0-9A-F]{1,6})_/g;

/** What looks like an escape and has to be one, to come back as it was. */
export const looksEscaped = /_(?=x[0-9A-F]*_)/;

/**
 * A name for a format in which some characters would end it: each of these is written as `_x1F3AD_`, its code point in hexadecimal, and no name at all
 * as `_x_`.
 * @param other the characters that the format does not take, and `looksEscaped`, as a global expression
 */
export function escapedName(name: string, other: RegExp): string {
  return name === '' ? '_x_' : name.replace(other, escapedCharacter);
}

/** What a name in a file stands for. */
export function unescapedName(written: string): string {
  if (written === '_x_') return '';
  return written.replace(escaped, (whole, hexadecimal: string) => {
    const codePoint = Number.parseInt(hexadecimal, 16);
    return codePoint > 0x10ffff ? whole : String.fromCodePoint(codePoint);
  });
}

export function escapedCharacter(character: string): string {
  return `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`;
}
