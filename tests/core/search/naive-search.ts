import type { Fragment } from '../../../src/core/model/fragment.ts';
import type { Query } from '../../../src/core/search/query.ts';
import { snapToWords } from '../../../src/core/text/words.ts';

interface Letter {
  readonly start: number;
  /** Behind its diacritics, where these are folded. */
  readonly end: number;
  readonly bare: string;
}

const mark = /^[\u0300-\u0344\u0346-\u036f\u064b-\u0652]$/;

/** Words looked for in the slowest and plainest way: every place of the text, letter by letter. For the modes without expressions. */
export function naiveSearch(text: string, query: Query): Fragment[] {
  const folds =
    query.foldDiacritics &&
    lettersOf(query.words, false).some(({ bare }) => !mark.test(bare) && bare.trim() !== '');
  const words = query.mode === 'wholeWord' ? query.words.trim() : query.words;
  const sought = lettersOf(words, folds).filter(
    ({ bare }, i, all) => bare !== '' && !(bare === ' ' && all[i - 1]?.bare === ' '),
  );
  const letters = lettersOf(text, folds);
  const edges = new Set([...new Intl.Segmenter('und').segment(text)].map(({ index }) => index)).add(
    text.length,
  );
  const found: Fragment[] = [];
  let last = 0;
  for (let i = 0; i < letters.length; i++) {
    const start = letters[i]?.start ?? 0;
    const end =
      start < last || sought.length === 0 ? undefined : endOfMatch(letters, i, sought, query.matchCase);
    if (end === undefined || !edges.has(start) || !edges.has(end)) continue;
    if (query.mode === 'wholeWord' && !isWhole(text, { start, end })) continue;
    found.push({ start, end });
    last = end;
  }
  return found;
}

function endOfMatch(
  letters: readonly Letter[],
  at: number,
  sought: readonly Letter[],
  matchCase: boolean,
): number | undefined {
  let i = at;
  for (const [place, { bare }] of sought.entries()) {
    if (bare === ' ') {
      if (!isSpace(letters[i])) return undefined;
      i += 1;
      while (place > 0 && isSpace(letters[i])) i += 1;
    } else {
      const letter = letters[i];
      if (letter === undefined || !same(letter.bare, bare, matchCase)) return undefined;
      i += 1;
    }
  }
  return letters[i - 1]?.end;
}

/** A text's letters; in a query, where a run of white space is one, `' '` stands for it. */
function lettersOf(text: string, folds: boolean): Letter[] {
  const letters: Letter[] = [];
  let start = 0;
  for (const point of text) {
    const end = start + point.length;
    const last = letters.at(-1);
    if (folds && mark.test(point)) {
      if (last !== undefined && last.bare.trim() !== '') letters[letters.length - 1] = { ...last, end };
      else letters.push({ start, end, bare: '' });
    } else letters.push({ start, end, bare: point.trim() === '' ? ' ' : folds ? bareOf(point) : point });
    start = end;
  }
  return letters;
}

function bareOf(point: string): string {
  const bare = [...point.normalize('NFD')]
    .filter((part) => !mark.test(part))
    .join('')
    .normalize('NFC');
  return [...bare].length === 1 ? bare : point;
}

function same(a: string, b: string, matchCase: boolean): boolean {
  return a === b || (!matchCase && a.toUpperCase() === b.toUpperCase());
}

function isSpace(letter: Letter | undefined): boolean {
  return letter?.bare === ' ';
}

function isWhole(text: string, fragment: Fragment): boolean {
  const snapped = snapToWords(text, fragment);
  return snapped?.start === fragment.start && snapped.end === fragment.end;
}
