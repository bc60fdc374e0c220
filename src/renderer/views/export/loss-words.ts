import type { Loss } from '../../../core/formats/format.ts';
import { lossPhrase } from '../../../core/formats/loss-kinds.ts';

/** What a format leaves out of a dataset, as a sentence. */
export function lossWords(losses: readonly Loss[]): string {
  if (losses.length === 0) return 'This format holds everything.';
  return `This format cannot hold: ${losses.map(({ kind, count }) => lossPhrase(kind, count)).join(', ')}.`;
}
