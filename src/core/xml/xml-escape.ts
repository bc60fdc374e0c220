/**
 * What no XML 1.0 document can hold, not even by reference (section 2.2): most control characters, U+FFFE, U+FFFF and lone surrogates. Formats that
 * say `controls: false` have none in their values; the escapes here write U+FFFD for them all the same, so that a document is always well-formed.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers would make a space or a line feed of these.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  // Line ends in XML 1.1, and in the eyes of some programs.
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text
    .replace(forbidden, '\ufffd')
    .replace(/[&<>\r\u0085\u2028]/g, (character) => references[character] ?? '');
}

/** A value as it stands between double quotes. */
export function escapeAttribute(value: string): string {
  return value
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"\t\n\r\u0085\u2028]/g, (character) => references[character] ?? '');
}

/** JSON that can stand in XML whatever its strings hold: what XML forbids is spelt `\uXXXX`, as JSON allows. */
export function jsonForXml(value: unknown): string {
  return JSON.stringify(value).replace(
    forbidden,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
