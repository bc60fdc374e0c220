import { expect, test } from 'vitest';
import { AttributionLearner } from '../../../src/core/suggest/learning/attribution-learner.ts';
import { writeLearnt } from '../../../src/core/suggest/learning/learnt.ts';
import { taughtArticles } from '../../../src/renderer/app/suggestions/learn.ts';
import type { ArticleSummary } from '../../../src/renderer/store/workbench-state.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { testApplication } from './test-application.ts';

const learnt = {
  learner: AttributionLearner.train([]),
  learntAt: '2026-01-02T12:00:00.000Z',
  articles: 12,
  attributions: 40,
};

test('what was kept is read at the start, and used only where it beats the rules', async () => {
  const { app, bridge } = await testApplication();
  bridge.disk.learnt = writeLearnt(learnt);
  await app.learnt.load();
  const { summary, inForce } = app.learnt.store.getState();
  expect(summary).toMatchObject({ articles: 12, attributions: 40, isUsed: false });
  expect(inForce).toBeNull();
});

test('what another version has learnt, or is damaged, is told and left where it is', async () => {
  const { app, bridge, notices } = await testApplication();
  const other = JSON.stringify({ format: 'ascribe-learnt', version: 99 });
  for (const [words, told] of [
    [other, 'another version of Ascribe'],
    ['{', 'is damaged'],
  ] as const) {
    const bytes = new TextEncoder().encode(words);
    bridge.disk.learnt = bytes;
    await app.learnt.load();
    expect(notices().at(-1)).toContain(told);
    expect(app.learnt.store.getState().summary).toBeNull();
    expect(bridge.disk.learnt).toBe(bytes);
  }
});

test('forgetting removes what was kept, and says so', async () => {
  const { app, bridge, notices, run } = await testApplication();
  bridge.disk.learnt = writeLearnt(learnt);
  await app.learnt.load();
  await run('suggestion.forget');
  expect(bridge.disk.learnt).toBeNull();
  expect(app.learnt.store.getState().summary).toBeNull();
  expect(notices().at(-1)).toContain('is forgotten');
  await run('suggestion.forget');
  expect(notices().at(-1)).toBe('Nothing was learnt from this project.');
});

test('articles with claims or refusals teach, in the order of their ids; those in the trash do not', () => {
  const summary = (id: string, counts: Record<string, number>, change = {}): [string, ArticleSummary] => {
    const { record } = articleOf('Words', id);
    return [id, { record: { ...record, ...change }, counts, order: 0 }];
  };
  const at = '2026-01-02T12:00:00.000Z';
  const refusal = { tag: 'claim', words: '0'.repeat(16), rule: 'quotation', confidence: 0.9, at };
  const articles = new Map([
    summary('d', { claim: 2 }, { updatedAt: at }),
    summary('a', { claim: 1 }),
    summary('b', { speaker: 1 }),
    summary('c', { claim: 1 }, { trashedAt: at }),
    summary('e', {}, { refused: [refusal] }),
  ]);
  expect(taughtArticles(articles, ['claim'])).toEqual(['a', 'd', 'e']);
});
