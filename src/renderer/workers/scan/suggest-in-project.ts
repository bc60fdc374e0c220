import type { Identifier } from '../../../core/model/identifier.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import { bodyOf } from '../../db/body-row.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { type SuggestInArticleArgs, suggestInArticle } from './suggest-in-article.ts';

export interface SuggestInProjectArgs extends Omit<SuggestInArticleArgs, 'body' | 'metadata'> {
  readonly articles: readonly Identifier[];
}

/** What is proposed for one of the articles, also what is hardly sure and what is decided. */
export interface SuggestedInArticle {
  readonly articleId: Identifier;
  readonly suggestions: readonly ArticleSuggestion[];
}

/** More are taken of no article: nobody looks through them. */
const mostOfArticle = 10_000;

/** What the words of some articles propose, an article at a time, in the order in which they are named. */
export async function* suggestInProject(
  database: ProjectDatabase,
  { articles, ...args }: SuggestInProjectArgs,
): AsyncGenerator<SuggestedInArticle> {
  for (const articleId of articles) {
    const [row, body] = await Promise.all([database.articles.get(articleId), database.bodies.get(articleId)]);
    const suggestions: ArticleSuggestion[] = [];
    if (row !== undefined && body !== undefined) {
      const { metadata } = row.record;
      for await (const batch of suggestInArticle(database, { ...args, body: bodyOf(body), metadata })) {
        suggestions.push(...batch);
        if (suggestions.length > mostOfArticle) break;
      }
    }
    yield { articleId, suggestions: suggestions.slice(0, mostOfArticle) };
  }
}
