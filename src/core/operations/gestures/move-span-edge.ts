import { type Fragment, normaliseFragments } from '../../model/fragment.ts';
import type { Span } from '../../model/span.ts';
import { nextGrapheme, previousGrapheme } from '../../text/graphemes.ts';
import { nextWordEnd, nextWordStart, previousWordEnd, previousWordStart } from '../../text/words.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { setFragments } from './change-span.ts';
import { type GestureResult, refused } from './gesture.ts';

export interface EdgeMove {
  /** The start of the first fragment or the end of the last. */
  readonly edge: 'start' | 'end';
  /** Outwards makes the span longer, inwards shorter. */
  readonly direction: 'outwards' | 'inwards';
  readonly unit: 'word' | 'grapheme';
}

/** Moves one end of a span by a word or a grapheme cluster. */
export function moveSpanEdge(
  article: ArticleState,
  span: Span,
  move: EdgeMove,
  by: Authorship,
): GestureResult {
  const index = move.edge === 'start' ? 0 : span.fragments.length - 1;
  const fragment = span.fragments[index];
  if (fragment === undefined) throw new Error('a span has at least one fragment: the schema says so');
  const offset = movedEdge(article.body.text, fragment, move);
  return setSpanEdge(article, span, index, move.edge, offset, by);
}

/**
 * Puts one end of one fragment at `offset` (UTF-16 units, on a grapheme boundary). Fragments that then meet become one.
 */
export function setSpanEdge(
  article: ArticleState,
  span: Span,
  index: number,
  edge: 'start' | 'end',
  offset: number,
  by: Authorship,
): GestureResult {
  const fragment = span.fragments[index];
  if (fragment === undefined)
    throw new Error(`the span has no fragment ${index}: the caller took it from the span`);
  const moved =
    edge === 'start' ? { start: offset, end: fragment.end } : { start: fragment.start, end: offset };
  if (moved.start >= moved.end || moved.start < 0 || moved.end > article.body.text.length) {
    return refused('no-room', 'The annotation cannot end there.', span.id);
  }
  const fragments = normaliseFragments(span.fragments.with(index, moved));
  return setFragments(article, span, fragments, 'move end of annotation', by);
}

function movedEdge(text: string, fragment: Fragment, { edge, direction, unit }: EdgeMove): number {
  if (edge === 'end') {
    if (direction === 'outwards')
      return unit === 'word' ? nextWordEnd(text, fragment.end) : nextGrapheme(text, fragment.end);
    return unit === 'word' ? previousWordEnd(text, fragment.end) : previousGrapheme(text, fragment.end);
  }
  if (direction === 'outwards') {
    return unit === 'word' ? previousWordStart(text, fragment.start) : previousGrapheme(text, fragment.start);
  }
  return unit === 'word' ? nextWordStart(text, fragment.start) : nextGrapheme(text, fragment.start);
}
