import { expect, test } from 'vitest';
import type { ArticleBody } from '../../../src/core/model/article.ts';
import { paragraphAt, paragraphLabel } from '../../../src/renderer/panels/paragraph-numbers.ts';

const body: ArticleBody = {
  text: 'Title\n\nFirst.\n\nLong, continued.\n\nLast.',
  blocks: [
    { kind: 'title', start: 0, end: 5 },
    { kind: 'paragraph', start: 7, end: 13 },
    { kind: 'paragraph', start: 15, end: 20 },
    { kind: 'continuation', start: 20, end: 31 },
    { kind: 'paragraph', start: 33, end: 38 },
  ],
};

test('paragraphs are counted from 1; the title is none, a continuation is not a new one', () => {
  expect([0, 5, 7, 13, 15, 25, 33, 38].map((offset) => paragraphAt(body, offset))).toEqual([
    0, 0, 1, 1, 2, 2, 3, 3,
  ]);
});

test('white space behind a paragraph belongs to it', () => {
  expect(paragraphAt(body, 14)).toBe(1);
});

test('labels', () => {
  expect(paragraphLabel(body, 0)).toBe('title');
  expect(paragraphLabel(body, 33)).toBe('¶3');
  expect(paragraphLabel({ text: '', blocks: [] }, 0)).toBe('title');
});
