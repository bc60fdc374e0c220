import { expect, test } from 'vitest';
import { SpanIndex } from '../../../../src/core/model/span-index.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import {
  rowsByTag,
  rowsInOrder,
  type SpanRows,
} from '../../../../src/renderer/panels/annotations/span-rows.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { spanOf } from '../../fakes/project.ts';

const article = articleOf('Anna Berg said this in Oslo on Monday', 'a');
const spans = SpanIndex.of([
  spanOf(article, 'd', 31, 37, 'date'),
  spanOf(article, 's', 0, 9, 'speaker'),
  { ...spanOf(article, 'c', 15, 19, 'claim'), note: 'Check with Oslo' },
  spanOf(article, 'l', 23, 27, 'location'),
  spanOf(article, 'x', 10, 14, 'rumour'),
]);

function shown(rows: SpanRows): string[] {
  return Array.from({ length: rows.count }, (_, i) => {
    const row = rows.at(i);
    return `${row?.heading === null ? '' : `[${row?.heading}] `}${row?.span.id}`;
  });
}

test('in order, as the text has them', () => {
  const rows = rowsInOrder(spans, ' ');
  expect(shown(rows)).toEqual(['s', 'x', 'c', 'l', 'd']);
  expect(['s', 'd', 'gone'].map((id) => rows.positionOf(id))).toEqual([0, 4, -1]);
  expect(rows.at(5)).toBeUndefined();
});

test('the filter looks for every word in the span’s words and note, whatever the case', () => {
  expect(shown(rowsInOrder(spans, 'oslo'))).toEqual(['c', 'l']);
  expect(shown(rowsInOrder(spans, 'OSLO check'))).toEqual(['c']);
  expect(rowsInOrder(spans, 'oslo').positionOf('l')).toBe(1);
  expect(rowsInOrder(spans, 'oslo').positionOf('s')).toBe(-1);
  expect(rowsInOrder(spans, 'bergen').count).toBe(0);
});

test('by tag, in the tag set’s order, the first of a group with its heading; unknown tags last', () => {
  expect(shown(rowsByTag(spans, '', defaultTagSet.tags))).toEqual([
    '[Speaker] s',
    '[Claim] c',
    '[Location] l',
    '[Date] d',
    '[rumour] x',
  ]);
  expect(rowsByTag(spans, 'oslo', defaultTagSet.tags).positionOf('l')).toBe(1);
});
