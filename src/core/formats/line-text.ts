/**
 * What would end a line, or a field of it, for some reader: tabs and all that Python’s `splitlines` takes for line ends.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const breaks = /[\t-\r\x1c-\x1e\x85\u2028\u2029]/u;

const allBreaks = new RegExp(breaks, 'gu');

/** A text with a space for each break. */
export function withoutBreaks(text: string): string {
  return text.replace(allBreaks, ' ');
}

/** True for texts that a line can hold as they are, also for readers that trim: no breaks, no white space at the ends, not empty. */
export function isPlainLine(text: string): boolean {
  return text !== '' && text.trim() === text && !breaks.test(text) && !/\p{Surrogate}/u.test(text);
}

/** A JSON value in one line of plain characters. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029]/g, unicodeEscape);
}

/** The text that a JSON string holds, or undefined. */
export function textOfJson(json: string): string | undefined {
  if (!json.startsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
