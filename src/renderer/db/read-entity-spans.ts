import { Dexie } from 'dexie';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Span } from '../../core/model/span.ts';
import type { ProjectDatabase } from './database.ts';
import type { RecordKey } from './record-change.ts';

/** Every span of the project that stands for an entity, by the index on it. */
export async function readEntitySpans(database: ProjectDatabase, entity: Identifier): Promise<Span[]> {
  const rows = await database.spans
    .where('[entity+articleId]')
    .between([entity, Dexie.minKey], [entity, Dexie.maxKey])
    .toArray();
  return rows.map(({ span }) => span);
}

/** The spans with these keys that are there, in their order. */
export async function readSpans(
  database: ProjectDatabase,
  keys: readonly Readonly<RecordKey>[],
): Promise<Span[]> {
  const rows = await database.spans.bulkGet(keys.map(([articleId, id]): RecordKey => [articleId, id]));
  return rows.flatMap((row) => row?.span ?? []);
}
