import type { HeldOut } from './attribution-learner.ts';
import type { Learnt, LearntFacts } from './learnt.ts';

/** What speaks for something, above nought, or against it. */
export interface HeavyFeature {
  readonly feature: string;
  readonly weight: number;
}

/** What a person can see of what was learnt. */
export interface LearntSummary extends LearntFacts {
  /** It does better than the rules on what was held out. */
  readonly isUsed: boolean;
  readonly heldOut: HeldOut;
  /** For the first word of a claim and of a speaker, by tag, and for a proposal being right. */
  readonly features: readonly { readonly of: string; readonly heaviest: readonly HeavyFeature[] }[];
}

/** So many features are shown of each. */
const shown = 12;

export function learntSummary({ learner, ...facts }: Learnt): LearntSummary {
  const { sequence, judge, heldOut, beatsRules } = learner;
  return {
    ...facts,
    isUsed: beatsRules,
    heldOut,
    features: [
      ...sequence.labels
        .filter((label) => label.startsWith('B-'))
        .map((label) => ({ of: label.slice(2), heaviest: sequence.heaviest(label, shown) })),
      { of: 'right', heaviest: judge.heaviest(shown) },
    ],
  };
}
