import { expect, test } from 'vitest';
import type { Span } from '../../../src/core/model/span.ts';
import { batchSize, headLimit } from '../../../src/renderer/db/read-article.ts';
import type { Workbench } from '../../../src/renderer/store/workbench.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { spanOf as coreSpanOf } from '../../core/arbitraries/span.ts';
import { linkOf, Profile, spanOf } from '../fakes/project.ts';

const article = articleOf('word '.repeat(60_000), 'long');
const count = 5_000;

/** A span every sixty units; every thousandth is long and discontinuous, from near the beginning to near the end. */
const spans: Span[] = Array.from({ length: count }, (_, i) => {
  const start = i * 60;
  if (i % 1000 !== 500) return spanOf(article, `s${i}`, start, start + 4);
  const fragments = [
    { start, end: start + 4 },
    { start: 299_000 + i / 10, end: 299_000 + i / 10 + 4 },
  ];
  return coreSpanOf(article.body.text, fragments, { id: `s${i}`, articleId: 'long', tag: 'claim' });
});
const relations = spans.slice(1, headLimit + 500).map((span, i) => linkOf(`r${i}`, spans[i] ?? span, span));

/** A window on the long article, whose reading stands still until `go` is called. */
async function opened(change: { at?: number } = {}) {
  const profile = new Profile();
  const first = (await profile.start()).workbench;
  first.commit(
    {
      type: 'batch',
      changes: [
        { type: 'article.add', article },
        { type: 'article.add', article: articleOf('Another one.', 'other') },
        ...spans.map((span) => ({ type: 'span.add' as const, span })),
        ...relations.map((relation) => ({ type: 'relation.add' as const, relation })),
      ],
    },
    'import dataset',
  );
  await first.whenSaved(30_000);
  const top = change.at ?? 0;
  await first.keepPlace({ articleId: 'long', anchor: top, focus: top, top });
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { workbench, notices } = await profile.start({ pause: () => gate });
  await workbench.openArticle('long');
  return { profile, workbench, notices, go };
}

function shown(workbench: Workbench) {
  const { open } = workbench.project.getState();
  if (open === null) throw new Error('an article is open');
  return open;
}

test('what is near the place where it was left is there first, with the long spans; the rest follows', async () => {
  const { workbench, go } = await opened({ at: 150_000 });
  const head = shown(workbench);
  expect(workbench.project.getState().openComplete).toBe(false);
  expect(workbench.focus.getState().selection).toEqual({ anchor: 150_000, focus: 150_000 });
  expect(head.spans.size).toBeLessThanOrEqual(headLimit + 5);
  const near = spans.filter(({ fragments }) => Math.abs((fragments[0]?.start ?? 0) - 150_000) < 50_000);
  expect(near.every(({ id }) => head.spans.has(id))).toBe(true);
  expect(['s500', 's1500', 's2500', 's3500', 's4500'].every((id) => head.spans.has(id))).toBe(true);
  go();
  await workbench.whenComplete();
  expect(workbench.project.getState().openComplete).toBe(true);
  expect(shown(workbench).spans.size).toBe(count);
  expect(shown(workbench).relations.size).toBe(relations.length);
  expect(count).toBeGreaterThan(3 * batchSize);
});

test('what is done while the rest is being read stands, and comes through a restart', async () => {
  const { profile, workbench, go } = await opened();
  const far = spans[4_000];
  const near = spans[10];
  const loose = spans[2_600];
  if (far === undefined || near === undefined || loose === undefined)
    throw new Error('there are as many spans');
  const added = spanOf(article, 'added', 240_100, 240_104);
  const { relations: known } = shown(workbench);
  expect(known.size).toBe(headLimit);
  // Links are not all there yet: taking a span away might leave one without an end.
  expect(workbench.commit({ type: 'span.remove', span: near }, 'delete claim')).toBe(false);
  expect(workbench.commit({ type: 'span.add', span: added }, 'tag claim')).toBe(true);
  const noted = { ...near, note: 'changed while reading' };
  expect(workbench.commit({ type: 'span.update', before: near, after: noted }, 'edit note')).toBe(true);
  await workbench.whenSaved(5_000);
  go();
  await workbench.whenComplete();
  expect(workbench.commit({ type: 'span.remove', span: far }, 'delete claim')).toBe(true);
  const open = shown(workbench);
  expect(open.spans.get(near.id)?.note).toBe('changed while reading');
  expect(open.spans.has('added')).toBe(true);
  expect(open.spans.has(far.id)).toBe(false);
  expect(open.spans.size).toBe(count);
  await workbench.whenSaved(5_000);
  const again = (await profile.start()).workbench;
  expect((await again.readArticle('long')).spans.ordered).toEqual(open.spans.ordered);
});

test('a span removed while the rest is being read is not brought back by it', async () => {
  const { workbench, go } = await opened();
  // A span that is in the head and comes again with the rest; its links are gone first.
  const added = spanOf(article, 'added', 100, 104);
  workbench.commit({ type: 'span.add', span: added }, 'tag claim');
  await workbench.whenSaved(5_000);
  const undone = workbench.undo();
  go();
  await undone;
  await workbench.whenComplete();
  expect(shown(workbench).spans.has('added')).toBe(false);
  expect(shown(workbench).spans.size).toBe(count);
});

test('undo waits for spans that are still in the store alone', async () => {
  const { workbench, go } = await opened();
  const undone = workbench.undo();
  go();
  await undone;
  expect(workbench.project.getState().articles.size).toBe(0);
  expect(workbench.project.getState().open).toBe(null);
  await workbench.redo();
  await workbench.openArticle('long');
  await workbench.whenComplete();
  expect(shown(workbench).spans.size).toBe(count);
});

test('undo does not wait for the rest when what it changes is there', async () => {
  const { workbench, go } = await opened();
  const near = spans[10];
  if (near === undefined) throw new Error('there are as many spans');
  workbench.commit({ type: 'span.update', before: near, after: { ...near, note: 'noted' } }, 'edit note');
  // Nothing lets the reading go on: an undo that waited for it would never end.
  await workbench.undo();
  expect(shown(workbench).spans.get(near.id)?.note).toBe('');
  await workbench.redo();
  expect(shown(workbench).spans.get(near.id)?.note).toBe('noted');
  expect(workbench.project.getState().openComplete).toBe(false);
  go();
  await workbench.whenComplete();
  expect(shown(workbench).spans.get(near.id)?.note).toBe('noted');
  expect(shown(workbench).spans.size).toBe(count);
});

test('another article that is opened meanwhile is not disturbed', async () => {
  const { workbench, go } = await opened();
  await workbench.openArticle('other');
  go();
  await workbench.whenComplete();
  expect(shown(workbench).record.id).toBe('other');
  expect(shown(workbench).spans.size).toBe(0);
  expect(workbench.project.getState().openComplete).toBe(true);
});
