import type { Fragment } from '../../model/fragment.ts';
import type { AttributionSuggestion } from '../suggestion.ts';
import type { Lesson } from './sequence-model.ts';
import type { TaughtArticle, TaughtAttribution } from './taught-article.ts';
import { type Hint, type Passage, passagesOf } from './token-features.ts';

/** What the sequence model of attributions labels. */
export const attributionTags = ['claim', 'speaker'] as const;

/** The passages of an article with what the rules propose in them. */
export function attributionPassages(
  { text, blocks }: Pick<TaughtArticle, 'text' | 'blocks'>,
  proposals: readonly AttributionSuggestion[],
): Passage[] {
  const hints = proposals.flatMap(({ rule, claim, speaker, cue }): Hint[] => [
    ...claim.map((stretch) => ({ ...stretch, name: `claim ${rule}` })),
    ...(speaker === undefined ? [] : [{ ...speaker, name: 'speaker' }]),
    ...(cue === undefined ? [] : [{ ...cue, name: 'cue' }]),
  ]);
  return [
    ...passagesOf(
      text,
      blocks,
      hints.sort((a, b) => a.start - b.start || a.end - b.end),
    ),
  ];
}

/** What a person tagged, as labels. Of a claim inside another the outer one is learnt. */
export function attributionLesson(passage: Passage, attributions: readonly TaughtAttribution[]): Lesson {
  const labels = new Array<string>(passage.tokens.length).fill('O');
  const put = ({ start, end }: Fragment, tag: string) => {
    let isFirst = true;
    for (const [i, token] of passage.tokens.entries()) {
      if (token.start < start || token.end > end + 1 || token.start >= end) continue;
      labels[i] = `${isFirst ? 'B' : 'I'}-${tag}`;
      isFirst = false;
    }
  };
  const outer = attributions.filter(
    (one) => !attributions.some((other) => other !== one && isWithin(one, other)),
  );
  for (const { claim } of outer)
    for (const stretch of claim) if (meet(stretch, passage)) put(stretch, 'claim');
  for (const { speaker } of outer)
    if (speaker !== undefined && meet(speaker, passage)) put(speaker, 'speaker');
  return { features: passage.features, labels: sound(labels) };
}

/** A label that goes on where another has been put between begins anew. */
function sound(labels: readonly string[]): string[] {
  return labels.map((label, i) =>
    label.startsWith('I-') && labels[i - 1]?.slice(2) !== label.slice(2) ? `B-${label.slice(2)}` : label,
  );
}

function isWithin({ claim, speaker }: TaughtAttribution, other: TaughtAttribution): boolean {
  const all = speaker === undefined ? claim : [...claim, speaker];
  return all.every((stretch) =>
    other.claim.some(({ start, end }) => start <= stretch.start && stretch.end <= end),
  );
}

/** True of stretches with characters in common. */
export function meet(a: Fragment, b: Fragment): boolean {
  return a.start < b.end && b.start < a.end;
}
