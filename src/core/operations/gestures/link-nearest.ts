import type { AttributeType } from '../../model/attribute-definition.ts';
import type { Identifier } from '../../model/identifier.ts';
import { isSpeakerless } from '../../model/known-attributes.ts';
import type { Span } from '../../model/span.ts';
import { type RelationType, type TagSet, tagById } from '../../model/tag-set.ts';
import type { Change } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { linkChanges, relationsOf } from './link-spans.ts';
import { nearestFirst } from './nearest-spans.ts';
import { type End, fits, otherEnd, relationTypeById, saysType } from './relation-ends.ts';

/** What one key links a span with. */
export type LinkPurpose = 'speaker' | 'place' | 'date';

/** A relation type as it is seen from one of its ends. */
export interface LinkRole {
  readonly type: RelationType;
  /** The end at which the span in hand stands. */
  readonly end: End;
}

const idOf: Readonly<Record<LinkPurpose, Identifier>> = { speaker: saysType, place: 'at', date: 'on' };
/** In a tag set of one's own a relation to a tag that has such an attribute serves the purpose. */
const attributeOf: Readonly<Record<LinkPurpose, AttributeType>> = {
  speaker: 'entity',
  place: 'place',
  date: 'date',
};

/** How a span of that tag takes part in what the key links; undefined when the tag set has no such relation for it. */
export function linkRole(tagSet: TagSet, tag: Identifier, purpose: LinkPurpose): LinkRole | undefined {
  const known = relationTypeById(tagSet, idOf[purpose]);
  const candidates =
    known === undefined ? tagSet.relationTypes.filter((type) => serves(tagSet, type, purpose)) : [known];
  for (const type of candidates) {
    // Of a claim the key asks who says it, of a speaker what he says.
    if (type.to.includes(tag)) return { type, end: 'to' };
    if (type.from.includes(tag)) return { type, end: 'from' };
  }
  return undefined;
}

/**
 * The spans that the key goes through for `span`, the nearest first. What is linked already is left out: pressed for a claim that has a speaker, the
 * key goes on with the one behind him.
 */
export function nearestEnds(article: ArticleState, span: Span, role: LinkRole): Span[] {
  const { type, end } = role;
  const all = article.spans.ordered.filter((other) =>
    end === 'to' ? fits(type, other, span) : fits(type, span, other),
  );
  const ordered = nearestFirst(article, all, span, type.id === saysType);
  const linked = linkedEnds(article, span, role);
  if (type.id === saysType && end === 'from') {
    // A speaker is linked to what nobody says yet; a claim has one speaker.
    const free = ordered.filter(({ id }) => !linked.has(id));
    const settled = new Set(
      [...article.relations.values()].filter((relation) => relation.type === type.id).map(({ to }) => to),
    );
    const isOpen = (claim: Span) => !settled.has(claim.id) && !isSpeakerless(claim);
    return [...free.filter(isOpen), ...free.filter((claim) => !isOpen(claim))];
  }
  const at = ordered.findLastIndex(({ id }) => linked.has(id));
  return [...ordered.slice(at + 1), ...ordered.slice(0, Math.max(at, 0))].filter(({ id }) => !linked.has(id));
}

/**
 * What links `span` with `other`: the relation, in the place of the one of that type which it had last. A speaker keeps his other claims.
 */
export function nearestLinkChanges(
  article: ArticleState,
  span: Span,
  other: Span,
  role: LinkRole,
  by: Authorship,
): Change[] {
  const { type, end } = role;
  const isSpeakerInHand = type.id === saysType && end === 'from';
  const replaced = isSpeakerInHand
    ? undefined
    : relationsOf(article, span.id).findLast(
        (relation) => relation.type === type.id && relation[end] === span.id,
      );
  const link =
    end === 'to'
      ? { type: type.id, from: other.id, to: span.id }
      : { type: type.id, from: span.id, to: other.id };
  return [
    ...(replaced === undefined ? [] : [{ type: 'relation.remove', relation: replaced } as const]),
    ...linkChanges(article, link, by),
  ];
}

function linkedEnds(article: ArticleState, span: Span, { type, end }: LinkRole): ReadonlySet<Identifier> {
  return new Set(
    relationsOf(article, span.id)
      .filter((relation) => relation.type === type.id && relation[end] === span.id)
      .map((relation) => relation[otherEnd(end)]),
  );
}

function serves(tagSet: TagSet, type: RelationType, purpose: LinkPurpose): boolean {
  const far = purpose === 'speaker' ? type.from : type.to;
  return far.some((tag) =>
    tagById(tagSet, tag)?.attributes.some((attribute) => attribute.type === attributeOf[purpose]),
  );
}
