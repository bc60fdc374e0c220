import { loadDateReader } from '../core/dates/load-date-reader.ts';
import { publicationDay } from '../core/dates/publication-day.ts';
import type { OutgoingArticle } from '../core/formats/format.ts';
import type { ProjectState } from '../core/operations/project-state.ts';
import { Gazetteer } from '../core/places/gazetteer.ts';
import { articleSuggestions, placeSuggestions } from '../core/suggest/article-suggestions.ts';
import { predictionsOf } from '../core/suggest/predictions.ts';
import { isWanted } from '../core/suggest/rule-setting.ts';
import type { Surroundings } from './command.ts';

/** Articles with what the rules propose for them beside what is annotated. */
export async function withPredictions(
  articles: readonly OutgoingArticle[],
  { project, articles: states }: ProjectState,
  { gazetteer }: Surroundings,
  now: string,
): Promise<OutgoingArticle[]> {
  const reader = await loadDateReader(null);
  const places = { gazetteer: new Gazetteer(await gazetteer()), chosen: new Map<string, string>() };
  const { tagSet, entities: cast } = project;
  return articles.map((article) => {
    const state = states.get(article.id);
    if (state === undefined) return article;
    const { record, body } = state;
    const { text, blocks } = body;
    const proposed = [
      ...articleSuggestions(text, blocks, publicationDay(record.metadata, reader), reader),
      ...placeSuggestions(text, blocks, places),
    ].filter(({ of }) => isWanted(of, {}));
    return { ...article, predictions: predictionsOf(state, proposed, { tagSet, cast, now }) };
  });
}
