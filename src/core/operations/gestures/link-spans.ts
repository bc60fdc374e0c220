import type { Identifier } from '../../model/identifier.ts';
import { isSpeakerless, noSpeakerAttribute } from '../../model/known-attributes.ts';
import type { Relation } from '../../model/relation.ts';
import { endOf, type Span, startOf } from '../../model/span.ts';
import type { TagSet } from '../../model/tag-set.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { nearestFirst } from './nearest-spans.ts';
import { fits, type Link, newRelation, relationTypeById, saysType } from './relation-ends.ts';

/** The relations at whose ends a span stands. */
export function relationsOf(article: ArticleState, span: Identifier): Relation[] {
  return [...article.relations.values()].filter(({ from, to }) => from === span || to === span);
}

/** True when the tag set lets a relation of that type go from one span to the other. */
export function mayLink(tagSet: TagSet, type: Identifier, from: Span, to: Span): boolean {
  const relationType = relationTypeById(tagSet, type);
  return relationType !== undefined && fits(relationType, from, to);
}

/** Spans that a relation may link with `span`, the nearest first. */
export function possibleEnds(article: ArticleState, span: Span, tagSet: TagSet): Span[] {
  return nearestFirst(
    article,
    article.spans.ordered.filter((other) => linksBetween(tagSet, span, other).length > 0),
    span,
  );
}

/**
 * The links that the tag set allows between two spans, one for each relation type. Where a type fits both ways round (`reports`), what holds
 * the other in its extent is where it starts, else `a`.
 */
export function linksBetween(tagSet: TagSet, a: Span, b: Span): Link[] {
  if (a.id === b.id) return [];
  return tagSet.relationTypes.flatMap((type): Link[] => {
    const forth: Link = { type: type.id, from: a.id, to: b.id };
    const back: Link = { type: type.id, from: b.id, to: a.id };
    const isForth = fits(type, a, b);
    if (fits(type, b, a)) return isForth && !holds(b, a) ? [forth] : [back];
    return isForth ? [forth] : [];
  });
}

/**
 * Links two spans with a relation that their tags allow, whichever of them is named first.
 * @param type the relation type, where the tags allow several; by default the first that fits.
 */
export function linkSpans(
  article: ArticleState,
  a: Span,
  b: Span,
  tagSet: TagSet,
  by: Authorship,
  type?: Identifier,
): GestureResult {
  const links = linksBetween(tagSet, a, b).filter((link) => type === undefined || link.type === type);
  const isFree = (link: Link) =>
    !relationsOf(article, a.id).some(
      (other) => other.type === link.type && other.from === link.from && other.to === link.to,
    );
  const [first] = links;
  if (first === undefined)
    return refused('not-allowed', 'The tag set has no relation between these two tags.');
  const link = links.find(isFree);
  if (link === undefined) return refused('duplicate', 'The two are linked already.');
  return done(operationOf(linkChanges(article, link, by)), 'link', a.id);
}

/** What makes a link: the relation, and that a claim which gets a speaker is no longer one without. */
export function linkChanges(article: ArticleState, link: Link, by: Authorship): Change[] {
  const changes: Change[] = [{ type: 'relation.add', relation: newRelation(article, link, by) }];
  const claim = link.type === saysType ? article.spans.get(link.to) : undefined;
  if (claim !== undefined && isSpeakerless(claim)) {
    const { [noSpeakerAttribute]: _gone, ...attributes } = claim.attributes;
    changes.unshift({
      type: 'span.update',
      before: claim,
      after: { ...claim, attributes, updatedAt: by.now },
    });
  }
  return changes;
}

/** Takes a relation away. */
export function unlink(relation: Relation, current: Identifier): GestureResult {
  return done({ type: 'relation.remove', relation }, 'remove link', current);
}

/** True when the extent of `outer` holds that of `inner` and is longer. */
function holds(outer: Span, inner: Span): boolean {
  const [start, end] = [startOf(outer), endOf(outer)];
  return start <= startOf(inner) && endOf(inner) <= end && end - start > endOf(inner) - startOf(inner);
}
