const onlyAscii = /^[\0-\x7f]*$/;
const marks = /\p{M}+/gu;
const space = /\s+/g;

/**
 * A text as searching sees it: without case and diacritics, every stretch of white space as one space. Two texts that a person would call the
 * same words have the same key, so that a line that is broken in the middle of a phrase does not hide it.
 */
export function searchKey(text: string): string {
  const plain = onlyAscii.test(text) ? text : text.normalize('NFD').replace(marks, '');
  return plain.toLowerCase().replace(space, ' ');
}

/**
 * Where in a text the unit at `at` of its search key comes from, both in UTF-16 units. Walks the text up to there.
 */
export function placeOfKeyUnit(text: string, at: number): number {
  let units = 0;
  let place = 0;
  let isSpaced = false;
  for (const character of text) {
    const isSpace = character.trim() === '';
    if (!isSpace || !isSpaced) {
      const length = isSpace ? 1 : searchKey(character).length;
      if (units + length > at) return place;
      units += length;
    }
    isSpaced = isSpace;
    place += character.length;
  }
  return place;
}
