import { expect, it } from 'vitest';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import { attributionStatistics } from '../../../../src/renderer/workers/scan/attribution-statistics.ts';
import { markedClaims } from '../../../../src/renderer/workers/scan/marked-claims.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../../fakes/project.ts';

const scope = { claimTags: ['claim'], endTags: ['speaker', 'location', 'date'], articles: null };

/** A store with two articles, each with a claim by Ana and one by nobody; in the second that is marked. */
async function filledStore() {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (const id of ['one', 'two']) {
    const article = articleOf('Ana: it rose. Nobody knows.', id);
    const ana = spanOf(article, `${id}-ana`, 0, 3, 'speaker');
    const rose = spanOf(article, `${id}-b`, 5, 12);
    const nobody = spanOf(article, `${id}-a`, 14, 20);
    workbench.commit(
      operationOf([
        { type: 'article.add', article },
        { type: 'span.add', span: ana },
        { type: 'span.add', span: rose },
        {
          type: 'span.add',
          span: { ...nobody, attributes: id === 'two' ? { noSpeaker: true } : {} },
        },
        { type: 'relation.add', relation: linkOf(`${id}-r`, ana, rose) },
      ]),
      'fill',
    );
  }
  await workbench.whenSaved(5_000);
  return profile.database();
}

async function last<Value>(values: AsyncIterable<Value>): Promise<Value | undefined> {
  let latest: Value | undefined;
  for await (const value of values) latest = value;
  return latest;
}

it('counts the attributions of the whole store', async () => {
  const batch = await last(attributionStatistics(await filledStore(), scope));
  expect(batch).toMatchObject({
    done: 2,
    total: 2,
    statistics: { claims: 4, attributed: 2, speakerless: 1, unattributed: 1, undated: 4 },
  });
  expect(batch?.statistics?.speakers).toEqual([{ key: 'words:ana', entity: null, words: 'Ana', claims: 2 }]);
});

it('counts those of the articles asked for, and none of an empty list', async () => {
  const database = await filledStore();
  const one = await last(attributionStatistics(database, { ...scope, articles: ['two'] }));
  expect(one?.statistics).toMatchObject({ claims: 2, attributed: 1, speakerless: 1 });
  const none = await last(attributionStatistics(database, { ...scope, articles: [] }));
  expect(none?.statistics).toMatchObject({ claims: 0 });
});

it('finds the claims behind a mark, in text order', async () => {
  const database = await filledStore();
  const found: string[] = [];
  for await (const spans of markedClaims(database, { ...scope, mark: {} })) {
    found.push(...spans.map(({ articleId, quote }) => `${articleId}: ${quote}`));
  }
  expect(found).toEqual(['one: it rose', 'one: Nobody', 'two: it rose', 'two: Nobody']);
  const marked = await last(markedClaims(database, { ...scope, mark: { status: 'unattributed' } }));
  expect(marked?.map(({ id }) => id)).toEqual(['one-a']);
});
