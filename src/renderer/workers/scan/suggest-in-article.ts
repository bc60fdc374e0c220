import { dateLanguageOf } from '../../../core/dates/date-language.ts';
import { loadDateReader } from '../../../core/dates/load-date-reader.ts';
import { publicationDay } from '../../../core/dates/publication-day.ts';
import type { ArticleBody } from '../../../core/model/article.ts';
import { type ArticleSuggestion, articleSuggestions } from '../../../core/suggest/article-suggestions.ts';
import type { ProjectDatabase } from '../../db/database.ts';

export interface SuggestInArticleArgs {
  readonly body: ArticleBody;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Suggestions in one batch. */
const batchSize = 200;

/** What is proposed for one article, also what is hardly sure, whose text comes with the request: it may not be in the store yet. */
export async function* suggestInArticle(
  _database: ProjectDatabase,
  { body: { text, blocks }, metadata }: SuggestInArticleArgs,
): AsyncGenerator<readonly ArticleSuggestion[]> {
  const reader = await loadDateReader(dateLanguageOf(text));
  let batch: ArticleSuggestion[] = [];
  for (const suggestion of articleSuggestions(text, blocks, publicationDay(metadata, reader), reader)) {
    batch.push(suggestion);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
