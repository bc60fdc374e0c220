import { expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/core/model/article.ts';
import { operationOf } from '../../../../src/core/operations/operation.ts';
import { ruleDecisions } from '../../../../src/renderer/workers/scan/rule-decisions.ts';
import { articleOf, someTime } from '../../../core/arbitraries/article.ts';
import { Profile, spanOf } from '../../fakes/project.ts';

const refusal: ArticleRecord['refused'][number] = {
  tag: 'claim',
  words: '0123456789abcdef',
  rule: 'quotation',
  confidence: 0.7,
  at: someTime,
};

/** So many articles: in each an accepted attribution, a claim made by hand and a refusal. */
async function filledStore(articles: number) {
  const profile = new Profile();
  const { workbench } = await profile.start();
  for (let i = 0; i < articles; i++) {
    const bare = articleOf('Ana: it rose. She knows.', `a${i}`);
    const article = { ...bare, record: { ...bare.record, refused: [refusal] } };
    const origin = 'suggestion:quotation@0.90';
    workbench.commit(
      operationOf([
        { type: 'article.add', article },
        { type: 'span.add', span: { ...spanOf(article, 'ana', 0, 3, 'speaker'), origin } },
        { type: 'span.add', span: { ...spanOf(article, 'rose', 5, 12), origin } },
        { type: 'span.add', span: spanOf(article, 'knows', 18, 23) },
      ]),
      'fill',
    );
  }
  await workbench.whenSaved(5_000);
  return { profile, workbench };
}

async function counted(profile: Profile) {
  const batches = [];
  const database = await profile.database();
  for await (const batch of ruleDecisions(database, { claimTags: ['claim'] })) batches.push(batch);
  database.close();
  return batches.map((batch) => Object.fromEntries(batch));
}

test('what was accepted and refused is counted over all articles, and each batch has all up to then', async () => {
  const { profile } = await filledStore(101);
  expect(await counted(profile)).toEqual([
    { quotation: { accepted: 100, refused: 100 } },
    { quotation: { accepted: 101, refused: 101 } },
  ]);
});

test('an undone decision counts no more, and an empty project has none', async () => {
  const { profile, workbench } = await filledStore(1);
  await workbench.undo();
  await workbench.whenSaved(5_000);
  expect(await counted(profile)).toEqual([]);
});
