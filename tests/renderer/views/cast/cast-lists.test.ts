import { expect, test } from 'vitest';
import { untouched } from '../../../../src/core/model/article.ts';
import type { ArticleSummary } from '../../../../src/renderer/store/workbench-state.ts';
import { castRows } from '../../../../src/renderer/views/cast/cast-rows.ts';
import { asText, mentionRows } from '../../../../src/renderer/views/cast/mention-rows.ts';
import { touchedWords } from '../../../../src/renderer/views/cast/touched-words.ts';
import { addGroups, listedGroups } from '../../../../src/renderer/views/cast/unassigned-groups.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { personOf } from '../../../core/operations/gestures/cast-builders.ts';

const cast = [personOf('Marek Ode'), personOf('Ilse Tarrant', ['Madame Toll']), personOf('eva Novak')];
const counts = { mentions: new Map([['Ilse Tarrant', 3]]), claims: new Map([['eva Novak', 2]]) };

test('the cast is sorted by name whatever the case, by numbers, or by when it grew, and searched by every name', () => {
  const names = (...rest: [string, 'name' | 'mentions' | 'claims' | 'added']) =>
    castRows(cast, counts, ...rest).map(({ name }) => name);
  expect(names('', 'name')).toEqual(['eva Novak', 'Ilse Tarrant', 'Marek Ode']);
  expect(names('', 'mentions')).toEqual(['Ilse Tarrant', 'eva Novak', 'Marek Ode']);
  expect(names('', 'claims')).toEqual(['eva Novak', 'Ilse Tarrant', 'Marek Ode']);
  expect(names('', 'added')).toEqual(['eva Novak', 'Ilse Tarrant', 'Marek Ode']);
  expect(names('madame', 'name')).toEqual(['Ilse Tarrant']);
  expect(names('xyz', 'name')).toEqual([]);
});

function summary(id: string, order: number, date?: string, trashed = false): [string, ArticleSummary] {
  const { record } = articleOf('Text', id);
  const metadata: Record<string, string> = date === undefined ? {} : { date };
  const trashedAt = trashed ? '2026-01-02T12:00:00.000Z' : untouched.trashedAt;
  return [id, { record: { ...record, title: `Title ${id}`, metadata, trashedAt }, counts: {}, order }];
}

const articles = new Map([
  summary('a', 2, '2031-03-13'),
  summary('b', 1),
  summary('c', 3, '2031-03-12', true),
]);
const listed = (articleId: string, id: string) => ({ articleId, id, words: `words ${id}`, start: 0 });
const found = ['a', 'b', 'c', 'gone'].map((articleId) => ({
  articleId,
  mentions: [],
  claims: [listed(articleId, `${articleId}1`), listed(articleId, `${articleId}2`)],
}));

test('what somebody said stands in the order of the list or of the dates, with a heading an article', () => {
  const shown = (order: 'list' | 'date') =>
    mentionRows(found, 'claims', articles, order).map(({ span, heading }) => `${heading ?? ''}|${span.id}`);
  expect(shown('list')).toEqual([
    'Title b|b1',
    '|b2',
    'Title a · 2031-03-13|a1',
    '|a2',
    'Title c · 2031-03-12 · in the trash|c1',
    '|c2',
  ]);
  expect(shown('date').map((line) => line.at(-2))).toEqual(['c', 'c', 'a', 'a', 'b', 'b']);
  expect(mentionRows(found, 'mentions', articles, 'list')).toEqual([]);
  expect(asText('Ilse', mentionRows(found, 'claims', articles, 'list').slice(0, 2))).toBe(
    'Ilse\n\nTitle b\n- words b1\n- words b2\n',
  );
});

test('the same words of several articles are one group, the most frequent first', () => {
  const batch = (key: string, ...ids: string[]) => [
    { key, words: key.toUpperCase(), spans: ids.map((id) => ['article', id] as const) },
  ];
  const groups = [batch('police', 'a'), batch('he', 'b'), batch('he', 'c')].reduce(
    (all, next) => addGroups(all, next),
    addGroups(new Map(), []),
  );
  expect(listedGroups(groups, '').map(({ key, spans }) => `${key} ${spans.length}`)).toEqual([
    'he 2',
    'police 1',
  ]);
  expect(listedGroups(groups, 'pol').map(({ key }) => key)).toEqual(['police']);
});

test('what a step touches is said in words', () => {
  expect(touchedWords([{ articleId: 'a' }])).toBe('1 annotation in 1 article');
  expect(touchedWords([{ articleId: 'a' }, { articleId: 'b' }, { articleId: 'a' }])).toBe(
    '3 annotations in 2 articles',
  );
});
