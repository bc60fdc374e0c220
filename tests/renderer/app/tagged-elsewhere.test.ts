import { expect, test } from 'vitest';
import { operationOf } from '../../../src/core/operations/operation.ts';
import { taggedElsewhere } from '../../../src/renderer/app/suggestions/tagged-elsewhere.ts';
import { sameAgainInArticle } from '../../../src/renderer/workers/scan/same-again.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { personOf } from '../../core/operations/gestures/cast-builders.ts';
import { Profile, spanOf } from '../fakes/project.ts';

const text = 'Ida Lund of Sund spoke. Sund was wet. Ida Lund left.';

/** Articles `a1`, `a2` …, each with Ida Lund and the first Sund tagged; the first is done. */
async function filled(count: number) {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (let i = 1; i <= count; i++) {
    const article = articleOf(text, `a${i}`);
    const { record } = article;
    const state = i === 1 ? ('done' as const) : ('inProgress' as const);
    workbench.commit(
      operationOf([
        { type: 'article.add', article },
        {
          type: 'article.update',
          before: record,
          after: { ...record, state, updatedAt: `2026-01-0${i}T12:00:00.000Z` },
        },
        { type: 'span.add', span: spanOf(article, 'ida', 0, 8, 'speaker') },
        { type: 'span.add', span: spanOf(article, 'sund', 12, 16, 'location') },
        { type: 'span.add', span: spanOf(article, 'claim', 24, 37) },
      ]),
      'fill',
    );
  }
  await workbench.whenSaved(5_000);
  return { profile, workbench };
}

test('articles in which something is tagged, those worked on last first; claims and times are not looked for', async () => {
  const { workbench } = await filled(3);
  const state = workbench.project.getState();
  expect(taggedElsewhere(state, 'a2')).toEqual({
    articles: [
      { id: 'a3', isDone: false },
      { id: 'a1', isDone: true },
    ],
    tags: [
      ['speaker', 'Speaker'],
      ['location', 'Location'],
    ],
    names: [],
    speaker: 'speaker',
  });
  const [first] = state.articles.values();
  if (first === undefined) throw new Error('there are articles');
  const trashed = { ...first, record: { ...first.record, trashedAt: first.record.createdAt } };
  expect(taggedElsewhere({ ...state, articles: new Map([['a1', trashed]]) }, 'a2')).toBeNull();
});

test('names of the cast are looked for, but not words that describe somebody without a name', async () => {
  const { workbench } = await filled(0);
  const state = workbench.project.getState();
  expect(taggedElsewhere(state, 'a')).toBeNull();
  const entities = [
    personOf('Ida Lund', ['Lund']),
    personOf('an official', ['the official'], { anonymous: true }),
  ];
  const elsewhere = taggedElsewhere({ ...state, project: { ...state.project, entities } }, 'a');
  expect(elsewhere?.names.map(({ words, of }) => [words, of])).toEqual([
    ['Ida Lund', 'Ida Lund'],
    ['Lund', 'Ida Lund'],
    ['the official', 'an official'],
  ]);
});

test('what was tagged is read from the store, and what stands behind the last annotation left alone only where all is done', async () => {
  const { profile, workbench } = await filled(2);
  const database = await profile.database();
  const elsewhere = taggedElsewhere(workbench.project.getState(), 'x');
  if (elsewhere === null) throw new Error('something is tagged');
  const proposed = { start: 0, end: 8 };
  const made: string[] = [];
  for await (const batch of sameAgainInArticle(database, {
    ...elsewhere,
    text: 'Ida Lund came to Sund. Ida Lund said so.',
    proposed: [proposed],
  }))
    for (const { of, fragments } of batch)
      made.push(`${fragments[0]?.start} ${of.confidence} ${of.reason.join('; ')}`);
  database.close();
  // Ida Lund twice and Sund twice tagged; left alone: the second Ida Lund of the article that is done, the second Sund of both. The first place has a speaker proposed.
  expect(made).toEqual([
    '17 0.5 tagged as Location in 2 articles; left alone 2 times',
    '23 0.6 tagged as Speaker in 2 articles; left alone once',
  ]);
});
