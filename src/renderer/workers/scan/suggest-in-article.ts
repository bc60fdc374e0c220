import { dateLanguageOf } from '../../../core/dates/date-language.ts';
import { loadDateReader } from '../../../core/dates/load-date-reader.ts';
import { publicationDay } from '../../../core/dates/publication-day.ts';
import type { ArticleBody } from '../../../core/model/article.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import {
  type ArticleSuggestion,
  articleSuggestions,
  placeSuggestions,
} from '../../../core/suggest/article-suggestions.ts';
import type { ProjectDatabase } from '../../db/database.ts';
import { chosenPlaces } from './chosen-places.ts';
import { loadGazetteer } from './load-gazetteer.ts';

export interface SuggestInArticleArgs {
  readonly body: ArticleBody;
  readonly metadata: Readonly<Record<string, string>>;
  /** The address of the gazetteer; null where there is none. */
  readonly gazetteer: string | null;
  /** The tag that places get, or null where there is none for them. */
  readonly placeTag: Identifier | null;
}

/** Suggestions in one batch. */
const batchSize = 200;

/** What is proposed for one article, also what is hardly sure, whose text comes with the request: it may not be in the store yet. */
export async function* suggestInArticle(
  database: ProjectDatabase,
  { body: { text, blocks }, metadata, gazetteer, placeTag }: SuggestInArticleArgs,
): AsyncGenerator<readonly ArticleSuggestion[]> {
  const reader = await loadDateReader(dateLanguageOf(text));
  const places =
    gazetteer === null || placeTag === null
      ? null
      : Promise.all([loadGazetteer(gazetteer), chosenPlaces(database, placeTag)]);
  let batch: ArticleSuggestion[] = [];
  const day = publicationDay(metadata, reader);
  for (const suggestion of articleSuggestions(text, blocks, day, reader)) {
    batch.push(suggestion);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  yield batch;
  if (places === null) return;
  const [known, chosen] = await places;
  yield [...placeSuggestions(text, blocks, { gazetteer: known, chosen })];
}
