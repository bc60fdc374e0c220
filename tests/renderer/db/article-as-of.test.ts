import { expect, test } from 'vitest';
import { articleAsOf } from '../../../src/renderer/db/article-as-of.ts';
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
    const read = await articleAsOf(database, article.record, 2 + i);
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
  expect((await articleAsOf(database, article.record, 2)).body).toEqual(article.body);
  await expect(articleAsOf(database, article.record, 3)).rejects.toThrow(/is missing/);
});
