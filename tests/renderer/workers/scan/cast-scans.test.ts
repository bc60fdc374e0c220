import { expect, test } from 'vitest';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import { castCounts } from '../../../../src/renderer/workers/scan/cast-counts.ts';
import { entityMentions } from '../../../../src/renderer/workers/scan/entity-mentions.ts';
import { unassignedSpeakers } from '../../../../src/renderer/workers/scan/unassigned-speakers.ts';
import { articleOf } from '../../../core/arbitraries/article.ts';
import { linkOf, Profile, spanOf } from '../../fakes/project.ts';

/** Two articles; in each Ana, who is Ana of the cast, makes two claims, one of them by two mentions, and “the police” say nothing. */
async function filledStore() {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (const id of ['one', 'two']) {
    const article = articleOf('Ana: it rose. She knows. The police left.', id);
    const who = { attributes: { entity: 'ana' } };
    const ana = { ...spanOf(article, `${id}-ana`, 0, 3, 'speaker'), ...who };
    const she = { ...spanOf(article, `${id}-a-she`, 14, 17, 'speaker'), ...who };
    const rose = spanOf(article, `${id}-z-rose`, 5, 12);
    const knows = spanOf(article, `${id}-knows`, 18, 23);
    const police = spanOf(article, `${id}-police`, 25, 35, 'speaker');
    workbench.commit(
      operationOf([
        { type: 'article.add', article },
        ...[ana, she, rose, knows, police].map((span) => ({ type: 'span.add' as const, span })),
        { type: 'relation.add', relation: linkOf(`${id}-1`, ana, rose) },
        { type: 'relation.add', relation: linkOf(`${id}-2`, she, rose) },
        { type: 'relation.add', relation: linkOf(`${id}-3`, she, knows) },
      ]),
      'fill',
    );
  }
  await workbench.whenSaved(5_000);
  return profile.database();
}

async function all<Value>(batches: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const batch of batches) found.push(batch);
  return found;
}

test('mentions, claims and speakers without a name are counted', async () => {
  const database = await filledStore();
  const batches = await all(castCounts(database, { entities: ['ana', 'bo'], speakerTags: ['speaker'] }));
  expect(batches).toEqual([
    {
      mentions: [
        ['ana', 4],
        ['bo', 0],
      ],
      claims: [],
      unassigned: 0,
    },
    { mentions: [], claims: [['ana', 4]], unassigned: 2 },
  ]);
});

test('what an entity says is found once, in text order, article by article', async () => {
  const found = (await all(entityMentions(await filledStore(), { entity: 'ana' }))).flat();
  expect(
    found.map(({ articleId, mentions, claims }) => [
      articleId,
      mentions.map(({ words }) => words),
      claims.map(({ words }) => words),
    ]),
  ).toEqual([
    ['one', ['Ana', 'She'], ['it rose', 'knows']],
    ['two', ['Ana', 'She'], ['it rose', 'knows']],
  ]);
  expect(await all(entityMentions(await filledStore(), { entity: 'bo' }))).toEqual([]);
});

test('speakers of whom nobody has said who they are are gathered by their words', async () => {
  const found = await all(unassignedSpeakers(await filledStore(), { speakerTags: ['speaker'] }));
  expect(found).toEqual([
    [
      {
        key: 'the police',
        words: 'The police',
        spans: [
          ['one', 'one-police'],
          ['two', 'two-police'],
        ],
      },
    ],
  ]);
});
