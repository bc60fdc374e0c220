import { Dexie } from 'dexie';
import type { Identifier } from '../../../core/model/identifier.ts';
import { type Span, startOf } from '../../../core/model/span.ts';
import type { ProjectDatabase } from '../../db/database.ts';

/** A span as a list shows it. */
export interface ListedSpan {
  readonly articleId: Identifier;
  readonly id: Identifier;
  readonly words: string;
  /** UTF-16 units. */
  readonly start: number;
}

/** Where one article mentions an entity, and what the entity says there, each in text order. */
export interface ArticleMentions {
  readonly articleId: Identifier;
  readonly mentions: readonly ListedSpan[];
  readonly claims: readonly ListedSpan[];
}

/** Articles in one batch, and words in one item of a list (UTF-16 units): lists show the beginning of what is longer. */
const articlesAtOnce = 40;
const longestWords = 400;

/** Where an entity is mentioned and what it says, some articles at a time. */
export async function* entityMentions(
  database: ProjectDatabase,
  { entity }: { readonly entity: Identifier },
): AsyncGenerator<readonly ArticleMentions[]> {
  const keys = await database.spans
    .where('[entity+articleId]')
    .between([entity, Dexie.minKey], [entity, Dexie.maxKey])
    .primaryKeys();
  const articles = [...new Set(keys.map(([articleId]) => articleId))];
  for (let i = 0; i < articles.length; i += articlesAtOnce) {
    yield await Promise.all(
      articles.slice(i, i + articlesAtOnce).map((id) => mentionsIn(database, entity, id)),
    );
  }
}

async function mentionsIn(
  database: ProjectDatabase,
  entity: Identifier,
  articleId: Identifier,
): Promise<ArticleMentions> {
  const [rows, links] = await Promise.all([
    database.spans.where('[entity+articleId]').equals([entity, articleId]).toArray(),
    database.relations
      .where('[type+articleId+to]')
      .between(['says', articleId, Dexie.minKey], ['says', articleId, Dexie.maxKey])
      .toArray(),
  ]);
  const speakers = new Set(rows.map(({ id }) => id));
  const said = [...new Set(links.filter(({ from }) => speakers.has(from)).map(({ to }) => to))];
  const claims = await database.spans.bulkGet(said.map((id): [Identifier, Identifier] => [articleId, id]));
  return {
    articleId,
    mentions: inOrder(rows.map(({ span }) => span)),
    claims: inOrder(claims.flatMap((row) => row?.span ?? [])),
  };
}

function inOrder(spans: readonly Span[]): ListedSpan[] {
  return spans
    .map((span) => ({
      articleId: span.articleId,
      id: span.id,
      words: span.quote.replace(/\s+/g, ' ').slice(0, longestWords),
      start: startOf(span),
    }))
    .sort((a, b) => a.start - b.start);
}
