import { isDiacritic, withoutDiacritics } from './diacritics.ts';

/** A text without diacritics, and the way back to where its letters stand in the original. */
export interface FoldedText {
  readonly text: string;
  /** Where the letter at `offset` of the folded text stands in the original; the original's length at the end. UTF-16 units. */
  originalOffset(offset: number): number;
}

/** Where letters with diacritics and the marks themselves stand, with much else between. */
const mayFold = /[\u00c0-\u33ff\uf900-\ufefc]/g;

/** The text with the diacritics of its letters dropped. Text that has none is handed back as it is. */
export function foldText(text: string): FoldedText {
  /** Offsets in the folded text behind which a mark was dropped, ascending, one for each mark. */
  const dropped: number[] = [];
  const pieces: string[] = [];
  let copied = 0;
  let length = 0;
  mayFold.lastIndex = 0;
  for (let found = mayFold.exec(text); found !== null; found = mayFold.exec(text)) {
    const [letter] = found;
    const isMark = isDiacritic(letter);
    const bare = isMark ? '' : withoutDiacritics(letter);
    if (bare === letter) continue;
    pieces.push(text.slice(copied, found.index), bare);
    length += found.index - copied + bare.length;
    copied = found.index + 1;
    if (isMark) dropped.push(length);
  }
  if (copied === 0) return { text, originalOffset: (offset) => offset };
  pieces.push(text.slice(copied));
  return {
    text: pieces.join(''),
    originalOffset: (offset) => offset + countUpTo(dropped, offset),
  };
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
