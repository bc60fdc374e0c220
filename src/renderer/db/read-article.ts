import { Dexie } from 'dexie';
import type { ArticleBody } from '../../core/model/article.ts';
import type { Identifier } from '../../core/model/identifier.ts';
import type { Relation } from '../../core/model/relation.ts';
import type { Span } from '../../core/model/span.ts';
import { bodyOf } from './body-row.ts';
import type { ProjectDatabase } from './database.ts';
import { longSpan, type SpanRow } from './rows.ts';

/** No more than this many rows of a kind are read before an article is shown. */
export const headLimit = 2_000;

/** Rows in one batch afterwards: reading so many takes well under a frame of 50 ms. */
export const batchSize = 1_000;

/** What is read of an article before it is shown. */
export interface ArticleHead {
  readonly body: ArticleBody;
  /** Spans near the window, and long ones. */
  readonly spans: readonly Span[];
  readonly relations: readonly Relation[];
  /** True when these are all spans, or all relations, that the article has. */
  readonly allSpans: boolean;
  readonly allRelations: boolean;
}

/**
 * Reads an article's text and what can be seen in `window` (UTF-16 units), in one transaction.
 * @returns undefined when the store has no text of it.
 */
export function readArticleHead(
  database: ProjectDatabase,
  articleId: Identifier,
  window: { readonly start: number; readonly end: number },
): Promise<ArticleHead | undefined> {
  const { bodies, spans, relations } = database;
  return database.transaction('r', [bodies, spans, relations], async () => {
    const from = Math.max(0, window.start - longSpan);
    const [body, near, long, links] = await Promise.all([
      bodies.get(articleId),
      spans
        .where('[articleId+start+id]')
        .between([articleId, from], [articleId, window.end])
        .limit(headLimit)
        .toArray(),
      spans.where('[articleId+long]').equals([articleId, 1]).limit(headLimit).toArray(),
      relationsOf(database, articleId).limit(headLimit).toArray(),
    ]);
    if (body === undefined) return undefined;
    return {
      body: bodyOf(body),
      spans: [...near, ...long].map(({ span }) => span),
      relations: links,
      allSpans: from === 0 && window.end > body.text.length && near.length < headLimit,
      allRelations: links.length < headLimit,
    };
  });
}

/** All spans of an article in order of their starts, a batch a transaction. */
export async function* spanBatches(
  database: () => ProjectDatabase,
  articleId: Identifier,
): AsyncGenerator<readonly Span[]> {
  let after: readonly [Identifier, number, Identifier] | undefined;
  for (;;) {
    const rows: SpanRow[] = await database()
      .spans.where('[articleId+start+id]')
      .between(after ?? [articleId, Dexie.minKey], [articleId, Dexie.maxKey], after === undefined)
      .limit(batchSize)
      .toArray();
    yield rows.map(({ span }) => span);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return;
    after = [articleId, last.start, last.id];
  }
}

/** All relations of an article. */
export function readRelations(database: ProjectDatabase, articleId: Identifier): Promise<Relation[]> {
  return relationsOf(database, articleId).toArray();
}

function relationsOf(database: ProjectDatabase, articleId: Identifier) {
  return database.relations
    .where('[articleId+id]')
    .between([articleId, Dexie.minKey], [articleId, Dexie.maxKey]);
}
