import { expect, it } from 'vitest';
import type { ArticleBody } from '../../../src/core/model/article.ts';
import { bodyOf, bodyRowOf } from '../../../src/renderer/db/body-row.ts';

const body = (...blocks: ArticleBody['blocks']): ArticleBody => ({ text: 'One two three', blocks });

it.each([
  ['no place', body({ kind: 'title', start: 0, end: 3 }, { kind: 'paragraph', start: 4, end: 7 })],
  [
    'pages',
    body({ kind: 'title', start: 0, end: 3 }, { kind: 'paragraph', start: 4, end: 7, page: 4_000_000_000 }),
  ],
  [
    'times',
    body(
      { kind: 'paragraph', start: 0, end: 3, from: 0, to: 1_500 },
      { kind: 'paragraph', start: 4, end: 7, to: 9e12 },
      { kind: 'quote', start: 8, end: 13 },
    ),
  ],
])('blocks with %s come back from their row', (_what, whole) => {
  expect(bodyOf(bodyRowOf('a', whole))).toEqual(whole);
});

it('a row has room for pages and times only where there are some', () => {
  expect(Object.keys(bodyRowOf('a', body({ kind: 'quote', start: 0, end: 3 })))).toEqual([
    'articleId',
    'text',
    'kinds',
    'kindNames',
    'edges',
  ]);
});
