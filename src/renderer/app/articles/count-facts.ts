import type { Identifier } from '../../../core/model/identifier.ts';
import { isSpeakerless } from '../../../core/model/known-attributes.ts';
import type { TagSet } from '../../../core/model/tag-set.ts';
import type { ArticleState } from '../../../core/operations/project-state.ts';
import type { ArticleFacts } from '../../workers/scan/article-facts.ts';

/** The tags whose spans somebody can say: those that a `says` relation may end at. */
export function claimTagsOf(tagSet: TagSet): readonly Identifier[] {
  return tagSet.relationTypes.find(({ id }) => id === 'says')?.to ?? [];
}

/** Counts in memory what the scan of the store counts there. */
export function countFacts(article: ArticleState, claimTags: readonly Identifier[]): ArticleFacts {
  const attributed = new Set<Identifier>();
  for (const { type, to } of article.relations.values()) if (type === 'says') attributed.add(to);
  let unattributed = 0;
  let flagged = 0;
  for (const span of article.spans.ordered) {
    if (span.flagged) flagged += 1;
    if (claimTags.includes(span.tag) && !attributed.has(span.id) && !isSpeakerless(span)) unattributed += 1;
  }
  return { articleId: article.record.id, unattributed, flagged };
}
