import { type Attribution, attributionOf, claimTags } from '../../../core/model/attribution.ts';
import { type Span, startOf } from '../../../core/model/span.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { ShownExtent } from '../../editor/beside-text.ts';

/**
 * The attributions of the claims that begin in a stretch of the article, in text order.
 * @param kept id of a claim that is among them wherever it begins, such as the one whose note has the focus
 */
export function marginNotes(
  article: ArticleState,
  tagSet: TagSet,
  { start, end }: ShownExtent,
  kept: string | null,
): Attribution[] {
  const tags = claimTags(tagSet);
  const claims = article.spans
    .touching(start, end)
    .filter((span) => tags.has(span.tag) && startOf(span) >= start);
  const other = kept === null ? undefined : article.spans.get(kept);
  if (other !== undefined && tags.has(other.tag) && !claims.includes(other)) {
    if (startOf(other) < start) claims.unshift(other);
    else claims.push(other);
  }
  return claims.map((claim) => attributionOf(article, claim));
}

/** The claim after (or before) one in text order, or the first (or last) of the article; undefined where there is none. */
export function neighbourClaim(
  article: ArticleState,
  tagSet: TagSet,
  from: string | null,
  direction: 1 | -1,
): Span | undefined {
  const tags = claimTags(tagSet);
  const { ordered } = article.spans;
  const position = from === null ? -1 : article.spans.positionOf(from);
  const before = direction === 1 ? -1 : ordered.length;
  for (let i = (position < 0 ? before : position) + direction; i >= 0 && i < ordered.length; i += direction) {
    const span = ordered[i];
    if (span !== undefined && tags.has(span.tag)) return span;
  }
  return undefined;
}

/** Of these claims the one that begins nearest to `offset` (UTF-16 units): where the Tab key comes in from the text. */
export function nearestClaim(claims: readonly Span[], offset: number): string | null {
  let nearest: Span | undefined;
  for (const claim of claims) {
    if (nearest === undefined || Math.abs(startOf(claim) - offset) < Math.abs(startOf(nearest) - offset))
      nearest = claim;
  }
  return nearest?.id ?? null;
}
