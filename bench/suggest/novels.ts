import { readdirSync, readFileSync } from 'node:fs';
import type { Fragment } from '../../src/core/model/fragment.ts';
import {
  type Agreement,
  agreement,
  type Meeting,
  measures,
  summed,
} from '../../src/core/suggest/evaluation.ts';
import { suggestAttributions } from '../../src/core/suggest/suggest-attributions.ts';
import { deriveBlocks } from '../../src/core/text/blocks.ts';
import { sharedData } from '../../tests/core/arbitraries/shared-data.ts';

/**
 * The quotations of novels (LitBank) beside those that the rule proposes at the usual threshold. Who speaks is told there by names that need not stand in the text, so that
 * speakers cannot be scored. A line is a sentence, its tokens apart: they are put together as they are printed, sentences as one paragraph.
 * @returns a row each for overlap and for the same stretches
 */
export function novels(): string[][] {
  const counts: Record<Meeting, Agreement[]> = { overlap: [], exact: [] };
  for (const file of readdirSync(sharedData('quotes-litbank/tsv')).filter((name) => name.endsWith('.txt'))) {
    const { text, places } = printed(readFileSync(sharedData(`quotes-litbank/tsv/${file}`), 'utf8'));
    const gold = readFileSync(sharedData(`quotes-litbank/tsv/${file.replace('.txt', '.ann')}`), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('QUOTE'))
      .flatMap((line): Fragment[][] => {
        const [, , sentence, token, lastSentence, lastToken] = line.split('\t').map(Number);
        const start = places[sentence ?? -1]?.[token ?? -1]?.start;
        const end = places[lastSentence ?? -1]?.[lastToken ?? -1]?.end;
        return start === undefined || end === undefined ? [] : [[{ start, end }]];
      });
    const found = [...suggestAttributions(text, deriveBlocks(text))].filter(
      ({ rule, confidence }) => rule === 'quotation' && confidence >= 0.6,
    );
    // There each piece of an interrupted quotation is one by itself.
    const pieces = found.flatMap(({ claim }) => claim.map((stretch) => [stretch]));
    for (const meeting of ['overlap', 'exact'] as const)
      counts[meeting].push(agreement(pieces, gold, meeting));
  }
  return (['overlap', 'exact'] as const).map((meeting) => {
    const sum = summed(counts[meeting]);
    const { precision, recall, f1 } = measures(sum);
    const shares = [precision, recall, f1].map((value) => (value * 100).toFixed(1));
    return [meeting, `${sum.proposed}`, `${sum.gold}`, ...shares];
  });
}

/** The text as it is printed, and where each token of each sentence stands in it. */
function printed(tokenised: string): {
  readonly text: string;
  readonly places: readonly (readonly Fragment[])[];
} {
  let text = '';
  const places = tokenised.split('\n').map((line) =>
    line
      .split(' ')
      .filter((token) => token !== '')
      .map((token) => {
        const isJoined =
          text === '' ||
          /[“(]$/u.test(text) ||
          /^(?:[,.;:!?”)]|[’'](?:s|ll|re|ve|d|m|t)$|n[’']t$)/u.test(token);
        if (!isJoined) text += ' ';
        const start = text.length;
        text += token;
        return { start, end: text.length };
      }),
  );
  return { text, places };
}
