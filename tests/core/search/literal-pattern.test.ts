import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diacriticRanges } from '../../../src/core/search/diacritics.ts';
import { literalPattern, mayHoldMarks } from '../../../src/core/search/literal-pattern.ts';

const letters = fc.constantFrom(
  ...'aAáÁǎeEéÉiIİıjkKKsSſšßẞſtTüÜÅÅœŒøØöоОёЁیيكχΧσςΣω',
  ' ',
  '\n',
  '.',
  '-',
  '[',
  '^',
  '\\',
  '’',
  '😀',
  '中',
);
const text = fc.array(letters, { maxLength: 30 }).map((parts) => parts.join(''));
const query = fc.record({
  words: fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  matchCase: fc.boolean(),
  foldDiacritics: fc.boolean(),
});

const places = (of: string, pattern: RegExp) =>
  [...of.matchAll(pattern)].map(({ 0: found, index }) => [index, found]);

test('the quick expression finds in unmarked texts just what the careful one finds', () => {
  fc.assert(
    fc.property(text, query, (of, asked) => {
      const pattern = literalPattern(asked);
      fc.pre(pattern?.unmarked !== undefined && !mayHoldMarks(of));
      if (pattern?.unmarked === undefined) return;
      expect(places(of, pattern.unmarked)).toEqual(places(of, pattern.any));
    }),
    { numRuns: 3_000 },
  );
});

test('no diacritic is taken for a text without marks', () => {
  const one = new RegExp(`[${diacriticRanges}]`);
  for (let code = 0; code < 0x10000; code++) {
    const letter = String.fromCharCode(code);
    if (one.test(letter)) expect(mayHoldMarks(letter), code.toString(16)).toBe(true);
  }
});

test('letters beyond the basic plane have no quick expression', () => {
  expect(literalPattern({ words: 'a😀', matchCase: false, foldDiacritics: true })?.unmarked).toBeUndefined();
  expect(
    literalPattern({ words: 'a\u0301', matchCase: false, foldDiacritics: true })?.unmarked,
  ).toBeDefined();
});
