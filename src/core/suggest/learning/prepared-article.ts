import { suggestAttributions } from '../suggest-attributions.ts';
import type { AttributionSuggestion } from '../suggestion.ts';
import { attributionPassages } from './attribution-lessons.ts';
import type { TaughtArticle } from './taught-article.ts';
import type { Passage } from './token-features.ts';

/** An article with what the rules propose in it, so that this is worked out once. */
export interface PreparedArticle extends TaughtArticle {
  readonly proposals: readonly AttributionSuggestion[];
  readonly passages: readonly Passage[];
}

export function prepared(article: TaughtArticle): PreparedArticle {
  const proposals = [...suggestAttributions(article.text, article.blocks)];
  return { ...article, proposals, passages: attributionPassages(article, proposals) };
}
