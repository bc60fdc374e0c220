import type { Agreement } from '../evaluation.ts';
import type { AttributionSuggestion } from '../suggestion.ts';
import { meet } from './attribution-lessons.ts';
import type { TaughtAttribution } from './taught-article.ts';

type Proposal = Pick<AttributionSuggestion, 'claim' | 'speaker'>;

/** Right is a proposal whose claim and speaker both have characters in common with those of one that was tagged; one without a speaker whose claim has. */
export function isRight(proposal: Proposal, tagged: readonly TaughtAttribution[]): boolean {
  return tagged.some((gold) => agree(proposal, gold));
}

/** Counts the attributions with a speaker that are the same by both ends. */
export function attributionAgreement(
  proposals: readonly Proposal[],
  tagged: readonly TaughtAttribution[],
): Agreement {
  const found = proposals.filter(({ speaker }) => speaker !== undefined);
  const gold = tagged.filter(({ speaker }) => speaker !== undefined);
  return {
    proposed: found.length,
    gold: gold.length,
    right: found.filter((proposal) => isRight(proposal, gold)).length,
    found: gold.filter((one) => found.some((proposal) => agree(proposal, one))).length,
  };
}

function agree({ claim, speaker }: Proposal, gold: TaughtAttribution): boolean {
  return (
    claim.some((stretch) => gold.claim.some((other) => meet(stretch, other))) &&
    (speaker === undefined || (gold.speaker !== undefined && meet(speaker, gold.speaker)))
  );
}
