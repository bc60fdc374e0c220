import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhraseSearch } from '../../../../src/core/suggest/same-again/phrase-search.ts';

const found = (phrases: readonly string[], text: string) =>
  new PhraseSearch(phrases)
    .find(text)
    .map(({ phrase, start, end }) => [phrases[phrase], text.slice(start, end)]);

test('finds whole words in any case, over line ends, the longest of those that begin at a place', () => {
  expect(
    found(
      ['Ann', 'ann lee', 'Lee', 'harbour'],
      'ANN  spoke. Ann\n Lee’s annex, the harbours, a harbour; Lee!',
    ),
  ).toEqual([
    ['Ann', 'ANN'],
    ['ann lee', 'Ann\n Lee'],
    ['harbour', 'harbour'],
    ['Lee', 'Lee'],
  ]);
});

test('finds a shorter phrase where a longer one that holds it does not go on', () => {
  expect(found(['new york city', 'york'], 'In New York it rained.')).toEqual([['york', 'York']]);
  expect(found(['a b c d', 'b c'], 'a b c e')).toEqual([['b c', 'b c']]);
  expect(found(['', ' '], 'a b')).toEqual([]);
});

test('finds what looking for each phrase by itself finds', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'ba', 'aab');
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 5 }),
      fc.array(word, { maxLength: 20 }),
      (phrases, all) => {
        const text = all.join(' ');
        const slow: [number, number][] = [];
        for (let at = 0; at < text.length; at++) {
          if (/\w/.test(text.charAt(at - 1))) continue;
          const fits = phrases
            .filter((phrase) => text.startsWith(phrase, at) && !/\w/.test(text.charAt(at + phrase.length)))
            .map(({ length }) => length);
          if (fits.length > 0 && at >= (slow.at(-1)?.[1] ?? 0)) slow.push([at, at + Math.max(...fits)]);
        }
        expect(new PhraseSearch(phrases).find(text).map(({ start, end }) => [start, end])).toEqual(slow);
      },
    ),
  );
});
