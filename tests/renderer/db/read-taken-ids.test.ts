import { expect, test } from 'vitest';
import { ProjectDatabase } from '../../../src/renderer/db/database.ts';
import { readTakenIds } from '../../../src/renderer/db/read-taken-ids.ts';
import { spanRowOf } from '../../../src/renderer/db/table-writes.ts';
import { articleOf } from '../../core/arbitraries/article.ts';
import { newEngine, spanOf } from '../fakes/project.ts';

test('more keys than are read at a time: none is passed over', async () => {
  const database = new ProjectDatabase('many', newEngine());
  await database.open();
  const article = articleOf('A word', 'a');
  const span = spanRowOf(spanOf(article, 'x', 0, 1));
  const ids = Array.from({ length: 451 }, (_, i) => `span-${String(i).padStart(6, '0')}`);
  await database.spans.bulkPut(ids.map((id) => ({ ...span, id })));
  const asked = ['span-000000', 'span-000199', 'span-000200', 'span-000201', 'span-000450'];
  expect(await readTakenIds(database, new Set([...asked, 'span-000451']), 200)).toEqual(new Set(asked));
});
