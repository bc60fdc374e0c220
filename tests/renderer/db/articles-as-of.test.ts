import { expect, test } from 'vitest';
import { ArticlesAsOf } from '../../../src/renderer/db/articles-as-of.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../fakes/project.ts';

test('an article can be read as it stood after each entry, whatever was written since', async () => {
  const profile = new Profile();
  const { workbench } = await profile.start();
  const article = articleOf('Minister resigns, she said.', 'a');
  const speaker = spanOf(article, 's', 18, 21, 'speaker');
  const claim = spanOf(article, 'c', 0, 16);
  workbench.commit({ type: 'article.add', article }, 'open article');
  await workbench.openArticle('a');
  const states = [workbench.project.getState().open];
  for (const change of [
    { type: 'span.add', span: speaker },
    { type: 'span.add', span: claim },
    { type: 'relation.add', relation: linkOf('r', speaker, claim) },
    { type: 'span.update', before: claim, after: { ...claim, note: 'sure?' } },
    { type: 'relation.remove', relation: linkOf('r', speaker, claim) },
    { type: 'span.remove', span: speaker },
  ] as const) {
    expect(workbench.commit(change, 'do something')).toBe(true);
    states.push(workbench.project.getState().open);
  }
  await workbench.whenSaved(5_000);
  const database = await profile.database();
  for (const [i, state] of states.entries()) {
    const read = await new ArticlesAsOf(database, 2 + i).read(article.record);
    expect(read.spans.ordered).toEqual(state?.spans.ordered);
    expect(read.relations).toEqual(state?.relations);
    expect(read.body).toEqual(article.body);
  }
});

test('an article that was removed since is still there as it was', async () => {
  const profile = new Profile();
  const { workbench } = await profile.start();
  const article = articleOf('Minister resigns.', 'a');
  workbench.commit({ type: 'article.add', article }, 'open article');
  workbench.commit({ type: 'article.remove', article }, 'remove article');
  await workbench.whenSaved(5_000);
  const database = await profile.database();
  expect((await new ArticlesAsOf(database, 2).read(article.record)).body).toEqual(article.body);
  await expect(new ArticlesAsOf(database, 3).read(article.record)).rejects.toThrow(/is missing/);
});

test('what is done between the reading of two articles is taken back from the second', async () => {
  const profile = new Profile();
  const { workbench } = await profile.start();
  const articles = ['a', 'b', 'c'].map((id) => articleOf(`Minister ${id} resigns.`, id));
  for (const article of articles) workbench.commit({ type: 'article.add', article }, 'open article');
  const [first, second, third] = articles.map((article) => spanOf(article, `on-${article.record.id}`, 0, 8));
  if (first === undefined || second === undefined || third === undefined) throw new Error('three were made');
  workbench.commit({ type: 'span.add', span: second }, 'tag claim');
  await workbench.whenSaved(5_000);
  const database = await profile.database();
  const then = new ArticlesAsOf(database, 5);
  const read = async (at: number) => {
    const article = articles[at];
    if (article === undefined) throw new Error('three were made');
    return (await then.read(article.record)).spans.ordered;
  };

  workbench.commit({ type: 'span.add', span: first }, 'tag claim');
  await workbench.whenSaved(5_000);
  expect(await read(0)).toEqual([]);
  workbench.commit({ type: 'span.update', before: second, after: { ...second, note: 'sure?' } }, 'note');
  workbench.commit({ type: 'span.remove', span: { ...second, note: 'sure?' } }, 'delete claim');
  workbench.commit({ type: 'span.add', span: third }, 'tag claim');
  await workbench.whenSaved(5_000);
  expect(await read(1)).toEqual([second]);
  expect(await read(2)).toEqual([]);
});
