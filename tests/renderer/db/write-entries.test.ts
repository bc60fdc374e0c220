import { expect, test, vi } from 'vitest';
import type { LogEntry } from '../../../src/core/operations/log-entry.ts';
import { createStore } from '../../../src/renderer/db/create-store.ts';
import { ProjectDatabase } from '../../../src/renderer/db/database.ts';
import { type EntriesWrite, LogDiffersError, writeEntries } from '../../../src/renderer/db/write-entries.ts';
import { articleOf, someTime } from '../../core/arbitraries/article.ts';
import { someProject } from '../../core/arbitraries/operation-sequence.ts';
import { newEngine, spanOf } from '../fakes/project.ts';

/** Opens an article of that id, as the first entry. */
function write(id: string): EntriesWrite {
  const article = articleOf('Minister resigns.', id);
  const entry: LogEntry = {
    seq: 1,
    at: someTime,
    annotator: 'a',
    label: 'open article',
    operation: { type: 'article.add', article },
  };
  return {
    entries: [{ entry, json: JSON.stringify(entry) }],
    project: someProject,
    relations: 0,
    articleRow: () => ({ id, order: 1, record: article.record, counts: {} }),
  };
}

test('a store that is not what it was is left as it is', async () => {
  const database = new ProjectDatabase('store', newEngine());
  await database.open();
  const log = await createStore(database, someProject);
  const after = await writeEntries(database, log, write('a'));
  // As if another had written meanwhile: the first entry is given again, for another article.
  await expect(writeEntries(database, log, write('b'))).rejects.toThrow(LogDiffersError);
  await expect(
    writeEntries(database, { ...after, chain: after.chain ^ 1 }, { ...write('b'), entries: [] }),
  ).rejects.toThrow(LogDiffersError);
  expect(await database.bodies.toCollection().primaryKeys()).toEqual(['a']);
  expect(await database.articles.toCollection().primaryKeys()).toEqual(['a']);
  expect(await database.entries.count()).toBe(1);
  expect(await database.meta.get('log')).toMatchObject(after);
});

test('all is asked for at once, in one strict transaction', async () => {
  const database = new ProjectDatabase('store', newEngine());
  await database.open();
  const log = await createStore(database, someProject);
  const connection = database.backendDB();
  const begin = vi.spyOn(connection, 'transaction');
  const written = writeEntries(database, log, write('a'));
  expect(begin.mock.calls).toEqual([
    [expect.arrayContaining(['articles', 'entries', 'meta']), 'readwrite', { durability: 'strict' }],
  ]);
  // What was asked for before comes before what is asked for now.
  const put = connection.transaction(['bodies'], 'readwrite').objectStore('bodies').add({ articleId: 'a' });
  put.addEventListener('error', (event) => event.preventDefault());
  await written;
  await expect.poll(() => put.readyState).toBe('done');
  expect(put.error?.name).toBe('ConstraintError');
  expect(begin).toHaveBeenCalledTimes(2);
});

test('of a connection that is closed the failure is told', async () => {
  const database = new ProjectDatabase('store', newEngine());
  await database.open();
  const log = await createStore(database, someProject);
  database.close();
  await expect(writeEntries(database, log, write('a'))).rejects.toThrow('The working store is closed.');
});

test('a change too large for one task is there as a whole or not at all', async () => {
  const database = new ProjectDatabase('store', newEngine());
  await database.open();
  const log = await createStore(database, someProject);
  const { articleRow, ...small } = write('a');
  const article = articleOf('Minister resigns.', 'a');
  const changes = Array.from({ length: 2_500 }, (_, i) => ({
    type: 'span.add' as const,
    span: spanOf(article, `s${i}`, 0, 8),
  }));
  const entry: LogEntry = {
    seq: 1,
    at: someTime,
    annotator: 'a',
    label: 'import',
    operation: { type: 'batch', changes: [{ type: 'article.add', article }, ...changes] },
  };
  const large = { ...small, articleRow, entries: [{ entry, json: JSON.stringify(entry) }] };
  // Its last rows are refused: an entry of that number is there.
  await database.entries.add({ seq: 1, json: '{}' });
  await expect(writeEntries(database, log, large)).rejects.toMatchObject({ name: 'ConstraintError' });
  expect(await database.spans.count()).toBe(0);
  expect(await database.bodies.count()).toBe(0);
  await database.entries.clear();
  await writeEntries(database, log, large);
  expect(await database.spans.count()).toBe(2_500);
  expect(await database.entries.count()).toBe(1);
});
