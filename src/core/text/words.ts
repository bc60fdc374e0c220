import type { Fragment } from '../model/fragment.ts';
import { snapToGrapheme } from './graphemes.ts';
import { isWhiteSpace, skipWhiteSpace, skipWhiteSpaceBack } from './white-space.ts';

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * How far the segmenter looks to either side when no white space stands nearer, in UTF-16 units. Chinese, Japanese and Thai are divided with a dictionary over
 * whole runs; no word, and no context that decides on one, is longer than a sentence.
 */
const neighbourhoodLimit = 512;

const apostrophes = /['’ʼ]/;

/** A stretch that the Unicode word rules keep together: a word, or the punctuation or white space between two. */
interface Piece extends Fragment {
  readonly isWord: boolean;
}

/** The piece that holds the unit at `offset`, which must be inside the text. */
function pieceAt(text: string, offset: number): Piece {
  // Before white space, and behind a run of it, a word always ends: the segmenter need not see further.
  let start = offset;
  while (start > 0 && !isWhiteSpace(text.charCodeAt(start)) && offset - start < neighbourhoodLimit)
    start -= 1;
  let end = offset + 1;
  while (end < text.length && !isWhiteSpace(text.charCodeAt(end)) && end - offset < neighbourhoodLimit)
    end += 1;
  start = snapToGrapheme(text, start, 'start');
  end = snapToGrapheme(text, end, 'end');
  const piece = segmenter.segment(text.slice(start, end)).containing(offset - start);
  if (piece === undefined) throw new Error('the offset is inside the neighbourhood that was made around it');
  return {
    start: start + piece.index,
    end: start + piece.index + piece.segment.length,
    isWord: piece.isWordLike === true,
  };
}

/**
 * The word under the caret at `offset`, or the one that ends there; undefined between spaces or punctuation. Offsets in UTF-16 units.
 * Words are those of Unicode's rules and ICU's dictionaries: `Putin’s` is one, `pro-Russian` two.
 */
export function wordAt(text: string, offset: number): Fragment | undefined {
  for (const at of [offset, offset - 1]) {
    if (at < 0 || at >= text.length) continue;
    const { start, end, isWord } = pieceAt(text, at);
    if (isWord) return { start, end };
  }
  return undefined;
}

/** The end of the first word that ends behind `offset`; the text's length when there is none. */
export function nextWordEnd(text: string, offset: number): number {
  return wordAfter(text, offset, ({ end }) => end > offset)?.end ?? text.length;
}

/** The start of the first word that starts behind `offset`; the text's length when there is none. */
export function nextWordStart(text: string, offset: number): number {
  return wordAfter(text, offset, ({ start }) => start > offset)?.start ?? text.length;
}

/** The start of the last word that starts before `offset`; 0 when there is none. */
export function previousWordStart(text: string, offset: number): number {
  return wordBefore(text, offset, () => true)?.start ?? 0;
}

/** The end of the last word that ends before `offset`; 0 when there is none. */
export function previousWordEnd(text: string, offset: number): number {
  return wordBefore(text, offset, ({ end }) => end < offset)?.end ?? 0;
}

function wordAfter(text: string, offset: number, isMeant: (word: Fragment) => boolean): Fragment | undefined {
  const letter = /[\p{L}\p{N}]/gu;
  letter.lastIndex = Math.max(0, offset);
  for (let found = letter.exec(text); found !== null; found = letter.exec(text)) {
    const piece = pieceAt(text, found.index);
    if (piece.isWord && isMeant(piece)) return piece;
    letter.lastIndex = Math.max(piece.end, letter.lastIndex);
  }
  return undefined;
}

function wordBefore(
  text: string,
  offset: number,
  isMeant: (word: Fragment) => boolean,
): Fragment | undefined {
  let at = Math.min(offset, text.length) - 1;
  while (at >= 0) {
    if (/[\p{L}\p{N}\p{M}\p{Cs}]/u.test(text.charAt(at))) {
      const piece = pieceAt(text, at);
      if (piece.isWord && isMeant(piece)) return piece;
      at = piece.start;
    }
    at -= 1;
  }
  return undefined;
}

/** The fragment without white space at its ends; undefined when it holds nothing else. */
export function trimWhiteSpace(text: string, fragment: Fragment): Fragment | undefined {
  const start = skipWhiteSpace(text, Math.max(0, fragment.start), Math.min(fragment.end, text.length));
  const end = skipWhiteSpaceBack(text, start, Math.min(fragment.end, text.length));
  return start < end ? { start, end } : undefined;
}

/**
 * The fragment that a selection means: outer white space left out, an end inside a word moved out to the word's boundary, no grapheme cluster split.
 * Punctuation and quotation marks that were selected are kept. An end before the apostrophe of `Putin’s` and a start
 * behind that of `l’Ukraine` stay: there the name itself was meant. Undefined when only white space was selected.
 */
export function snapToWords(text: string, fragment: Fragment): Fragment | undefined {
  const trimmed = trimWhiteSpace(text, fragment);
  if (trimmed === undefined) return undefined;
  const start = snapToGrapheme(text, trimmed.start, 'start');
  const end = snapToGrapheme(text, trimmed.end, 'end');
  const first = pieceAt(text, start);
  const last = pieceAt(text, end - 1);
  return {
    start: first.isWord && !standsBehindElision(text, start, first) ? first.start : start,
    end: last.isWord && !standsBeforeClitic(text, end, last) ? last.end : end,
  };
}

/** `l’|Ukraine`, `d’|Arc`, `O’|Brien`; not `Putin’|s` or `they’|ll`, whose tails are too short to be meant alone. */
function standsBehindElision(text: string, start: number, word: Fragment): boolean {
  return start > word.start && word.end - start >= 3 && apostrophes.test(text.charAt(start - 1));
}

/** `Putin|’s`, `they|’re`; not `don|’t`. */
function standsBeforeClitic(text: string, end: number, word: Fragment): boolean {
  if (end >= word.end || !apostrophes.test(text.charAt(end))) return false;
  return text.slice(end + 1, word.end).toLowerCase() !== 't';
}
