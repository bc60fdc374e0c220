import { expect, test } from 'vitest';
import { articleOf } from '../../core/arbitraries/article.ts';
import { FakeBridge } from '../fakes/bridge.ts';
import { linkOf, Profile, spanOf } from '../fakes/project.ts';

const article = articleOf('Minister resigns\n“I go”, she said.\nNobody was surprised in Oslo.', 'a');
const speaker = spanOf(article, 's', 25, 28, 'speaker');
const claim = spanOf(article, 'c', 18, 22);

async function withArticle(profile = new Profile()) {
  const started = await profile.start();
  started.workbench.commit({ type: 'article.add', article }, 'open article');
  await started.workbench.openArticle('a');
  return { ...started, profile };
}

test('what was committed is there after a restart, with its undo stack', async () => {
  const { workbench, profile } = await withArticle();
  expect(workbench.commit({ type: 'span.add', span: claim }, 'tag claim')).toBe(true);
  expect(workbench.project.getState().open?.spans.ordered).toEqual([claim]);
  expect(workbench.project.getState().articles.get('a')?.counts).toEqual({ claim: 1 });
  expect(workbench.project.getState().saving.kind).toBe('saving');
  await workbench.whenSaved(1000);
  expect(workbench.project.getState().saving).toEqual({ kind: 'saved' });

  const again = (await profile.start()).workbench;
  expect(again.project.getState().history).toEqual(workbench.project.getState().history);
  await again.openArticle('a');
  expect(again.project.getState().open).toEqual(workbench.project.getState().open);
  expect(again.project.getState().openComplete).toBe(true);
  await again.undo();
  expect(again.project.getState().open?.spans.size).toBe(0);
  expect(again.project.getState().articles.get('a')?.counts).toEqual({});
  await again.redo();
  expect(again.project.getState().open?.spans.ordered).toEqual([claim]);
  expect(again.focus.getState().currentSpan).toBe('c');
});

test('an operation that does not fit changes nothing and is told', async () => {
  const { workbench, notices } = await withArticle();
  workbench.commit({ type: 'span.add', span: claim }, 'tag claim');
  const before = workbench.project.getState();
  expect(workbench.commit({ type: 'span.add', span: claim }, 'tag claim')).toBe(false);
  expect(workbench.project.getState()).toBe(before);
  expect(notices.map(({ message }) => message)).toEqual(['That cannot be done: The span is there already.']);
});

test('a removed span is current no more', async () => {
  const { workbench } = await withArticle();
  workbench.commit({ type: 'span.add', span: claim }, 'tag claim');
  workbench.setCurrentSpan('c');
  expect(workbench.focus.getState().currentSpan).toBe('c');
  workbench.commit({ type: 'span.remove', span: claim }, 'delete claim');
  expect(workbench.focus.getState().currentSpan).toBe(null);
  workbench.setCurrentSpan('c');
  expect(workbench.focus.getState().currentSpan).toBe(null);
});

test('undo in another article opens that article', async () => {
  const { workbench } = await withArticle();
  workbench.commit({ type: 'span.add', span: claim }, 'tag claim');
  workbench.commit({ type: 'article.add', article: articleOf('Other\nText.', 'b') }, 'open article');
  await workbench.openArticle('b');
  expect(workbench.project.getState().open?.record.id).toBe('b');
  await workbench.undo();
  expect(workbench.project.getState().open).toBe(null);
  await workbench.undo();
  expect(workbench.project.getState().open?.record.id).toBe('a');
  expect(workbench.project.getState().open?.spans.size).toBe(0);
});

test('many undos asked for at once are made one after the other', async () => {
  const { workbench } = await withArticle();
  const start = workbench.project.getState().open;
  const changes = [
    { type: 'span.add' as const, span: claim },
    { type: 'span.add' as const, span: speaker },
    { type: 'relation.add' as const, relation: linkOf('r', speaker, claim) },
  ];
  for (const change of changes) workbench.commit(change, 'do something');
  const end = workbench.project.getState().open;
  await Promise.all([workbench.undo(), workbench.undo(), workbench.undo()]);
  expect(workbench.project.getState().open).toEqual(start);
  await Promise.all([workbench.redo(), workbench.redo(), workbench.redo()]);
  expect(workbench.project.getState().open).toEqual(end);
});

test('an article that was left before its annotations were saved shows them when it comes back', async () => {
  const { workbench, bridge } = await withArticle();
  workbench.commit({ type: 'article.add', article: articleOf('Other\nText.', 'b') }, 'open article');
  await workbench.whenSaved(1000);
  bridge.overrides['journal.append'] = () => new Promise(() => undefined);
  workbench.commit({ type: 'span.add', span: claim }, 'tag claim');
  const opened = workbench.openArticle('b');
  await opened;
  await workbench.openArticle('a');
  expect(workbench.project.getState().open?.spans.ordered).toEqual([claim]);
  expect(workbench.project.getState().saving.kind).toBe('saving');
});

test('a read-only project refuses every change and says why', async () => {
  const profile = new Profile();
  const { workbench: first } = await profile.start();
  await first.whenSaved(1000);
  const readOnly = 'A newer Ascribe made this project.';
  const session = new FakeBridge(profile.disk).session({ readOnly });
  const { workbench, notices } = await profile.start({ session });
  expect(workbench.commit({ type: 'article.add', article }, 'open article')).toBe(false);
  expect(workbench.project.getState().saving).toEqual({ kind: 'readOnly', message: readOnly });
  expect(notices).toEqual([{ level: 'warning', message: readOnly }]);
});

test('ids count as taken wherever they are: in the store, on their way to it, in another article', async () => {
  const { workbench, bridge } = await withArticle();
  const other = articleOf('Other words entirely', 'b');
  const far = spanOf(other, 'far', 0, 5);
  workbench.commit({ type: 'article.add', article: other }, 'open article');
  workbench.commit({ type: 'span.add', span: far }, 'tag claim');
  workbench.commit({ type: 'span.add', span: speaker }, 'tag speaker');
  workbench.commit({ type: 'span.add', span: claim }, 'tag claim');
  await workbench.whenSaved(1000);
  bridge.overrides['journal.append'] = () => new Promise(() => undefined);
  const link = linkOf('link', speaker, claim);
  workbench.commit({ type: 'relation.add', relation: link }, 'link');
  expect(await workbench.takenIds(['s', 'far', 'link', 'a', 'unknown'])).toEqual(
    new Set(['s', 'far', 'link']),
  );
  expect(await workbench.takenIds([])).toEqual(new Set());
});
