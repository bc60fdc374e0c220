import { expect, test } from 'vitest';
import { defaultTagSet } from '../../../src/core/model/tag-set.ts';
import type { Application } from '../../../src/renderer/app/application.ts';
import { bulkEdit } from '../../../src/renderer/app/bulk-edit.ts';
import { tagPlaces } from '../../../src/renderer/app/tag-places.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { testApplication } from './test-application.ts';

/** An app with three articles of the same text; the first is open. */
async function threeArticles() {
  const running = await testApplication('Ann said fees. Fees rise.');
  for (const id of ['b', 'c']) {
    running.app.workbench.commit(
      { type: 'article.add', article: articleOf('Ann said fees. Fees rise.', id) },
      'open',
    );
  }
  return running;
}

const places = ['a', 'b', 'c'].flatMap((articleId) => [
  { articleId, start: 9, end: 13 },
  { articleId, start: 15, end: 19 },
]);

const tagsIn = async (app: Application, id: string) =>
  (await app.workbench.readArticle(id)).spans.ordered.map(
    ({ tag, quote, flagged }) => `${tag}: ${quote}${flagged ? '!' : ''}`,
  );

async function targets(app: Application) {
  const found = new Map<string, string[]>();
  for (const id of ['a', 'b', 'c']) {
    found.set(
      id,
      (await app.workbench.readArticle(id)).spans.ordered.map((span) => span.id),
    );
  }
  return found;
}

test('tags places in open and closed articles in one step, which one undo takes back', async () => {
  const { app } = await threeArticles();
  await tagPlaces(app, places.slice(0, 1), 'claim');
  expect(await tagPlaces(app, places, 'claim', { stance: 'supports' })).toEqual({ changed: 5, skipped: 1 });
  expect(await tagsIn(app, 'a')).toEqual(['claim: fees', 'claim: Fees']);
  expect(await tagsIn(app, 'c')).toEqual(['claim: fees', 'claim: Fees']);
  expect((await app.workbench.readArticle('c')).spans.ordered[0]?.attributes).toEqual({ stance: 'supports' });
  expect(app.workbench.project.getState().history.undo.at(-1)?.label).toBe('tag 5 as claim');
  await app.workbench.undo();
  expect(await tagsIn(app, 'a')).toEqual(['claim: fees']);
  expect(await tagsIn(app, 'b')).toEqual([]);
});

test('flags, retags and deletes over articles, each with one undo', async () => {
  const { app, notices } = await threeArticles();
  await tagPlaces(app, places, 'claim');
  const all = await targets(app);
  await bulkEdit(app, all, { kind: 'flag', flagged: true });
  expect(await tagsIn(app, 'b')).toEqual(['claim: fees!', 'claim: Fees!']);
  const [speaker] = defaultTagSet.tags;
  if (speaker === undefined) throw new Error('the default tag set has tags');
  await bulkEdit(app, all, { kind: 'retag', tag: speaker });
  expect(await tagsIn(app, 'c')).toEqual(['speaker: fees!', 'speaker: Fees!']);
  await bulkEdit(app, all, { kind: 'delete' });
  expect(await tagsIn(app, 'a')).toEqual([]);
  expect(app.workbench.project.getState().history.undo.at(-1)?.label).toBe('delete 6 annotations');
  expect(notices().at(-1)).toContain('6 annotations changed.');
  await app.workbench.undo();
  await app.workbench.undo();
  expect(await tagsIn(app, 'a')).toEqual(['claim: fees!', 'claim: Fees!']);
});

test('annotations that are gone by then are passed over', async () => {
  const { app } = await threeArticles();
  await tagPlaces(app, places, 'claim');
  const all = await targets(app);
  await bulkEdit(app, new Map([['a', all.get('a') ?? []]]), { kind: 'delete' });
  await bulkEdit(app, all, { kind: 'flag', flagged: true });
  expect(await tagsIn(app, 'a')).toEqual([]);
  expect(await tagsIn(app, 'b')).toEqual(['claim: fees!', 'claim: Fees!']);
});

test('what changes in an article while others are read is not lost', async () => {
  const { app } = await threeArticles();
  await tagPlaces(app, places, 'claim');
  const all = await targets(app);
  const work = bulkEdit(app, all, { kind: 'flag', flagged: true });
  const [first] = (await app.workbench.readArticle('a')).spans.ordered;
  if (first === undefined) throw new Error('the article has annotations');
  app.workbench.commit(
    { type: 'span.update', before: first, after: { ...first, note: 'kept' } },
    'edit note',
  );
  await work;
  expect((await app.workbench.readArticle('a')).spans.get(first.id)).toMatchObject({
    note: 'kept',
    flagged: true,
  });
});
