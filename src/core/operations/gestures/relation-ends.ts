import type { Identifier } from '../../model/identifier.ts';
import type { Relation } from '../../model/relation.ts';
import type { Span } from '../../model/span.ts';
import type { RelationType, TagSet } from '../../model/tag-set.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';

/** The relation type that says who says a claim: its id is part of the dataset format. */
export const saysType = 'says';

/** The end of a relation that a span stands at. */
export type End = 'from' | 'to';

/** The relation type with that id, or undefined when the tag set has none. */
export function relationTypeById(tagSet: TagSet, id: Identifier): RelationType | undefined {
  return tagSet.relationTypes.find((type) => type.id === id);
}

/** True when a relation of the type may go from one span to the other. */
export function fits(type: RelationType, from: Span, to: Span): boolean {
  return from.id !== to.id && type.from.includes(from.tag) && type.to.includes(to.tag);
}

export function otherEnd(end: End): End {
  return end === 'from' ? 'to' : 'from';
}

/** A link that could be made. */
export interface Link {
  readonly type: Identifier;
  readonly from: Identifier;
  readonly to: Identifier;
}

export function newRelation(article: ArticleState, link: Link, by: Authorship): Relation {
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
