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

/** Counts from the indexes alone, so that no annotation is made into an object: a million are counted in about a second. */
export async function* articleFacts(
  database: ProjectDatabase,
  { claimTags, articles }: ArticleFactsArgs,
): AsyncGenerator<readonly ArticleFacts[]> {
  const ids = articles ?? (await database.articles.toCollection().primaryKeys());
  for (let i = 0; i < ids.length; i += batchSize) {
    const part = ids.slice(i, i + batchSize);
    yield await Promise.all(part.map((id) => factsOf(database, id, claimTags)));
  }
}

async function factsOf(
  database: ProjectDatabase,
  articleId: Identifier,
  claimTags: readonly Identifier[],
): Promise<ArticleFacts> {
  const { spans, relations } = database;
  const [claims, attributed, speakerless, flagged] = await Promise.all([
    Promise.all(
      claimTags.map((tag) => spans.where('[tag+articleId]').equals([tag, articleId]).primaryKeys()),
    ),
    relations
      .where('[type+articleId+to]')
      .between(['says', articleId, Dexie.minKey], ['says', articleId, Dexie.maxKey])
      .keys(),
    spans.where('[speakerless+articleId]').equals([1, articleId]).primaryKeys(),
    spans.where('[flagged+articleId]').equals([1, articleId]).count(),
  ]);
  const settled = new Set<unknown>(attributed.map((key) => (Array.isArray(key) ? key[2] : undefined)));
  for (const [, id] of speakerless) settled.add(id);
  const unattributed = claims.flat().filter(([, id]) => !settled.has(id)).length;
  return { articleId, unattributed, flagged };
}
