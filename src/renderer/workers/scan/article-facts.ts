import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** What lists and filters want to know of an article beyond its row. */
export interface ArticleFacts {
  readonly articleId: Identifier;
  /** Claims that have neither a speaker nor the mark that none is named. */
  readonly unattributed: number;
  readonly flagged: number;
}

export interface ArticleFactsArgs {
  /** Tags whose spans a `says` relation may end at. */
  readonly claimTags: readonly Identifier[];
  /** The articles asked for; null for all. */
  readonly articles: readonly Identifier[] | null;
}

/** Articles in one batch. */
const batchSize = 500;

/** Counts from the indexes alone, so that no annotation is made into an object: a million are counted in seconds. Each article is answered once. */
export async function* articleFacts(
  database: ProjectDatabase,
  { claimTags, articles }: ArticleFactsArgs,
): AsyncGenerator<readonly ArticleFacts[]> {
  if (articles === null) {
    const ids = await database.articles.toCollection().primaryKeys();
    for (let i = 0; i < ids.length; i += batchSize) {
      yield await factsOfRun(database, ids.slice(i, i + batchSize), claimTags);
    }
    return;
  }
  for (let i = 0; i < articles.length; i += batchSize) {
    const part = articles.slice(i, i + batchSize);
    yield (await Promise.all(part.map((id) => factsOfRun(database, [id], claimTags)))).flat();
  }
}

/**
 * The facts of articles that follow each other in the store: one range of each index has all of them, and asking for a range costs much more than
 * reading on in it.
 */
async function factsOfRun(
  database: ProjectDatabase,
  ids: readonly Identifier[],
  claimTags: readonly Identifier[],
): Promise<ArticleFacts[]> {
  const { spans, relations } = database;
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spansUnder = (index: string, key: Identifier | 1) =>
    spans.where(index).between([key, first], [key, last], true, true).primaryKeys();
  const [claims, attributed, speakerless, flagged] = await Promise.all([
    Promise.all(claimTags.map((tag) => spansUnder('[tag+articleId]', tag))),
    relations
      .where('[type+articleId+to]')
      .between(['says', first, Dexie.minKey], ['says', last, Dexie.maxKey])
      .keys(),
    spansUnder('[speakerless+articleId]', 1),
    spansUnder('[flagged+articleId]', 1),
  ]);
  const tallies = new Map(
    ids.map((id) => [id, { settled: new Set<unknown>(), unattributed: 0, flagged: 0 }]),
  );
  for (const key of attributed) if (Array.isArray(key)) tallies.get(String(key[1]))?.settled.add(key[2]);
  for (const [articleId, id] of speakerless) tallies.get(articleId)?.settled.add(id);
  for (const [articleId, id] of claims.flat()) {
    const tally = tallies.get(articleId);
    if (tally !== undefined && !tally.settled.has(id)) tally.unattributed += 1;
  }
  for (const [articleId] of flagged) {
    const tally = tallies.get(articleId);
    if (tally !== undefined) tally.flagged += 1;
  }
  return [...tallies].map(([articleId, { unattributed, flagged: flags }]) => {
    return { articleId, unattributed, flagged: flags };
  });
}
