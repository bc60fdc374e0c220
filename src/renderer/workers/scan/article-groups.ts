import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Relation } from '../../../core/model/relation.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import type { SpanRow } from '../../db/rows.ts';

/** Articles read at once: enough that single requests do not count, few enough that what is held stays small. */
const articlesAtOnce = 100;

/** The project's articles some at a time, in the order of their ids; a range from the first to the last holds no others. */
export async function* articleGroups(
  database: ProjectDatabase,
): AsyncGenerator<readonly [first: Identifier, last: Identifier]> {
  const ids = await database.articles.toCollection().primaryKeys();
  for (let i = 0; i < ids.length; i += articlesAtOnce) {
    const group = ids.slice(i, i + articlesAtOnce);
    const [first, last] = [group[0], group.at(-1)];
    if (first !== undefined && last !== undefined) yield [first, last];
  }
}

/** The spans of some tags in a range of articles. */
export async function spansOfTags(
  database: ProjectDatabase,
  tags: readonly Identifier[],
  [first, last]: readonly [Identifier, Identifier],
): Promise<SpanRow[]> {
  const rows = await Promise.all(
    tags.map((tag) =>
      database.spans.where('[tag+articleId]').between([tag, first], [tag, last], true, true).toArray(),
    ),
  );
  return rows.flat();
}

/** The `says` links of a range of articles. */
export function saysLinks(
  database: ProjectDatabase,
  [first, last]: readonly [Identifier, Identifier],
): Promise<Relation[]> {
  return database.relations
    .where('[type+articleId+to]')
    .between(['says', first, Dexie.minKey], ['says', last, Dexie.maxKey])
    .toArray();
}
