import type { Fragment } from '../../model/fragment.ts';
import type { AttributionSuggestion } from '../suggestion.ts';
import { meet } from './attribution-lessons.ts';
import { type LabelledStretch, labelledStretches } from './labelled-stretches.ts';
import type { PreparedArticle } from './prepared-article.ts';
import { proposalFeatures } from './proposal-features.ts';
import type { SequenceModel } from './sequence-model.ts';

/** Something that may be proposed, and what is so about it. */
export interface Candidate {
  readonly suggestion: AttributionSuggestion;
  readonly features: readonly string[];
}

/** The model proposes what it takes for likelier than one in four: the judge says which of it is right. */
const eagerness = Math.log(3);

/** What the rules propose in an article, and what the model finds beside that. */
export function candidatesIn(
  { text, proposals, passages }: PreparedArticle,
  sequence: SequenceModel,
): Candidate[] {
  const labelled: { claim: Fragment[]; speaker: Fragment[] } = { claim: [], speaker: [] };
  const all = [...proposals];
  for (const passage of passages) {
    const labelling = sequence.labelled(passage.features, eagerness);
    const claims = labelledStretches(passage, labelling, 'claim');
    const speakers = labelledStretches(passage, labelling, 'speaker');
    labelled.claim.push(...claims);
    labelled.speaker.push(...speakers);
    const known = proposals.filter(({ claim }) => claim.some((stretch) => meet(stretch, passage)));
    for (const claim of claims) {
      const speaker = nearest(claim, speakers);
      if (speaker === undefined) continue;
      const isKnown = known.some(
        (other) =>
          other.speaker !== undefined &&
          meet(other.speaker, speaker) &&
          other.claim.some((stretch) => meet(stretch, claim)),
      );
      if (!isKnown) all.push(learnt(text, claim, speaker));
    }
  }
  return all.map((suggestion) => ({ suggestion, features: proposalFeatures(text, suggestion, labelled) }));
}

function learnt(text: string, claim: LabelledStretch, speaker: LabelledStretch): AttributionSuggestion {
  const words = text.slice(speaker.start, Math.min(speaker.end, speaker.start + 80));
  return {
    rule: 'learnt',
    claim: [{ start: claim.start, end: claim.end }],
    form: /["“„«]/u.test(text.charAt(claim.start)) ? 'direct' : 'indirect',
    speaker: { start: speaker.start, end: speaker.end },
    cue: undefined,
    confidence: claim.chance * speaker.chance,
    reason: ['like what you have tagged', `“${words}” stands nearest to it`],
  };
}

function nearest(claim: Fragment, speakers: readonly LabelledStretch[]): LabelledStretch | undefined {
  const gap = ({ start, end }: Fragment) => Math.max(claim.start - end, start - claim.end, 0);
  return speakers.reduce<LabelledStretch | undefined>(
    (best, one) => (best === undefined || gap(one) < gap(best) ? one : best),
    undefined,
  );
}
