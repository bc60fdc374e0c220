import type { Identifier } from '../../model/identifier.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { RelationType, TagSet } from '../../model/tag-set.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';

/** The relations at whose ends a span stands. */
export function relationsOf(article: ArticleState, span: Identifier): Relation[] {
  return [...article.relations.values()].filter(({ from, to }) => from === span || to === span);
}

/** True when the tag set lets a relation of that type go from one span to the other. */
export function mayLink(tagSet: TagSet, type: Identifier, from: Span, to: Span): boolean {
  const relationType = tagSet.relationTypes.find(({ id }) => id === type);
  return relationType !== undefined && fits(relationType, from, to);
}

/** Spans that a relation may link with `span`, the nearest first. */
export function possibleEnds(article: ArticleState, span: Span, tagSet: TagSet): Span[] {
  return nearestFirst(
    article.spans.ordered.filter((other) => linkBetween(tagSet, span, other) !== undefined),
    span,
  );
}

/** Links two spans with the one relation that their tags allow, whichever of them is named first. */
export function linkSpans(
  article: ArticleState,
  a: Span,
  b: Span,
  tagSet: TagSet,
  by: Authorship,
): GestureResult {
  const link = linkBetween(tagSet, a, b);
  if (link === undefined)
    return refused('not-allowed', 'The tag set has no relation between these two tags.');
  const twin = relationsOf(article, a.id).find(
    ({ type, from, to }) => type === link.type && from === link.from && to === link.to,
  );
  if (twin !== undefined) return refused('duplicate', 'The two are linked already.');
  return done({ type: 'relation.add', relation: newRelation(article, link, by) }, 'link', a.id);
}

/**
 * Links a claim to its nearest speaker, or, when it is linked to one already, to the next nearest in its place; after
 * the last comes the first again.
 */
export function linkNearest(
  article: ArticleState,
  claim: Span,
  tagSet: TagSet,
  by: Authorship,
): GestureResult {
  const types = tagSet.relationTypes.filter(({ id, to }) => id === 'says' && to.includes(claim.tag));
  const [says] = types;
  if (says === undefined) return refused('not-allowed', 'Select a claim first: only claims have a speaker.');
  const speakers = nearestFirst(
    article.spans.ordered.filter((other) => other.id !== claim.id && fits(says, other, claim)),
    claim,
  );
  const linked = relationsOf(article, claim.id).filter(({ type, to }) => type === says.id && to === claim.id);
  const last = linked.at(-1);
  const position = speakers.findIndex(({ id }) => id === last?.from);
  const speaker = speakers[(position + 1) % Math.max(speakers.length, 1)];
  if (speaker === undefined) return refused('missing', 'No speaker is tagged in this article yet.');
  if (last !== undefined && speaker.id === last.from) {
    return refused('unchanged', 'No other speaker is tagged in this article.', speaker.id);
  }
  const changes: Change[] = last === undefined ? [] : [{ type: 'relation.remove', relation: last }];
  const link = { type: says.id, from: speaker.id, to: claim.id };
  changes.push({ type: 'relation.add', relation: newRelation(article, link, by) });
  return done(operationOf(changes), 'link speaker', claim.id);
}

/** Takes a relation away. */
export function unlink(relation: Relation, current: Identifier): GestureResult {
  return done({ type: 'relation.remove', relation }, 'remove link', current);
}

interface Link {
  readonly type: Identifier;
  readonly from: Identifier;
  readonly to: Identifier;
}

function linkBetween(tagSet: TagSet, a: Span, b: Span): Link | undefined {
  if (a.id === b.id) return undefined;
  for (const type of tagSet.relationTypes) {
    if (fits(type, a, b)) return { type: type.id, from: a.id, to: b.id };
    if (fits(type, b, a)) return { type: type.id, from: b.id, to: a.id };
  }
  return undefined;
}

function fits(type: RelationType, from: Span, to: Span): boolean {
  return from.id !== to.id && type.from.includes(from.tag) && type.to.includes(to.tag);
}

function newRelation(article: ArticleState, link: Link, by: Authorship): Relation {
  return {
    id: by.newId(),
    articleId: article.record.id,
    ...link,
    attributes: {},
    annotator: by.annotator,
    origin: 'manual',
    createdAt: by.now,
    updatedAt: by.now,
  };
}

/** By the gap between the nearest fragments, in UTF-16 units; of two as near, the one that follows. */
function nearestFirst(spans: readonly Span[], origin: Span): Span[] {
  return spans
    .map((span) => ({ span, gap: gapBetween(span, origin) }))
    .sort((a, b) => a.gap - b.gap)
    .map(({ span }) => span);
}

function gapBetween(a: Span, b: Span): number {
  let least = Number.POSITIVE_INFINITY;
  for (const x of a.fragments) {
    for (const y of b.fragments) least = Math.min(least, Math.max(0, x.start - y.end, y.start - x.end));
  }
  return least;
}
