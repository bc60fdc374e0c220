import { expect, test } from 'vitest';
import { operationOf } from '../../../src/core/operations/operation.ts';
import type { Application } from '../../../src/renderer/app/application.ts';
import { watchLosses } from '../../../src/renderer/app/loss-alarm.ts';
import { spanOf } from '../fakes/project.ts';
import { testApplication } from './test-application.ts';

async function withSpans(number: number) {
  const test = await testApplication('Word. '.repeat(50));
  const { app } = test;
  watchLosses(app);
  const { open } = app.workbench.project.getState();
  if (open === null) throw new Error('an article is open');
  const article = { record: open.record, body: open.body };
  const spans = Array.from({ length: number }, (_, i) => spanOf(article, `s${i}`, 6 * i, 6 * i + 4));
  app.workbench.commit(operationOf(spans.map((span) => ({ type: 'span.add', span }))), 'import');
  const remove = (from: number, to: number) =>
    app.workbench.commit(
      operationOf(spans.slice(from, to).map((span) => ({ type: 'span.remove', span }))),
      'delete annotations',
    );
  return { ...test, remove };
}

function spanTotal(app: Application): number {
  return app.workbench.project.getState().open?.spans.size ?? 0;
}

test('a step that takes away more than half is told, with its undo', async () => {
  const { app, notices, remove } = await withSpans(40);
  remove(0, 21);
  expect(notices()).toEqual(['This step took away 21 of 40 annotations.']);
  const [notice] = app.notices.store.getState();
  expect(notice?.kind).toBe('error');
  expect(notice?.action?.label).toBe('Undo');
  notice?.action?.run();
  await expect.poll(() => spanTotal(app)).toBe(40);
});

test('half and less is not, nor a few, nor what an undo takes away', async () => {
  const { app, notices, remove } = await withSpans(40);
  remove(0, 20);
  remove(20, 39);
  expect(notices()).toEqual([]);
  await app.workbench.undo();
  await app.workbench.undo();
  await app.workbench.undo();
  expect(spanTotal(app)).toBe(0);
  expect(notices()).toEqual([]);
});

test('articles that go to the trash take their annotations along', async () => {
  const { app, notices, run } = await withSpans(40);
  await run('file.trash');
  expect(app.workbench.project.getState().articles.get('a')?.record.trashedAt).not.toBeNull();
  expect(notices()).toContain('This step took away 40 of 40 annotations.');
});
