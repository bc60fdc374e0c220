import type { Settings } from '../../../bridge/settings.ts';
import { startOf } from '../../../core/model/span.ts';
import type { ArticleSuggestion } from '../../../core/suggest/article-suggestions.ts';
import { percent } from '../../../core/suggest/rule-setting.ts';

/** Where the person is. */
export interface ReviewPlace {
  /** What is looked at, or was until it was decided. */
  readonly review: ArticleSuggestion | null;
  /** UTF-16 units. */
  readonly caret: number;
}

/**
 * The suggestion to go to: behind the one that is looked at, or that was just decided. Where there is none, reading begins at the caret, and the least sure is
 * the first wherever it stands.
 * @param open in text order
 */
export function nextInReview(
  open: readonly ArticleSuggestion[],
  { review, caret }: ReviewPlace,
  direction: 1 | -1,
  order: Settings['suggestionOrder'],
): ArticleSuggestion | undefined {
  const isReading = order === 'reading';
  // Sorting is stable: what is equally unsure stays in text order.
  const queue = isReading ? open : open.toSorted((a, b) => distanceFromDoubt(a) - distanceFromDoubt(b));
  const at = review === null ? -1 : queue.indexOf(review);
  if (at >= 0) return queue[at + direction];
  if (review === null && !isReading) return direction === 1 ? queue[0] : queue.at(-1);
  const place = review === null ? caret : startOf(review);
  const doubt = review === null || isReading ? 0 : distanceFromDoubt(review);
  const distance = (suggestion: ArticleSuggestion) =>
    (isReading ? 0 : distanceFromDoubt(suggestion) - doubt) || startOf(suggestion) - place;
  return direction === 1
    ? queue.find((suggestion) => distance(suggestion) >= 0)
    : queue.findLast((suggestion) => distance(suggestion) < 0);
}

/** How far it is from being as likely wrong as right, in percent: the nearest teaches most. */
function distanceFromDoubt({ of }: ArticleSuggestion): number {
  return Math.abs(percent(of.confidence) - 50);
}
