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
  const linked = linkedBy(article.relations, says.id);
  const others = article.spans
    .chosen(isSpeakerless)
    .filter(({ id, tag }) => says.to.includes(tag) && !linked.has(id));
  return { claims, attributed: linked.size + others.length };
}

type Relations = ArticleState['relations'];

/** The last answer: annotating changes spans far more often than links. */
let lastLinked: { relations: Relations; type: string; ids: ReadonlySet<string> } | undefined;

/** Ids of the spans that relations of this type lead to. */
function linkedBy(relations: Relations, type: string): ReadonlySet<string> {
  if (lastLinked?.relations !== relations || lastLinked.type !== type) {
    const ids = new Set<string>();
    for (const relation of relations.values()) if (relation.type === type) ids.add(relation.to);
    lastLinked = { relations, type, ids };
  }
  return lastLinked.ids;
}
