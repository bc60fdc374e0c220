import { escapedCharacter, escapedName, looksEscaped, unescapedName } from '../escaped-name.ts';

/** Names end at the first space, colon, comma or bar in brat’s files. Letters and digits of every script, `_`, `-` and `.` stand for themselves. */
const other = new RegExp(`${looksEscaped.source}|[^\\p{L}\\p{M}\\p{N}_.-]`, 'gu');

/** A type, role or attribute’s name as it is written in brat’s files. */
export function bratName(name: string): string {
  const written = escapedName(name, other);
  // A line of hyphens alone divides lists in brat's configuration.
  return /^-+$/.test(written) ? `${escapedCharacter('-')}${written.slice(1)}` : written;
}

/** The name as a role of an event, at whose end digits only tell roles of one kind apart: `Org-Arg2`. */
export function bratRole(name: string): string {
  return bratName(name).replace(/\d$/, escapedCharacter);
}

/** What a role in a file stands for, without the number that tells it apart. */
export function nameOfBratRole(written: string): string {
  return unescapedName(/^(.+?)\d*$/s.exec(written)?.[1] ?? written);
}
