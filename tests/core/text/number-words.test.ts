import { expect, test } from 'vitest';
import { count, grouped } from '../../../src/core/text/number-words.ts';
import { byteWords } from '../../../src/renderer/app/byte-words.ts';

test('numbers are grouped by threes and agree with their nouns', () => {
  expect(grouped(1204)).toBe('1\u202f204');
  expect(count(1, 'article')).toBe('1 article');
  expect(count(0, 'article')).toBe('0 articles');
  expect(count(2, 'entry', 'entries')).toBe('2 entries');
});

test('sizes are said in the unit that fits', () => {
  expect([1, 812, 6120, 640_000, 2_500_000].map(byteWords)).toEqual([
    '1 byte',
    '812 bytes',
    '6.1 KB',
    '640 KB',
    '2.5 MB',
  ]);
});
