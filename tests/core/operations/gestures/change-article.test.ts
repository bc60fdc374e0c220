import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/core/model/article.ts';
import {
  describeArticle,
  restoreArticles,
  setArticleState,
  trashArticles,
} from '../../../../src/core/operations/gestures/change-article.ts';
import type { GestureResult } from '../../../../src/core/operations/gestures/gesture.ts';
import { addLabel, removeLabel } from '../../../../src/core/operations/gestures/label-articles.ts';
import { changesOf } from '../../../../src/core/operations/operation.ts';
import { articleOf } from './builders.ts';

const later = '2026-01-03T12:00:00.000Z';

function record(id: string, change: Partial<ArticleRecord> = {}): ArticleRecord {
  return { ...articleOf('Text.').record, id, ...change };
}

/** The records after a gesture that must succeed. */
function recordsAfter(result: GestureResult): ArticleRecord[] {
  if (!result.ok) throw new Error(result.reason.message);
  return changesOf(result.value.operation).flatMap((change) =>
    change.type === 'article.update' ? [change.after] : [],
  );
}

function labelOf(result: GestureResult): string {
  return result.ok ? result.value.label : result.reason.code;
}

describe('state', () => {
  test('is set for several at once, and for those only that have another', () => {
    const result = setArticleState([record('a'), record('b', { state: 'done' }), record('c')], 'done', later);
    expect(recordsAfter(result).map(({ id, state, updatedAt }) => [id, state, updatedAt])).toEqual([
      ['a', 'done', later],
      ['c', 'done', later],
    ]);
    expect(labelOf(result)).toBe('mark 2 articles as done');
  });

  test('that all have already changes nothing', () => {
    expect(labelOf(setArticleState([record('a')], 'todo', later))).toBe('unchanged');
  });
});

describe('metadata', () => {
  const described = record('a', { metadata: { date: '2031-03-14', section: 'Port' } });

  test('are set, changed and taken away in one step with the title, and other keys left alone', () => {
    const metadata = { date: '', outlet: 'The Harbour Post' };
    const result = describeArticle(described, { title: 'Fees', metadata }, later);
    expect(recordsAfter(result)).toMatchObject([
      { title: 'Fees', metadata: { section: 'Port', outlet: 'The Harbour Post' }, updatedAt: later },
    ]);
    expect(recordsAfter(result)[0]?.metadata).not.toHaveProperty('date');
    expect(labelOf(result)).toBe('change article details');
  });

  test('that say the same change nothing', () => {
    const same = { title: described.title, metadata: { date: '2031-03-14', url: '' } };
    expect(labelOf(describeArticle(described, same, later))).toBe('unchanged');
  });
});

describe('title and note', () => {
  test('are changed in one step, without white space around them', () => {
    const result = describeArticle(record('a'), { title: ' New ', note: ' Ask Ann. \n' }, later);
    expect(recordsAfter(result)).toMatchObject([{ title: 'New', note: 'Ask Ann.' }]);
    expect(labelOf(result)).toBe('change article details');
  });

  test('are named in the step when only one changes', () => {
    expect(labelOf(describeArticle(record('a'), { title: 'New' }, later))).toBe('rename article');
    expect(labelOf(describeArticle(record('a'), { note: 'x' }, later))).toBe('edit article note');
    expect(labelOf(describeArticle(record('a'), { title: 'Title', note: '' }, later))).toBe('unchanged');
  });

  test('a title is never empty', () => {
    expect(labelOf(describeArticle(record('a'), { title: ' ' }, later))).toBe('not-allowed');
  });
});

describe('labels', () => {
  test('are put behind those that an article has', () => {
    const records = [record('a', { labels: ['Ports'] }), record('b', { labels: ['Fees'] })];
    const result = addLabel(records, ' Fees ', later);
    expect(recordsAfter(result)).toMatchObject([{ id: 'a', labels: ['Ports', 'Fees'] }]);
    expect(labelOf(result)).toBe('label article “Fees”');
  });

  test('are taken off those that have them', () => {
    const records = [record('a', { labels: ['Ports', 'Fees'] }), record('b')];
    expect(recordsAfter(removeLabel(records, 'Ports', later))).toMatchObject([{ id: 'a', labels: ['Fees'] }]);
  });

  test('without a character, or with too many, are refused', () => {
    expect(labelOf(addLabel([record('a')], '  ', later))).toBe('not-allowed');
    expect(labelOf(addLabel([record('a')], 'x'.repeat(129), later))).toBe('not-allowed');
  });
});

describe('trash', () => {
  test('takes several, those that are in it already aside', () => {
    const result = trashArticles([record('a'), record('b', { trashedAt: later }), record('c')], later);
    expect(recordsAfter(result).map(({ id, trashedAt }) => [id, trashedAt])).toEqual([
      ['a', later],
      ['c', later],
    ]);
    expect(labelOf(result)).toBe('move 2 articles to trash');
  });

  test('gives several back', () => {
    const records = [record('a', { trashedAt: later }), record('b', { trashedAt: later })];
    const result = restoreArticles(records, later);
    expect(recordsAfter(result).map(({ trashedAt }) => trashedAt)).toEqual([null, null]);
    expect(labelOf(result)).toBe('restore 2 articles');
    expect(labelOf(restoreArticles([record('a')], later))).toBe('unchanged');
  });
});
