import type { Identifier } from '../../model/identifier.ts';
import { relationsAt } from '../../model/relations-at.ts';
import type { Span } from '../../model/span.ts';
import type { TagSet } from '../../model/tag-set.ts';
import { changesOf, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult } from './gesture.ts';
import { linkSpans, unlink } from './link-spans.ts';

/**
 * Takes `other` as the end of a relation of that type at `span`: in the place of the one that is there. Where there are several, or none, it is one more;
 * where it is among them, its link is taken away.
 */
export function chooseEnd(
  article: ArticleState,
  span: Span,
  other: Span,
  type: Identifier,
  tagSet: TagSet,
  by: Authorship,
): GestureResult {
  const linked = relationsAt(article.relations, span.id).filter((relation) => relation.type === type);
  const twin = linked.find(({ from, to }) => from === other.id || to === other.id);
  if (twin !== undefined) return unlink(twin, span.id);
  const link = linkSpans(article, span, other, tagSet, by);
  const [only] = linked;
  if (!link.ok || only === undefined || linked.length > 1) return link;
  const changes = [{ type: 'relation.remove', relation: only } as const, ...changesOf(link.value.operation)];
  return done(operationOf(changes), 'change link', span.id);
}
