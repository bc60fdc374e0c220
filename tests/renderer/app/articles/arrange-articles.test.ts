import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/core/model/article.ts';
import {
  type Arrangement,
  arrangeArticles,
  isListOrder,
} from '../../../../src/renderer/app/articles/arrange-articles.ts';
import { noFilter, toggled } from '../../../../src/renderer/app/articles/article-filter.ts';
import type { ArticleSummary } from '../../../../src/renderer/store/workbench-state.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';

type Change = Partial<ArticleRecord> & { readonly counts?: Record<string, number> };

/** Articles a, b, c… in the order of the list. */
function arrangement(changes: readonly Change[], more: Partial<Arrangement> = {}): Arrangement {
  const articles = changes.map(({ counts = {}, ...change }, i): [string, ArticleSummary] => {
    const id = String.fromCharCode(97 + i);
    const record = { ...articleOf('Text.', id).record, title: `Title ${id}`, ...change };
    return [id, { record, counts, order: i + 1 }];
  });
  return {
    articles: new Map(articles),
    query: '',
    found: new Map(),
    filter: noFilter,
    facts: new Map(),
    sort: 'list',
    reversed: false,
    groups: 'none',
    ...more,
  };
}

function idsOf(given: Arrangement, keep?: string): string {
  return arrangeArticles(given, keep)
    .map(({ summary }) => summary.record.id)
    .join('');
}

function headingsOf(given: Arrangement): string[] {
  return arrangeArticles(given).map(({ heading, summary }) => `${heading ?? ''}:${summary.record.id}`);
}

describe('filters', () => {
  const changes: Change[] = [
    { state: 'done', labels: ['Ports'] },
    { note: 'Ask.', counts: { speaker: 1 } },
    { state: 'discuss', counts: { claim: 2 }, labels: ['Ports', 'Fees'] },
    { trashedAt: '2026-01-02T12:00:00.000Z' },
  ];
  const facts = new Map([
    ['b', { articleId: 'b', unattributed: 0, flagged: 1 }],
    ['c', { articleId: 'c', unattributed: 2, flagged: 0 }],
  ]);

  test('leave out what is in the trash, and nothing else when there are none', () => {
    expect(idsOf(arrangement(changes))).toBe('abc');
  });

  test.each([
    ['states', 'done', 'a'],
    ['states', 'todo', 'b'],
    ['tags', 'claim', 'c'],
    ['labels', 'Ports', 'ac'],
    ['flags', 'untagged', 'a'],
    ['flags', 'noted', 'b'],
    ['flags', 'flagged', 'b'],
    ['flags', 'unattributed', 'c'],
  ] as const)('%s: %s leaves %s', (kind, choice, expected) => {
    const filter = toggled(noFilter, kind, choice);
    expect(idsOf(arrangement(changes, { filter, facts }))).toBe(expected);
    expect(toggled(filter, kind, choice)).toEqual(noFilter);
  });

  test('of one kind add up, of several must all hold', () => {
    const filter = { ...noFilter, states: ['done', 'discuss'] as const };
    expect(idsOf(arrangement(changes, { filter }))).toBe('ac');
    expect(idsOf(arrangement(changes, { filter: { ...filter, tags: ['claim'] } }))).toBe('c');
  });

  test('that ask what is not counted yet leave an article out', () => {
    expect(idsOf(arrangement(changes, { filter: { ...noFilter, flags: ['flagged'] } }))).toBe('');
  });

  test('keep the article that is asked for, at its place', () => {
    const filter = { ...noFilter, labels: ['Ports'] };
    expect(idsOf(arrangement(changes, { filter }), 'b')).toBe('abc');
  });
});

describe('search', () => {
  const changes = [{ title: 'Fees in Škofja' }, { title: 'Grain' }, { title: 'Škof' }, { title: 'Oil' }];

  test('finds words in titles without regard to case and diacritics', () => {
    expect(idsOf(arrangement(changes, { query: ' skof ' }))).toBe('ac');
  });

  test('finds file names', () => {
    expect(idsOf(arrangement(changes, { query: 'd.txt' }))).toBe('d');
  });

  test('shows titles first, then what was found in texts, under a heading and with its words', () => {
    const found = new Map([
      ['a', '…a bishop…'],
      ['b', '…the škof said…'],
      ['d', '…škof…'],
    ]);
    const given = arrangement(changes, { query: 'škof', found });
    expect(headingsOf(given)).toEqual([':a', ':c', 'In the text:b', ':d']);
    expect(arrangeArticles(given).map(({ excerpt }) => excerpt)).toEqual([
      null,
      null,
      '…the škof said…',
      '…škof…',
    ]);
  });
});

describe('order', () => {
  const changes: Change[] = [
    { title: 'Beta 10', metadata: { date: '2031-03-14' }, createdAt: '2026-01-01T00:00:00.000Z' },
    { title: 'beta 9', counts: { claim: 3 }, state: 'done', createdAt: '2026-01-03T00:00:00.000Z' },
    { title: 'Álpha', metadata: { date: '2031-05' }, counts: { claim: 1, speaker: 1 }, state: 'inProgress' },
  ];

  test.each([
    ['list', 'abc'],
    ['title', 'cba'],
    ['date', 'cab'],
    ['added', 'bca'],
    ['annotations', 'bca'],
    ['state', 'acb'],
  ] as const)('by %s', (sort, expected) => {
    expect(idsOf(arrangement(changes, { sort }))).toBe(expected);
    expect(idsOf(arrangement(changes, { sort, reversed: true }))).toBe([...expected].reverse().join(''));
  });

  test('equal articles stay in the order of the list, either way round', () => {
    const same = [{ title: 'Same' }, { title: 'Same' }];
    expect(idsOf(arrangement(same, { sort: 'title' }))).toBe('ab');
    expect(idsOf(arrangement(same, { sort: 'title', reversed: true }))).toBe('ab');
  });

  test('articles are moved only in the whole list in its own order', () => {
    expect(isListOrder(arrangement([]))).toBe(true);
    for (const more of [
      { query: 'x' },
      { filter: { ...noFilter, tags: ['claim'] } },
      { sort: 'title' },
      { reversed: true },
      { groups: 'state' },
    ] as const) {
      expect(isListOrder(arrangement([], more))).toBe(false);
    }
  });
});

describe('groups', () => {
  const changes: Change[] = [
    { labels: ['Ports', 'Fees'] },
    { state: 'done' },
    { labels: ['Fees'], state: 'inProgress' },
    { labels: ['Ports'] },
  ];

  test('by the first label, those without one last', () => {
    expect(headingsOf(arrangement(changes, { groups: 'label' }))).toEqual([
      'Fees:c',
      'Ports:a',
      ':d',
      'No label:b',
    ]);
  });

  test('by state, in the order of the work', () => {
    expect(headingsOf(arrangement(changes, { groups: 'state' }))).toEqual([
      'To do:a',
      ':d',
      'In progress:c',
      'Done:b',
    ]);
  });
});
