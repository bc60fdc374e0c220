/** What XML cannot hold, and the percent sign by which it is spelt here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const spelt = /[%\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * A word that may hold any character, such as the name of an attribute, as XML can hold it: `%01`, `%uFFFE` and `%25` stand for what it cannot and for
 * the percent sign. `wordFromXml` gives it back.
 */
export function wordForXml(word: string): string {
  return word.replace(spelt, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return code.length > 2 ? `%u${code.padStart(4, '0')}` : `%${code.padStart(2, '0')}`;
  });
}

export function wordFromXml(word: string): string {
  return word.replace(/%(?:u([0-9A-F]{4})|([0-9A-F]{2}))/g, (_, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
  );
}
