import { expect, test } from 'vitest';
import { inOrder } from '../../../src/core/search/concordance-order.ts';
import { keywordInContext } from '../../../src/core/search/keyword-in-context.ts';

function around(text: string, words: string, length: number) {
  const start = text.indexOf(words);
  return keywordInContext(text, { start, end: start + words.length }, length);
}

test('gives both sides on one line, cut where asked', () => {
  expect(around('One two\n\nthree  four five.', 'three', 6)).toEqual({
    left: 'two ',
    keyword: 'three',
    right: ' four',
  });
});

test('cuts no grapheme cluster', () => {
  expect(around('👩‍👩‍👧 said e\u0301', 'said', 3)).toEqual({
    left: ' '.trimStart(),
    keyword: 'said',
    right: ' e\u0301',
  });
  expect(around('x e\u0301 said', 'said', 2).left).toBe('');
});

test('shortens a long keyword', () => {
  expect(around('a bcdefgh i', 'bcdefgh', 2).keyword).toBe('bcde…');
});

test('orders by the words nearest to the keyword', () => {
  const rows = ['of the', 'in a', 'saw the', 'A'].map((left, i) => ({
    left,
    keyword: 'x',
    right: ` ${i % 2} z`,
  }));
  expect(inOrder(rows, 'left').map(({ left }) => left)).toEqual(['A', 'in a', 'of the', 'saw the']);
  expect(inOrder(rows, 'right').map(({ right }) => right)).toEqual([' 0 z', ' 0 z', ' 1 z', ' 1 z']);
  expect(inOrder(rows, 'article')).toBe(rows);
});
