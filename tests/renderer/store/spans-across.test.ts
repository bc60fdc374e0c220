import { expect, test } from 'vitest';
import type { Operation } from '../../../src/core/operations/operation.ts';
import { ProjectDatabase } from '../../../src/renderer/db/database.ts';
import { spanRowOf } from '../../../src/renderer/db/table-writes.ts';
import { SpansAcross } from '../../../src/renderer/store/spans-across.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { newEngine, spanOf } from '../fakes/project.ts';

const article = articleOf('A word', 'a');
const added = (id: string): Operation => ({
  type: 'span.add',
  span: { ...spanOf(article, 'x', 0, 1), id },
});

test('the store is gone through for ids once, and afterwards only when one may be taken', async () => {
  const database = new ProjectDatabase('ids', newEngine());
  await database.open();
  await database.spans.put(spanRowOf(spanOf(article, 'stored', 0, 1)));
  let readings = 0;
  let pending: Operation[] = [added('pending')];
  const spans = new SpansAcross({
    database: () => {
      readings += 1;
      return database;
    },
    notInStore: () => pending,
    lastSeq: () => 1,
    open: () => null,
    whenComplete: async () => undefined,
  });
  expect(await spans.takenIds(['stored', 'pending', 'free'])).toEqual(new Set(['stored', 'pending']));
  expect(readings).toBe(1);
  expect(await spans.takenIds(['free', 'free too'])).toEqual(new Set());
  expect(readings).toBe(1);

  // What was waiting is in the store by now, and so is what came after the first question.
  for (const id of ['pending', 'later']) await database.spans.put(spanRowOf(spanOf(article, id, 0, 1)));
  pending = [];
  spans.made(added('later'));
  const asked = ['pending', 'later', 'stored', 'free'];
  expect(await spans.takenIds(asked)).toEqual(new Set(['pending', 'later', 'stored']));
  // What was taken away is free again.
  await database.spans.clear();
  expect(await spans.takenIds(asked)).toEqual(new Set());
});
