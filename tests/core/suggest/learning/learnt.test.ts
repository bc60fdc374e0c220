import { expect, test } from 'vitest';
import { loadDateReader } from '../../../../src/core/dates/load-date-reader.ts';
import { defaultTagSet } from '../../../../src/core/model/tag-set.ts';
import { refuseSuggestions } from '../../../../src/core/operations/gestures/decide-suggestion.ts';
import { changesOf } from '../../../../src/core/operations/operation.ts';
import type { ArticleState } from '../../../../src/core/operations/project-state.ts';
import { articleSuggestions } from '../../../../src/core/suggest/article-suggestions.ts';
import { AttributionLearner } from '../../../../src/core/suggest/learning/attribution-learner.ts';
import { learntVersion, readLearnt, writeLearnt } from '../../../../src/core/suggest/learning/learnt.ts';
import { learntSummary } from '../../../../src/core/suggest/learning/learnt-summary.ts';
import { prepared } from '../../../../src/core/suggest/learning/prepared-article.ts';
import { taughtFromArticle } from '../../../../src/core/suggest/learning/taught-from-article.ts';
import { deriveBlocks } from '../../../../src/core/text/blocks.ts';
import { articleOf as articleOfBlock, author } from '../../operations/gestures/builders.ts';

const lines = ['“We go,” said Ann Lee.', '“We stay,” said Jo Park.', '“It rains,” said Ida Holm.'];
const text = lines.join('\n\n');

function articleOf(words: string, ...spans: [string, string, string][]): ArticleState {
  const article = articleOfBlock(words, ...spans);
  return { ...article, body: { text: words, blocks: deriveBlocks(words) } };
}

function shown(article: ArticleState): number {
  const { blocks } = taughtFromArticle(article, ['claim']);
  return blocks.length;
}

test('an article teaches its claims with their speakers, and as far as it was gone through', () => {
  const article = articleOf(text, ['c', 'claim', '“We go,”'], ['s', 'speaker', 'Ann Lee']);
  expect(taughtFromArticle(article, ['claim']).attributions).toEqual([
    { claim: [{ start: 0, end: 8 }], speaker: undefined },
  ]);
  const by = author();
  const relation = {
    id: 'r',
    articleId: article.record.id,
    type: 'says',
    from: 's',
    to: 'c',
    annotator: by.annotator,
    origin: 'manual',
    note: '',
    attributes: {},
    createdAt: by.now,
    updatedAt: by.now,
  };
  const linked = { ...article, relations: new Map([['r', relation]]) };
  expect(taughtFromArticle(linked, ['claim']).attributions).toEqual([
    { claim: [{ start: 0, end: 8 }], speaker: { start: 14, end: 21 } },
  ]);
  const whole = shown({ ...article, record: { ...article.record, state: 'done' } });
  expect(whole).toBeGreaterThan(shown(article));
});

test('a refusal says that what stands before it was looked at', async () => {
  const article = articleOf(text, ['c', 'claim', '“We go,”']);
  const reader = await loadDateReader(null);
  const all = [...articleSuggestions(text, article.body.blocks, null, reader)];
  const refusal = refuseSuggestions(article, all.slice(1, 2), { tagSet: defaultTagSet, by: author() });
  if (!refusal.ok) throw new Error(refusal.reason.message);
  const [change] = changesOf(refusal.value.operation);
  if (change?.type !== 'article.update') throw new Error('a refusal changes the record');
  const refused = { ...article, record: change.after };
  expect(shown(refused)).toBeGreaterThan(shown(article));
});

test('what is kept is read as it was; what is damaged or of another version is not', () => {
  const learner = AttributionLearner.train([
    prepared(taughtFromArticle(articleOf(text, ['c', 'claim', '“We go,”']), ['claim'])),
    prepared(taughtFromArticle(articleOf(text, ['d', 'claim', '“We stay,”']), ['claim'])),
  ]);
  const learnt = { learner, learntAt: '2026-01-02T12:00:00.000Z', articles: 2, attributions: 2 };
  const bytes = writeLearnt(learnt);
  const read = readLearnt(bytes);
  if (!read.ok) throw new Error(read.reason);
  expect(writeLearnt(read.value)).toEqual(bytes);
  expect(learntSummary(read.value)).toEqual(learntSummary({ ...learnt, learner: read.value.learner }));
  expect(learntSummary(read.value).features.map(({ of }) => of)).toEqual(['claim', 'speaker', 'right']);
  const changed = (patch: object) =>
    new TextEncoder().encode(JSON.stringify({ ...JSON.parse(new TextDecoder().decode(bytes)), ...patch }));
  expect(readLearnt(changed({ version: learntVersion + 1 }))).toEqual({ ok: false, reason: 'other version' });
  expect(readLearnt(changed({ model: {} }))).toEqual({ ok: false, reason: 'damaged' });
  expect(readLearnt(bytes.slice(0, -5))).toEqual({ ok: false, reason: 'damaged' });
  expect(readLearnt(Uint8Array.of(0xff, 0))).toEqual({ ok: false, reason: 'damaged' });
});

test('what is learnt is put on the scale of the rules', () => {
  const learner = AttributionLearner.train([]);
  const same = learner.suggest(text, articleOf(text).body.blocks);
  const alike = learner.suggestAlike(text, articleOf(text).body.blocks, 0.6);
  for (const [i, { confidence }] of same.entries())
    expect(alike[i] !== undefined && alike[i].confidence >= 0.6).toBe(confidence >= learner.least);
});
