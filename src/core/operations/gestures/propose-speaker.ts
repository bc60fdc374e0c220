import type { Fragment } from '../../model/fragment.ts';
import type { Span } from '../../model/span.ts';
import type { TagSet } from '../../model/tag-set.ts';
import { paragraphAt } from '../../text/paragraphs.ts';
import { reportedSpeechIn } from '../../text/reported-speech.ts';
import { sentenceAt } from '../../text/sentences.ts';
import { speechFrame } from '../../text/speech-frame.ts';
import type { Change } from '../operation.ts';
import type { ArticleState } from '../project-state.ts';
import type { Authorship } from './authorship.ts';
import { type LinkRole, nearestEnds, nearestLinkChanges } from './link-nearest.ts';
import { gapBetween } from './nearest-spans.ts';
import { newSpan } from './new-span.ts';
import { saysTags } from './plan-claim.ts';
import { saysType } from './relation-ends.ts';

/** A speaker who is tagged, or the words that would be tagged as one. */
export type SpeakerProposal =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'words'; readonly words: Fragment };

/** A speaker further away than this, in UTF-16 units, is not near: the words beside the claim are offered before him. */
export const nearDistance = 3000;

/** Words behind a claim with no words for a speaker beside it: a speaker in its paragraph is taken, within so many UTF-16 units. */
const besideDistance = 300;

/**
 * Who says a claim, as its words have it: the speaker tagged at the words beside the verb of saying, else those words; without such words the nearest speaker,
 * if he stands close by. Undefined when nothing speaks for anybody.
 */
export function proposedSpeaker(
  article: ArticleState,
  claim: Span,
  words: Fragment | undefined,
  role: LinkRole,
  tagSet: TagSet,
): SpeakerProposal | undefined {
  const ends = nearestEnds(article, claim, role);
  if (words !== undefined) {
    const there = ends.find(({ fragments }) =>
      fragments.some(({ start, end }) => start < words.end && words.start < end),
    );
    if (there !== undefined) return { kind: 'span', span: there };
    return saysTags(tagSet) === undefined ? undefined : { kind: 'words', words };
  }
  const [nearest] = ends;
  if (nearest === undefined || gapBetween(nearest, claim) > besideDistance) return undefined;
  return { kind: 'span', span: nearest };
}

/** The words for the speaker beside a claim that is there already, or undefined. */
export function speakerWordsBeside(
  { body: { text, blocks } }: ArticleState,
  { fragments }: Span,
): Fragment | undefined {
  const [first] = fragments;
  if (first === undefined) return undefined;
  const last = fragments.at(-1) ?? first;
  const start = paragraphAt(blocks, first.start) ?? first;
  const end = paragraphAt(blocks, last.end - 1) ?? last;
  const { speaker } = speechFrame(text, fragments, { start: start.start, end: end.end });
  if (speaker !== undefined) return speaker;
  return reportedSpeechIn(text, sentenceAt(text, first.start, start)).find(
    ({ claim }) => claim.start < last.end && first.start < claim.end,
  )?.speaker;
}

/** What tags those words as the speaker and links them to the claim. */
export function taggedSpeakerChanges(
  article: ArticleState,
  claim: Span,
  words: Fragment,
  role: LinkRole,
  tagSet: TagSet,
  by: Authorship,
): Change[] {
  const tags = saysTags(tagSet);
  if (tags === undefined || role.type.id !== saysType) return [];
  const speaker = newSpan(article, tags.speaker.id, [words], by);
  return [{ type: 'span.add', span: speaker }, ...nearestLinkChanges(article, claim, speaker, role, by)];
}
