import { isSpeakerless } from '../../core/model/known-attributes.ts';
import type { TagSet } from '../../core/model/tag-set.ts';
import type { ArticleState } from '../../core/operations/project-state.ts';

/**
 * How many spans could have a speaker (the tag set's `says` relation may end at their tag), and of how many it is settled: they have one, or it was said
 * that none is named. Null when the tag set knows no such relation.
 * @param counts spans by tag id
 */
export function attributedClaims(
  article: ArticleState,
  tagSet: TagSet,
  counts: Readonly<Record<string, number>>,
): { claims: number; attributed: number } | null {
  const says = tagSet.relationTypes.find(({ id }) => id === 'says');
  if (says === undefined) return null;
  const claims = says.to.reduce((sum, tag) => sum + (counts[tag] ?? 0), 0);
  const linked = new Set<string>();
  for (const { type, to } of article.relations.values()) if (type === says.id) linked.add(to);
  for (const span of article.spans.ordered) {
    if (isSpeakerless(span) && says.to.includes(span.tag)) linked.add(span.id);
  }
  return { claims, attributed: linked.size };
}
