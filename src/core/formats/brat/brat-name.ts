/**
 * Types, roles and attribute names as brat files have them, where they end at the first space, colon, comma or bar. Letters and digits of every
 * script, `_`, `-` and `.` stand for themselves; any other character is `_x1F3AD_`, its code point in hexadecimal, and no name at all is `_x_`.
 */
const other = /_(?=x[0-9A-F]*_)|[^\p{L}\p{M}\p{N}_.-]/gu;
const escaped = /_x([0-9A-F]{1,6})_/g;

/** The name as it is written. */
export function bratName(name: string): string {
  if (name === '') return '_x_';
  const written = name.replace(other, escapeCharacter);
  // A line of hyphens alone divides lists in brat's configuration.
  return /^-+$/.test(written) ? `_x2D_${written.slice(1)}` : written;
}

/** The name as a role of an event, at whose end digits only tell roles of one kind apart: `Org-Arg2`. */
export function bratRole(name: string): string {
  return bratName(name).replace(/\d$/, escapeCharacter);
}

/** What a name in a file stands for. */
export function nameOfBrat(written: string): string {
  if (written === '_x_') return '';
  return written.replace(escaped, (whole, hexadecimal: string) => {
    const codePoint = Number.parseInt(hexadecimal, 16);
    return codePoint > 0x10ffff ? whole : String.fromCodePoint(codePoint);
  });
}

/** What a role in a file stands for, without the number that tells it apart. */
export function nameOfBratRole(written: string): string {
  return nameOfBrat(/^(.+?)\d*$/s.exec(written)?.[1] ?? written);
}

function escapeCharacter(character: string): string {
  return `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}_`;
}
