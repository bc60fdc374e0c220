import { annotatedArticleOf } from '../formats/annotated-article.ts';
import type { Prediction } from '../formats/format.ts';
import { datasetArticle } from '../formats/to-dataset.ts';
import type { Entity } from '../model/entity.ts';
import type { Timestamp } from '../model/identifier.ts';
import { startOf } from '../model/span.ts';
import { SpanIndex } from '../model/span-index.ts';
import type { TagSet } from '../model/tag-set.ts';
import { openSuggestions, whatAcceptingMakes } from '../operations/gestures/decide-suggestion.ts';
import type { ArticleState } from '../operations/project-state.ts';
import type { ArticleSuggestion } from './article-suggestions.ts';

/**
 * Those suggestions that nobody has decided about, in text order, as predictions: what accepting them would make, in an article in which nothing is tagged yet, so that links
 * end at what is predicted too.
 */
export function predictionsOf(
  article: ArticleState,
  suggestions: readonly ArticleSuggestion[],
  {
    tagSet,
    cast,
    now,
  }: { readonly tagSet: TagSet; readonly cast: readonly Entity[]; readonly now: Timestamp },
): Prediction[] {
  const bare: ArticleState = { ...article, spans: SpanIndex.of([]), relations: new Map() };
  let made = 0;
  const by = { annotator: 'suggestions', now, newId: () => `prediction-${++made}` };
  const open = openSuggestions(article, suggestions, tagSet).sort((a, b) => startOf(a) - startOf(b));
  const all = [...whatAcceptingMakes(bare, open, { tagSet, cast, by })].map(({ suggestion, changes }) => ({
    suggestion,
    spans: changes.flatMap((change) => (change.type === 'span.add' ? [change.span] : [])),
    relations: changes.flatMap((change) => (change.type === 'relation.add' ? [change.relation] : [])),
  }));
  const { spans, relations } = datasetArticle({
    ...annotatedArticleOf(bare),
    spans: all.flatMap((one) => one.spans),
    relations: all.flatMap((one) => one.relations),
  });
  const spanOf = new Map((spans ?? []).map((span) => [span.id, span]));
  const relationOf = new Map((relations ?? []).map((relation) => [relation.id, relation]));
  return all.map(({ suggestion: { of }, ...parts }) => ({
    spans: parts.spans.flatMap(({ id }) => spanOf.get(id) ?? []),
    relations: parts.relations.flatMap(({ id }) => relationOf.get(id) ?? []),
    rule: of.rule,
    confidence: of.confidence,
    reason: of.reason.join('; '),
  }));
}
