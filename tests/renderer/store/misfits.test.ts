import { expect, test } from 'vitest';
import type { Span } from '../../../src/core/model/span.ts';
import { spanRowOf } from '../../../src/renderer/db/table-writes.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { newEngine, Profile, spanOf } from '../fakes/project.ts';

const article = articleOf('The minister resigned.\nNobody was surprised in Oslo.', 'a');
const whole = spanOf(article, 'whole', 4, 12);
/** Its quote stands at one other place alone. */
const shifted: Span = { ...spanOf(article, 'shifted', 47, 51), fragments: [{ start: 40, end: 44 }] };
/** Its quote stands nowhere. */
const lost: Span = { ...spanOf(article, 'lost', 4, 12), quote: 'president' };
const beyond: Span = {
  ...spanOf(article, 'beyond', 4, 12),
  quote: 'xyz',
  fragments: [{ start: 400, end: 403 }],
};

/** A profile whose store has spans that do not fit their text, as no operation would make them. */
async function withMisfits(): Promise<Profile> {
  const profile = new Profile();
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article }, 'open article');
  const sound = [whole, ...['shifted', 'lost', 'beyond'].map((id) => ({ ...whole, id }))];
  for (const span of sound) workbench.commit({ type: 'span.add', span }, 'tag claim');
  await workbench.whenSaved(5_000);
  const database = await profile.database();
  await database.spans.bulkPut([shifted, lost, beyond].map(spanRowOf));
  database.close();
  return profile;
}

test('spans that do not fit are told, moved where there is no doubt, and never dropped from the store', async () => {
  const profile = await withMisfits();
  const { workbench, bridge } = await profile.start();
  await workbench.openArticle('a');
  const { open, misfits } = workbench.project.getState();
  expect(misfits.map(({ spanId, outcome }) => [spanId, outcome]).sort()).toEqual([
    ['beyond', 'unplaced'],
    ['lost', 'unplaced'],
    ['shifted', 'moved'],
  ]);
  expect(open?.spans.get('shifted')?.fragments).toEqual([{ start: 47, end: 51 }]);
  expect(open?.spans.get('lost')).toEqual(lost);
  expect(open?.spans.has('beyond')).toBe(false);
  expect(bridge.calls).not.toContain('journal.append');
  const database = await profile.database();
  expect(await database.spans.count()).toBe(4);
  expect((await database.spans.get(['a', 'beyond']))?.span).toEqual(beyond);
});

test('an article that fits has no misfits', async () => {
  const profile = new Profile();
  const { workbench } = await profile.start();
  workbench.commit({ type: 'article.add', article }, 'open article');
  workbench.commit({ type: 'span.add', span: whole }, 'tag claim');
  await workbench.openArticle('a');
  expect(workbench.project.getState().misfits).toEqual([]);
});

test('a snapshot keeps them as they are', async () => {
  const profile = await withMisfits();
  await (await profile.start()).workbench.whenSaved(5_000);
  await profile.snapshot();
  expect(profile.disk.journal).toEqual([]);
  profile.engine = newEngine();
  await profile.start();
  const database = await profile.database();
  const spans = (await database.spans.toArray()).map(({ span }) => span);
  expect(new Map(spans.map((span) => [span.id, span]))).toEqual(
    new Map([whole, shifted, lost, beyond].map((span) => [span.id, span])),
  );
});
