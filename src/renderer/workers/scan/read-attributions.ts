import { Dexie } from 'dexie';
import { type Attribution, attributionsOf } from '../../../core/measure/attributions.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { Span } from '../../../core/model/span.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** Which claims are looked at. */
export interface AttributionScope {
  /** Tags whose spans a `says` relation may end at. */
  readonly claimTags: readonly Identifier[];
  /** Tags at the other ends of the relations that make an attribution. */
  readonly endTags: readonly Identifier[];
  /** The articles looked at; null for all. */
  readonly articles: readonly Identifier[] | null;
}

export interface ArticleAttributions {
  readonly articleId: Identifier;
  readonly attributions: readonly Attribution[];
}

/** Articles read at once: enough that single requests do not count, few enough that what is held stays small. */
const articlesAtOnce = 100;

/** The attributions of every article in the scope, some articles at a time, in the order of their ids. */
export async function* readAttributions(
  database: ProjectDatabase,
  { claimTags, endTags, articles }: AttributionScope,
): AsyncGenerator<{
  readonly done: number;
  readonly total: number;
  readonly part: readonly ArticleAttributions[];
}> {
  const wanted = articles === null ? null : new Set(articles);
  const ids = (await database.articles.toCollection().primaryKeys()).filter((id) => wanted?.has(id) ?? true);
  for (let done = 0; done < ids.length; done += articlesAtOnce) {
    const group = ids.slice(done, done + articlesAtOnce);
    const part = await readGroup(database, group, claimTags, endTags);
    yield { done: done + group.length, total: ids.length, part };
  }
}

async function readGroup(
  database: ProjectDatabase,
  ids: readonly Identifier[],
  claimTags: readonly Identifier[],
  endTags: readonly Identifier[],
): Promise<ArticleAttributions[]> {
  const { spans, relations } = database;
  const [first, last] = [ids[0], ids.at(-1)];
  const [claimKeys, endRows, speakerlessKeys, links] = await database.transaction(
    'r',
    [spans, relations],
    () =>
      Promise.all([
        Promise.all(
          claimTags.map((tag) =>
            spans.where('[tag+articleId]').between([tag, first], [tag, last], true, true).primaryKeys(),
          ),
        ),
        Promise.all(
          endTags.map((tag) =>
            spans.where('[tag+articleId]').between([tag, first], [tag, last], true, true).toArray(),
          ),
        ),
        spans.where('[speakerless+articleId]').between([1, first], [1, last], true, true).primaryKeys(),
        relations.where('[articleId+id]').between([first, Dexie.minKey], [last, Dexie.maxKey]).toArray(),
      ]),
  );
  const claims = groupBy(claimKeys.flat(), ([articleId]) => articleId);
  const ends = groupBy(endRows.flat(), ({ articleId }) => articleId);
  const speakerless = groupBy(speakerlessKeys, ([articleId]) => articleId);
  const relationsOf = groupBy(links, ({ articleId }) => articleId);
  return ids.map((articleId) => ({
    articleId,
    attributions: attributionsOf(
      (claims.get(articleId) ?? []).map(([, id]) => id),
      new Set((speakerless.get(articleId) ?? []).map(([, id]) => id)),
      new Map((ends.get(articleId) ?? []).map(({ span }): [Identifier, Span] => [span.id, span])),
      relationsOf.get(articleId) ?? [],
    ),
  }));
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => Identifier): Map<Identifier, Item[]> {
  const groups = new Map<Identifier, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
