import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../../src/core/search/folded-text.ts';
import { unicodeText } from '../arbitraries/unicode-text.ts';

test('drops diacritics and knows the way back', () => {
  const folded = foldText('Ça e\u0301te\u0301');
  expect(folded.text).toBe('Ca ete');
  expect([...folded.text, ''].map((_, i) => folded.originalOffset(i))).toEqual([0, 1, 2, 3, 5, 6, 8]);
});

test('text without diacritics is handed back as it is', () => {
  const text = '“plain” 東京';
  expect(foldText(text).text).toBe(text);
});

test('every letter that is left stands where it stood', () => {
  fc.assert(
    fc.property(unicodeText(30), (text) => {
      const folded = foldText(text);
      expect(folded.originalOffset(folded.text.length)).toBe(text.length);
      for (let i = 0; i < folded.text.length; i++) {
        const original = text.charAt(folded.originalOffset(i));
        expect(original.normalize('NFD').charAt(0)).toBe(folded.text.charAt(i).normalize('NFD').charAt(0));
      }
    }),
  );
});
