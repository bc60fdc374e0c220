import { dateLanguageOf } from '../../../core/dates/date-language.ts';
import { loadDateReader } from '../../../core/dates/load-date-reader.ts';
import { publicationDay } from '../../../core/dates/publication-day.ts';
import type { ArticleBody } from '../../../core/model/article.ts';
import type { Block } from '../../../core/model/block.ts';
import type { Identifier } from '../../../core/model/identifier.ts';
import {
  type ArticleSuggestion,
  articleSuggestions,
  placeSuggestions,
} from '../../../core/suggest/article-suggestions.ts';
import { readLearnt } from '../../../core/suggest/learning/learnt.ts';
import { usualConfidence } from '../../../core/suggest/rule-setting.ts';
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
  /** What was learnt, as it is kept, where it is to be used. */
  readonly learnt: Uint8Array | null;
}

/** Suggestions in the first batch, which is soon made; each batch is twice as large as the one before, for all of them are looked at again with each. */
const firstBatch = 16;
/** In longer texts, UTF-16 units, the rules alone propose: what was learnt looks at each word, and all at once. */
const longestForLearnt = 200_000;

/** What is proposed for one article, also what is hardly sure, whose text comes with the request: it may not be in the store yet. */
export async function* suggestInArticle(
  database: ProjectDatabase,
  { body: { text, blocks }, metadata, gazetteer, placeTag, learnt }: SuggestInArticleArgs,
): AsyncGenerator<readonly ArticleSuggestion[]> {
  const reader = await loadDateReader(dateLanguageOf(text));
  const places =
    gazetteer === null || placeTag === null
      ? null
      : Promise.all([loadGazetteer(gazetteer), chosenPlaces(database, placeTag)]);
  let batch: ArticleSuggestion[] = [];
  let enough = firstBatch;
  const day = publicationDay(metadata, reader);
  const attributions = text.length > longestForLearnt ? undefined : attributionsByLearnt(learnt);
  for (const suggestion of articleSuggestions(text, blocks, day, reader, attributions)) {
    batch.push(suggestion);
    if (batch.length < enough) continue;
    yield batch;
    batch = [];
    enough *= 2;
  }
  yield batch;
  if (places === null) return;
  const [known, chosen] = await places;
  yield [...placeSuggestions(text, blocks, { gazetteer: known, chosen })];
}

/** Undefined where the rules alone are to propose. */
function attributionsByLearnt(bytes: Uint8Array | null) {
  const read = bytes === null ? undefined : readLearnt(bytes);
  if (read?.ok !== true) return undefined;
  const { learner } = read.value;
  return learner.beatsRules
    ? (text: string, blocks: readonly Block[]) => learner.suggestAlike(text, blocks, usualConfidence)
    : undefined;
}
