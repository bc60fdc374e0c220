import { expect, test } from 'vitest';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import { attributeUse } from '../../../../src/renderer/workers/scan/attribute-use.ts';
import { relationUse } from '../../../../src/renderer/workers/scan/relation-use.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../../fakes/project.ts';

/** A store with two articles, each with one link; in the first the claim has a form. */
async function filledStore() {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (const id of ['one', 'two']) {
    const article = articleOf('Ana: it rose.', id);
    const ana = spanOf(article, `${id}-ana`, 0, 3, 'speaker');
    const attributes = id === 'one' ? { form: 'direct' } : { form: null, other: 1 };
    const rose = { ...spanOf(article, `${id}-rose`, 5, 12), attributes };
    workbench.commit(
      operationOf([
        { type: 'article.add', article },
        { type: 'span.add', span: ana },
        { type: 'span.add', span: rose },
        { type: 'relation.add', relation: linkOf(`${id}-r`, ana, rose) },
      ]),
      'fill',
    );
  }
  await workbench.whenSaved(5_000);
  return profile.database();
}

async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

test('links are counted by kind, with the articles that have some', async () => {
  const database = await filledStore();
  expect(await all(relationUse(database, { types: ['says', 'at'] }))).toEqual([
    { type: 'says', links: 2, articles: ['one', 'two'] },
    { type: 'at', links: 0, articles: [] },
  ]);
  database.close();
});

test('spans that say something of an attribute are counted', async () => {
  const database = await filledStore();
  const countOf = async (tag: string, attribute: string) =>
    (await all(attributeUse(database, { tag, attribute }))).at(-1);
  expect(await countOf('claim', 'form')).toBe(1);
  expect(await countOf('claim', 'constructor')).toBe(0);
  expect(await countOf('speaker', 'form')).toBe(0);
  database.close();
});
