import type { Fragment } from '../../model/fragment.ts';
import { covers, endOf, type Span, startOf } from '../../model/span.ts';
import { paragraphAt } from '../../text/paragraphs.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { ArticleState } from '../project-state.ts';

/** How near one span stands to another: the smaller of each first. */
interface Nearness {
  /** 0 in a sentence of the other's fragments, 1 in its paragraphs, 2 elsewhere. */
  readonly place: 0 | 1 | 2;
  /** Between the nearest fragments, UTF-16 units. */
  readonly gap: number;
}

/**
 * Spans by how near they stand to `origin`: those of its sentences before those of its paragraphs before the others, then by the gap between the nearest
 * fragments; of two as near, the one that follows.
 * @param insideLast puts what lies within a fragment of `origin` last in its sentence: who is named in a claim is seldom who says it.
 */
export function nearestFirst(
  article: ArticleState,
  spans: readonly Span[],
  origin: Span,
  insideLast = false,
): Span[] {
  const places = placesOf(article, origin);
  return spans
    .map((span) => ({ span, near: nearness(span, origin, places, insideLast) }))
    .sort(
      (a, b) => a.near.place - b.near.place || a.near.gap - b.near.gap || startOf(b.span) - startOf(a.span),
    )
    .map(({ span }) => span);
}

/** The gap between the nearest fragments of two spans in UTF-16 units; 0 where they meet or overlap. */
export function gapBetween(a: Pick<Span, 'fragments'>, b: Pick<Span, 'fragments'>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const x of a.fragments) {
    for (const y of b.fragments) least = Math.min(least, Math.max(0, x.start - y.end, y.start - x.end));
  }
  return least;
}

interface Places {
  readonly sentences: readonly Fragment[];
  readonly paragraphs: Fragment;
}

function placesOf({ body: { text, blocks } }: ArticleState, origin: Span): Places {
  const start = startOf(origin);
  const end = endOf(origin);
  const first = paragraphAt(blocks, start) ?? { start, end };
  const last = paragraphAt(blocks, end - 1) ?? { start, end };
  const sentences = origin.fragments.flatMap((fragment) => [
    sentenceAt(text, fragment.start, first),
    sentenceAt(text, Math.max(fragment.start, fragment.end - 1), last),
    // Behind “…?” a new sentence begins for the rules, not for the reader: “he asked”.
    ...(/^\s*\p{Ll}/u.test(text.slice(fragment.end, fragment.end + 4))
      ? [sentenceAt(text, fragment.end + 2, last)]
      : []),
  ]);
  return { sentences, paragraphs: { start: first.start, end: last.end } };
}

function nearness(
  span: Span,
  origin: Span,
  { sentences, paragraphs }: Places,
  insideLast: boolean,
): Nearness {
  const start = startOf(span);
  const within = ({ start: from, end }: Fragment) => from <= start && start < end;
  const isInside = insideLast && covers(origin, start);
  const gap = isInside ? Number.MAX_SAFE_INTEGER : gapBetween(span, origin);
  if (sentences.some(within)) return { place: 0, gap };
  return { place: within(paragraphs) ? 1 : 2, gap };
}
