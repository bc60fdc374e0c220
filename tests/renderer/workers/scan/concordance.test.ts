import { expect, test } from 'vitest';
import type { Change } from '../../../../src/core/operations/operation.ts';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import { emptyQuery } from '../../../../src/core/search/query.ts';
import type { ProjectDatabase } from '../../../../src/renderer/db/database.ts';
import { concordance } from '../../../../src/renderer/workers/scan/concordance.ts';
import type {
  AnnotationFilter,
  ConcordanceArgs,
  ConcordanceBatch,
} from '../../../../src/renderer/workers/scan/concordance-rows.ts';
import { findInArticle } from '../../../../src/renderer/workers/scan/find-in-article.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../../fakes/project.ts';

const text = 'Ana said that fees rise. Bob said: no fees. Fees fall.';
const everything: AnnotationFilter = {
  tag: null,
  entity: null,
  speakerWords: '',
  flagged: false,
  unattributed: false,
  hasNote: false,
};

/** Three articles of the same text; the last has no annotation. */
async function filledStore(): Promise<ProjectDatabase> {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (const id of ['one', 'two', 'three']) {
    const article = articleOf(text, id);
    const changes: Change[] = [{ type: 'article.add', article }];
    if (id !== 'three') {
      const ana = { ...spanOf(article, `${id}-ana`, 0, 3, 'speaker'), attributes: { entity: 'e' } };
      const bob = { ...spanOf(article, `${id}-bob`, 25, 28, 'speaker'), flagged: id === 'two' };
      const rise = spanOf(article, `${id}-rise`, 14, 23);
      const no = { ...spanOf(article, `${id}-no`, 35, 42), note: id === 'one' ? 'check' : '' };
      const fall = spanOf(article, `${id}-fall`, 44, 53);
      for (const span of [ana, bob, rise, no, fall]) changes.push({ type: 'span.add', span });
      changes.push({ type: 'relation.add', relation: linkOf(`${id}-1`, ana, rise) });
      changes.push({ type: 'relation.add', relation: linkOf(`${id}-2`, bob, no) });
      changes.push({ type: 'span.add', span: spanOf(article, `${id}-word`, 14, 18, 'date') });
    }
    workbench.commit(operationOf(changes), 'fill');
  }
  await workbench.whenSaved(5_000);
  return profile.database();
}

async function run(args: Partial<ConcordanceArgs>, database?: ProjectDatabase) {
  const batches: ConcordanceBatch[] = [];
  const whole: ConcordanceArgs = {
    query: emptyQuery,
    articles: ['one', 'two', 'three'].map((id) => ({ id, length: text.length, hasSpans: id !== 'three' })),
    annotations: null,
    claimTags: ['claim'],
    mostRows: 100,
    contextLength: 12,
    ...args,
  };
  for await (const batch of concordance(database ?? (await filledStore()), whole)) batches.push(batch);
  return { rows: batches.flatMap(({ rows }) => rows), last: batches.at(-1) };
}

const inAnnotations = async (filter: Partial<AnnotationFilter>, words = '') => {
  const query = { ...emptyQuery, words };
  const { rows } = await run({ query, annotations: { ...everything, ...filter } });
  return rows.map(({ span }) => span?.id);
};

test('words in the text of all articles, with what is around them and the tags they have', async () => {
  const { rows, last } = await run({ query: { ...emptyQuery, words: 'fees' } });
  expect(rows).toHaveLength(9);
  expect(rows[0]).toMatchObject({
    articleId: 'one',
    start: 14,
    end: 18,
    left: 'a said that ',
    keyword: 'fees',
    right: ' rise. Bob s',
    tags: ['date'],
    span: null,
  });
  expect(
    rows
      .slice(1)
      .filter(({ tags }) => tags.length > 0)
      .map(({ key }) => key),
  ).toEqual(['two 14']);
  expect(last).toMatchObject({ found: 9, articlesRead: 3, articlesFound: 3, problem: null });
});

test('beyond the most rows it only counts', async () => {
  const { rows, last } = await run({ query: { ...emptyQuery, words: 'fees' }, mostRows: 4 });
  expect(rows.map(({ key }) => key)).toEqual(['one 14', 'one 38', 'one 44', 'two 14']);
  expect(last).toMatchObject({ found: 9, articlesRead: 3 });
});

test('annotations by tag, speaker, flag, note, and without speaker', async () => {
  expect(await inAnnotations({ tag: 'claim' })).toEqual(
    ['one', 'two'].flatMap((id) => [`${id}-rise`, `${id}-no`, `${id}-fall`]),
  );
  expect(await inAnnotations({ tag: 'claim' }, 'fees fall')).toEqual(['one-fall', 'two-fall']);
  expect(await inAnnotations({ entity: 'e' }, 'fees')).toEqual(['one-rise', 'two-rise']);
  expect(await inAnnotations({ entity: 'other' })).toEqual([]);
  expect(await inAnnotations({ speakerWords: 'bób' })).toEqual(['one-no', 'two-no']);
  expect(await inAnnotations({ flagged: true })).toEqual(['two-bob']);
  expect(await inAnnotations({ hasNote: true })).toEqual(['one-no']);
  expect(await inAnnotations({ unattributed: true })).toEqual(['one-fall', 'two-fall']);
});

test('the row of an annotation stands at its first match', async () => {
  const { rows } = await run({
    query: { ...emptyQuery, words: 'rise' },
    annotations: { ...everything, tag: 'claim' },
  });
  expect(rows[0]).toMatchObject({
    start: 19,
    end: 23,
    keyword: 'rise',
    left: 'd that fees ',
    tags: ['claim'],
  });
});

test('an expression that is not valid is told of', async () => {
  const { last } = await run({ query: { ...emptyQuery, words: '(', mode: 'regularExpression' } });
  expect(last).toMatchObject({ rows: [], problem: 'A bracket ( is not closed.' });
});

test('finds in one article', async () => {
  const database = await filledStore();
  for await (const found of findInArticle(database, {
    articleId: 'one',
    query: { ...emptyQuery, words: 'bob' },
  })) {
    expect(found.matches).toEqual([{ start: 25, end: 28 }]);
  }
  expect.assertions(1);
});
