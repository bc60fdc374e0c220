import { isSpeakerless, noSpeakerAttribute } from '../../model/known-attributes.ts';
import type { Span } from '../../model/span.ts';
import type { TagSet } from '../../model/tag-set.ts';
import { type Change, operationOf } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { done, type GestureResult, refused } from './gesture.ts';
import { relationsOf } from './link-spans.ts';
import { relationTypeById, saysType } from './relation-ends.ts';

/**
 * Says of a claim that nobody is named as its speaker, which is a state and no omission, or takes that back. Links to speakers go in the same step.
 */
export function toggleNoSpeaker(
  article: ArticleState,
  claim: Span,
  tagSet: TagSet,
  by: Authorship,
): GestureResult {
  if (relationTypeById(tagSet, saysType)?.to.includes(claim.tag) !== true) {
    return refused('not-allowed', 'Select a claim first: only claims have a speaker, or none.');
  }
  const { [noSpeakerAttribute]: _gone, ...others } = claim.attributes;
  if (isSpeakerless(claim)) {
    return done(
      { type: 'span.update', before: claim, after: { ...claim, attributes: others, updatedAt: by.now } },
      'take back “no speaker”',
      claim.id,
    );
  }
  const links = speakersOf(article, claim);
  const after = { ...claim, attributes: { ...others, [noSpeakerAttribute]: true }, updatedAt: by.now };
  const changes: Change[] = [
    ...links.map((relation): Change => ({ type: 'relation.remove', relation })),
    { type: 'span.update', before: claim, after },
  ];
  return done(operationOf(changes), 'mark as without speaker', claim.id);
}

/** The relations that give a claim its speakers. */
export function speakersOf(article: ArticleState, claim: Span) {
  return relationsOf(article, claim.id).filter(({ type, to }) => type === saysType && to === claim.id);
}
