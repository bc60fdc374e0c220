import type { Fragment } from '../../model/fragment.ts';
import type { Labelling } from './sequence-model.ts';
import type { Passage } from './token-features.ts';

/** A stretch that a model labelled, and how likely its tokens have their labels on the average, from 0 to 1. Offsets in UTF-16 units. */
export interface LabelledStretch extends Fragment {
  readonly chance: number;
}

/** What a model labelled in a passage with a tag, in order. */
export function labelledStretches(
  { tokens }: Pick<Passage, 'tokens'>,
  { labels, chances }: Labelling,
  tag: string,
): LabelledStretch[] {
  const found: { start: number; end: number; sum: number; count: number }[] = [];
  let open: (typeof found)[number] | undefined;
  for (const [i, { start, end }] of tokens.entries()) {
    const chance = chances[i] ?? 0;
    if (labels[i] === `I-${tag}` && open !== undefined) {
      open.end = end;
      open.sum += chance;
      open.count += 1;
      continue;
    }
    open = labels[i] === `B-${tag}` ? { start, end, sum: chance, count: 1 } : undefined;
    if (open !== undefined) found.push(open);
  }
  return found.map(({ start, end, sum, count }) => ({ start, end, chance: sum / count }));
}
