import type { Fragment } from '../../model/fragment.ts';
import type { Gazetteer, Place } from '../../places/gazetteer.ts';

/** A stretch of text that is the name of some place. Offsets in UTF-16 units. */
export interface PlaceName extends Fragment {
  /** What it could be, the best known first. Never empty. */
  readonly places: readonly Place[];
}

/** A word: letters with their marks, points between letters (“U.S.”), apostrophes and hyphens within. */
const word = /\p{L}[\p{L}\p{M}]*(?:['’.-]\p{L}[\p{L}\p{M}]*)*/gu;
/** Small words within names: “Isle of Man”, “Rio de Janeiro”. */
const within =
  /^(?:of|the|and|de|da|do|del|della|la|le|les|du|dos|das|di|am|an|der|den|im|in|on|upon|sur|en|el|al|y|e|i|op|aan)$/u;
/** The longest name, in words. */
const mostWords = 5;

interface Word extends Fragment {
  readonly words: string;
}

/**
 * The names of places in a stretch of text: the longest that the gazetteer has from each word with a capital on. What is all in capitals is looked up as it is usually written too.
 */
export function* placeNamesIn(
  text: string,
  { start, end }: Fragment,
  gazetteer: Gazetteer,
): Generator<PlaceName> {
  const all: Word[] = [...text.slice(start, end).matchAll(word)].map(({ 0: words, index }) => ({
    start: start + index,
    end: start + index + words.length,
    words,
  }));
  for (let at = 0; at < all.length; at += 1) {
    const found = longestFrom(text, all, at, gazetteer);
    if (found === undefined) continue;
    yield found.name;
    at += found.count - 1;
  }
}

function longestFrom(
  text: string,
  all: readonly Word[],
  at: number,
  gazetteer: Gazetteer,
): { readonly name: PlaceName; readonly count: number } | undefined {
  const first = all[at];
  if (first === undefined || !/^\p{Lu}/u.test(first.words)) return undefined;
  // “US$”
  if (text[first.end] === '$') return undefined;
  for (let count = Math.min(mostWords, lengthOfRun(text, all, at)); count > 0; count -= 1) {
    const last = all[at + count - 1];
    if (last === undefined || within.test(last.words)) continue;
    for (const end of endsOf(text, last)) {
      const places = placesNamed(text.slice(first.start, end), gazetteer);
      if (places.length > 0) return { name: { start: first.start, end, places }, count };
    }
  }
  return undefined;
}

/** The words from here on that may be one name: with a capital, or small ones that names have within, and nothing but a space between them. */
function lengthOfRun(text: string, all: readonly Word[], from: number): number {
  let count = 1;
  for (; count < mostWords; count += 1) {
    const [before, next] = [all[from + count - 1], all[from + count]];
    if (before === undefined || next === undefined) break;
    // “St. Louis”, “Washington D.C.”
    if (!/^\.? $/u.test(text.slice(before.end, next.start))) break;
    if (!/^\p{Lu}/u.test(next.words) && !within.test(next.words)) break;
  }
  return count;
}

/** Where a name that ends with this word may end: with the point of “U.S.”, and without a possessive ending. */
function endsOf(text: string, { words, start, end }: Word): number[] {
  const possessive = /['’]s$/u.exec(words);
  const bare = possessive === null ? [] : [start + possessive.index];
  return /\./u.test(words) && text[end] === '.' ? [end + 1, end] : [end, ...bare];
}

/** @param name as it stands in the text */
function placesNamed(name: string, gazetteer: Gazetteer): readonly Place[] {
  const plain = name.replaceAll('’', "'");
  const found = gazetteer.named(plain);
  if (found.length > 0) return found;
  if (plain.endsWith('.')) return placesNamed(plain.slice(0, -1), gazetteer);
  if (plain.length > 3 && /^[\p{Lu}\s.'-]+$/u.test(plain)) {
    return gazetteer.named(
      plain.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase()),
    );
  }
  return [];
}
