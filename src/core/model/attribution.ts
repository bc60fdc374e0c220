import type { Identifier } from './identifier.ts';
import type { Relation } from './relation.ts';
import { relationsAt } from './relations-at.ts';
import type { Span } from './span.ts';
import { compareSpans, type SpanIndex } from './span-index.ts';
import type { TagSet } from './tag-set.ts';

/** What is known of a claim: who says it, where and when. Each list is in text order; an empty one says nothing. */
export interface Attribution {
  readonly claim: Span;
  readonly speakers: readonly Span[];
  readonly places: readonly Span[];
  readonly dates: readonly Span[];
}

/** The spans of an article and how they are linked. */
interface Linked {
  readonly spans: SpanIndex;
  readonly relations: ReadonlyMap<Identifier, Relation>;
}

/** Ids of the tags whose spans can have a speaker: the ends of the relation type `says`. */
export function claimTags(tagSet: TagSet): ReadonlySet<Identifier> {
  return new Set(tagSet.relationTypes.find(({ id }) => id === 'says')?.to ?? []);
}

/** The attribution of a claim, read off its relations `says`, `at` and `on`. */
export function attributionOf(article: Linked, claim: Span): Attribution {
  const speakers: Span[] = [];
  const places: Span[] = [];
  const dates: Span[] = [];
  for (const { type, from, to } of relationsAt(article.relations, claim.id)) {
    const list = type === 'says' ? speakers : type === 'at' ? places : type === 'on' ? dates : undefined;
    const isAtEnd = type === 'says' ? to === claim.id : from === claim.id;
    const other = article.spans.get(type === 'says' ? from : to);
    if (list !== undefined && isAtEnd && other !== undefined) list.push(other);
  }
  return {
    claim,
    speakers: speakers.sort(compareSpans),
    places: places.sort(compareSpans),
    dates: dates.sort(compareSpans),
  };
}

/**
 * Ids of the spans that belong together with a span, itself among them: a claim with all that is linked to it; any other span with what it is linked
 * to and the rest of those claims' attributions.
 */
export function spansTogether(article: Linked, span: Span, tagSet: TagSet): ReadonlySet<Identifier> {
  const claims = claimTags(tagSet);
  const together = new Set([span.id]);
  const others = otherEnds(article, span.id);
  for (const other of others) together.add(other);
  if (claims.has(span.tag)) return together;
  for (const other of others) {
    if (!claims.has(article.spans.get(other)?.tag ?? '')) continue;
    for (const end of otherEnds(article, other)) {
      if (!claims.has(article.spans.get(end)?.tag ?? '')) together.add(end);
    }
  }
  return together;
}

function otherEnds({ relations }: Linked, span: Identifier): Identifier[] {
  return relationsAt(relations, span).map(({ from, to }) => (from === span ? to : from));
}
