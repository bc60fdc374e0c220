import { Dexie, type Table } from 'dexie';
import type { Identifier } from '../../core/model/identifier.ts';
import type { ProjectDatabase } from './database.ts';
import type { RecordKey } from './record-change.ts';

/** Keys are read so many at a time: enough that few requests are made, and few enough for memory. */
const keysTogether = 20_000;

/** Those of the ids that a span or relation in the store has. No index knows ids without their articles: all keys are gone through, but no record is read. `hear` is told of each. */
export async function readTakenIds(
  { spans, relations }: ProjectDatabase,
  ids: ReadonlySet<Identifier>,
  together = keysTogether,
  hear?: (id: Identifier) => void,
): Promise<Set<Identifier>> {
  const taken = new Set<Identifier>();
  const look = (id: Identifier) => {
    hear?.(id);
    if (ids.has(id)) taken.add(id);
  };
  for await (const id of allIds(spans, together)) look(id);
  for await (const id of allIds(relations, together)) look(id);
  return taken;
}

async function* allIds<Row>(table: Table<Row, RecordKey>, together: number): AsyncGenerator<Identifier> {
  let after: RecordKey | undefined;
  for (;;) {
    const range = table.where('[articleId+id]');
    const keys = await (after === undefined
      ? range.between([Dexie.minKey, Dexie.minKey], [Dexie.maxKey, Dexie.maxKey])
      : range.above(after)
    )
      .limit(together)
      .primaryKeys();
    for (const [, id] of keys) yield id;
    after = keys.at(-1);
    if (keys.length < together) return;
  }
}
