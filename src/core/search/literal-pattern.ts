import { composedOf, diacriticRanges, isDiacritic, withoutDiacritics } from './diacritics.ts';
import type { Query } from './query.ts';

/**
 * The engine's own expression for words taken literally. It holds no choice that could run away: a class a letter, runs of marks and of white space
 * between, of which none can take what the next would.
 * @returns undefined when there is nothing to look for.
 */
export function literalPattern({
  words,
  matchCase,
  foldDiacritics,
}: Omit<Query, 'mode'>): RegExp | undefined {
  const parts = words.match(/\s+|\S/gu) ?? [];
  const folds = foldDiacritics && parts.some((part) => !isDiacritic(part) && part.trim() !== '');
  const source = parts
    .filter((part) => !(folds && isDiacritic(part)))
    .map((part, i) => {
      // A run before the first letter would be tried again from each of its places.
      if (part.trim() === '') return i === 0 ? '\\s' : '\\s+';
      return folds ? foldedClass(part, matchCase) : escaped(part);
    })
    .join('');
  return source === '' ? undefined : new RegExp(source, matchCase ? 'gu' : 'giu');
}

function foldedClass(letter: string, matchCase: boolean): string {
  const bare = withoutDiacritics(letter);
  const forms = matchCase ? [bare] : [...new Set([bare, bare.toLowerCase(), bare.toUpperCase()])];
  const composed = forms.map(composedOf).join('');
  const one = composed === '' ? escaped(bare) : `[${escaped(bare)}${composed}]`;
  return `${one}[${diacriticRanges}]*`;
}

function escaped(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
}
