import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SourceText } from '../../../src/core/formats/source-text.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

test('words stand at code points', () => {
  const source = new SourceText('😀 Ana');
  expect(source.length).toBe(5);
  expect(source.isAstral).toBe(true);
  expect(source.words(2, 5)).toBe('Ana');
  expect(source.words(0, 1)).toBe('😀');
  expect(new SourceText('Ana').isAstral).toBe(false);
});

test('offsets outside the text, or that are none, give what there is', () => {
  const source = new SourceText('abc');
  expect(source.words(1, 99)).toBe('bc');
  expect(source.words(9, 12)).toBe('');
  for (const bad of [-1, 1.5, Number.NaN, Infinity]) expect(source.words(bad, 2)).toBe('');
  expect(source.words(2, 1)).toBe('');
  expect(source.fromUtf16(-1)).toBe(-1);
  expect(source.fromUtf16(1.5)).toBe(1.5);
});

test('an offset beyond the text stays as far beyond it', () => {
  expect(new SourceText('😀').fromUtf16(5)).toBe(4);
});

test('UTF-16 offsets become those of the same place', () => {
  fc.assert(
    fc.property(unicodeText(), fc.nat(), (text, n) => {
      const characters = Array.from(text);
      const at = n % (characters.length + 1);
      const utf16 = characters.slice(0, at).join('').length;
      expect(new SourceText(text).fromUtf16(utf16)).toBe(at);
    }),
  );
});
