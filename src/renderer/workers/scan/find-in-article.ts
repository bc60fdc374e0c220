import type { Identifier } from '../../../core/model/identifier.ts';
import { findMatches, type Matches } from '../../../core/search/find-matches.ts';
import type { Query } from '../../../core/search/query.ts';
import type { ProjectDatabase } from '../../db/database.ts';

export interface FindInArticleArgs {
  readonly articleId: Identifier;
  readonly query: Query;
}

/** Where a query stands in one article that is too long to be searched where one types. One batch. */
export async function* findInArticle(
  database: ProjectDatabase,
  { articleId, query }: FindInArticleArgs,
): AsyncGenerator<Matches> {
  const body = await database.bodies.get(articleId);
  if (body !== undefined) yield findMatches(body.text, query);
}
