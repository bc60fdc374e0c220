/** Reserved in values; `->` is escaped as one, as WebAnno does. */
const reserved = /->|[\\[\]|_;*\t\n]/g;
const escapedValue = /\\(->|[\\[\]|_;*tn])/g;

/** A value as it stands in a cell, without what `*` and `_` mean when they stand alone. */
export function escapeValue(value: string): string {
  return value.replace(reserved, (found) => (found === '\t' ? '\\t' : found === '\n' ? '\\n' : `\\${found}`));
}

export function unescapeValue(written: string): string {
  return written.replace(escapedValue, (_, found: string) =>
    found === 't' ? '\t' : found === 'n' ? '\n' : found,
  );
}

const named: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r', '\b': 'b' };
const meant: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
const inText = /[\0-\n\f-\x1f\\]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is escaped
const escapedText = /\\([\0-\x07\x0e-\x1f\\tnfrb])/g;
const escapedInJava = /\\(u+([0-9a-fA-F]{4})|[0-7]{1,3}|[\s\S])/g;

/** A line of a sentence’s text as it stands behind `#Text=`: a backslash before control characters and itself. */
export function escapeText(line: string): string {
  return line.replace(inText, (found) => `\\${named[found] ?? found}`);
}

/** @param minorVersion of the format: before 3.2 texts were escaped as in Java’s source */
export function unescapeText(written: string, minorVersion: number): string {
  if (minorVersion >= 2) return written.replace(escapedText, (_, found: string) => meant[found] ?? found);
  return written.replace(escapedInJava, (_, found: string, hexadecimal: string | undefined) => {
    if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
    if (/^[0-7]/.test(found)) return String.fromCharCode(Number.parseInt(found, 8));
    return meant[found] ?? found;
  });
}

/** The parts of a cell between separators that no backslash stands before. */
export function splitCell(cell: string, separator: '|' | ';'): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === '\\') i += 1;
    else if (cell[i] === separator) {
      parts.push(cell.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(cell.slice(start));
  return parts;
}

/** A value and what stands in the brackets behind it: `PER[1]`, `1-3[2_4]`. */
export interface Suffixed {
  readonly value: string;
  readonly suffix: string | undefined;
}

export function splitSuffix(written: string): Suffixed {
  const [, value, suffix] = /^(.*)\[([\d_]+)\]$/s.exec(written) ?? [];
  if (value === undefined || isEscaped(written, value.length)) return { value: written, suffix: undefined };
  return { value, suffix };
}

/** True when an odd number of backslashes stands before the place. */
function isEscaped(text: string, place: number): boolean {
  let count = 0;
  while (text[place - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
