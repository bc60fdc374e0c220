import { pronounKind } from '../../cast/pronouns.ts';
import type { Fragment } from '../../model/fragment.ts';
import type { AttributionSuggestion } from '../suggestion.ts';
import { meet } from './attribution-lessons.ts';

/** What the sequence model labelled in an article, by tag. */
export interface Labelled {
  readonly claim: readonly Fragment[];
  readonly speaker: readonly Fragment[];
}

/** What is so about a proposal, as far as it may tell whether it is right; names that a person can read. */
export function proposalFeatures(
  text: string,
  suggestion: AttributionSuggestion,
  labelled: Labelled,
): string[] {
  const { rule, form, claim, cue, speaker, reason } = suggestion;
  const length = claim.reduce((sum, { start, end }) => sum + end - start, 0);
  const [first] = claim;
  const features = [
    `rule ${rule}`,
    `form ${form}`,
    `told ${rule} ${reason[0] ?? ''}`,
    `length ${step(length)}`,
    `claim seen by the model ${share(claim, labelled.claim)}`,
    `${rule} claim seen by the model ${share(claim, labelled.claim)}`,
    cue === undefined
      ? 'no cue'
      : `cue ${text.slice(cue.start, Math.min(cue.end, cue.start + 24)).toLowerCase()}`,
  ];
  if (speaker === undefined || first === undefined) return [...features, 'nobody named'];
  const words = text.slice(speaker.start, Math.min(speaker.end, speaker.start + 200));
  const isBefore = speaker.end <= first.start;
  const gap = isBefore
    ? first.start - speaker.end
    : Math.min(...claim.map(({ end }) => Math.abs(speaker.start - end)));
  return [
    ...features,
    `speaker is ${kindOf(words)}`,
    `speaker ${isBefore ? 'before' : 'behind'}`,
    `distance ${step(gap)}`,
    `speaker seen by the model ${share([speaker], labelled.speaker)}`,
    `${rule} speaker seen by the model ${share([speaker], labelled.speaker)}`,
  ];
}

function kindOf(words: string): string {
  if (pronounKind(words) !== undefined) return 'a pronoun';
  return /^\P{L}*\p{Lu}/u.test(words) ? 'a name' : 'a role';
}

function share(stretches: readonly Fragment[], seen: readonly Fragment[]): string {
  const met = stretches.filter((stretch) => seen.some((other) => meet(stretch, other))).length;
  return met === 0 ? 'not' : met === stretches.length ? 'whole' : 'in part';
}

function step(length: number): string {
  return length <= 2
    ? '0-2'
    : length <= 12
      ? '3-12'
      : length <= 40
        ? '13-40'
        : length <= 120
          ? '41-120'
          : length <= 300
            ? '121-300'
            : 'more';
}
